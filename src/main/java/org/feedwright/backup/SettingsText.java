package org.feedwright.backup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * The settings in the files in use, such as {@code application.yaml}, as one such file, without what is secret. What was
 * given on the command line or in the environment is not in it: it comes from elsewhere, and is kept there.
 */
final class SettingsText {
    private static final String FILE = "Config resource 'file [";

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(passw|passphrase|secret|token|credential|private-?key|api-?key|access-?key).*");

    /** A login in an address, before the host or among the parameters. */
    private static final Pattern LOGIN =
            Pattern.compile("(?i)(?<=//)[^/@?\\s]*@|(?<=[?&;])(user|password|[a-z]*passw[a-z]*)=[^&;]*&?");

    private SettingsText() {}

    /** The text; empty if no file has settings. */
    static Optional<String> of(ConfigurableEnvironment environment) {
        var values = new LinkedHashMap<String, Object>();
        var secret = new TreeSet<String>();
        for (var source : environment.getPropertySources()) {
            if (source.getName().startsWith(FILE) && source instanceof EnumerablePropertySource<?> file) {
                for (String name : file.getPropertyNames()) {
                    add(name, file.getProperty(name), values, secret);
                }
            }
        }
        return values.isEmpty() && secret.isEmpty() ? Optional.empty() : Optional.of(text(values, secret));
    }

    /** The source that counts most comes first. */
    private static void add(String name, @Nullable Object value, Map<String, Object> values, SortedSet<String> secret) {
        if (SECRET_NAME.matcher(name).matches()) {
            secret.add(name);
        } else if (value != null) {
            values.putIfAbsent(name, value instanceof CharSequence text ? withoutLogin(text) : value);
        }
    }

    static String withoutLogin(CharSequence value) {
        return LOGIN.matcher(value).replaceAll("").replaceFirst("[?&;]$", "");
    }

    private static String text(Map<String, Object> values, SortedSet<String> secret) {
        var text = new StringBuilder("# The settings of the service, without those that are secret.\n");
        secret.forEach(name -> text.append("# Not in the backup: ").append(name).append('\n'));
        if (!values.isEmpty()) {
            var style = DumpSettings.builder()
                    .setDefaultFlowStyle(FlowStyle.BLOCK)
                    .setWidth(Integer.MAX_VALUE)
                    .build();
            text.append(new Dump(style).dumpToString(values));
        }
        return text.toString();
    }
}
