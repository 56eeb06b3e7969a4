package org.feedwright;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Tells the operator which value of a setting is not of the kind that it must be, such as a time that is none. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // before Spring's own, and behind what knows better
class UnreadableSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {
    /**
     * What a value must be.
     *
     * @param wrong what is wrong with another one, worded to follow it
     * @param remedy what to write
     */
    private record Kind(String wrong, String remedy) {
        static Kind of(Class<?> type) {
            if (type == Duration.class) {
                return new Kind("is no time", "write a number with its unit, such as 90s, 5m or 1d");
            }
            if (type == DataSize.class) {
                return new Kind("is no size", "write a number with its unit, such as 500KB or 64MB");
            }
            if (type == Boolean.class) {
                return new Kind("is neither true nor false", "write true or false");
            }
            if (type == Integer.class || type == Long.class) {
                return new Kind("is no whole number, or too large", "write a whole number, without a unit");
            }
            if (type.isEnum()) {
                return new Kind(
                        "is none of its words",
                        Arrays.stream(type.getEnumConstants())
                                .map(word -> word.toString().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ", "write one of ", "")));
            }
            return new Kind("cannot be used", "see in docs/reference.md what it may be");
        }
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, BindException unreadable) {
        var property = unreadable.getProperty();
        if (property == null) {
            return null;
        }
        String name = property.getName().toString();
        var kind = Kind.of(ClassUtils.resolvePrimitiveIfNecessary(
                unreadable.getTarget().getType().resolve(Object.class)));
        return new FailureAnalysis(
                name + " is '" + SettingsCheck.shown(name, String.valueOf(property.getValue())) + "', which "
                        + kind.wrong() + place(property.getOrigin()) + ".",
                "Please " + kind.remedy() + ".",
                unreadable);
    }

    /** Where in a file it stands; empty where it comes from elsewhere. */
    private static String place(@Nullable Origin origin) {
        var within = origin instanceof PropertySourceOrigin source ? source.getOrigin() : origin;
        return within instanceof TextResourceOrigin text && text.getResource() != null && text.getLocation() != null
                ? " (" + text.getResource().getFilename() + ", line "
                        + (text.getLocation().getLine() + 1) + ")"
                : "";
    }
}
