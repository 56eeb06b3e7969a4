package org.feedwright;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.feedwright.text.WordDistance;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.ClassUtils;

/**
 * The names of all settings that begin with {@code feedwright.}, as the records that hold them say.
 *
 * <p>A name counts as the same in any of the ways in which Spring reads it: {@code feedwright.base-url},
 * {@code feedwright.baseUrl}, {@code FEEDWRIGHT_BASE_URL}.
 */
final class KnownSettings {
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final String PACKAGE = "org.feedwright.";

    /** By their letters and digits alone. */
    private final Map<String, String> names = new TreeMap<>();

    /** Those that hold several values, whose names go on with a number, or with a key and what stands under it. */
    private final List<Pattern> several = new ArrayList<>();

    /** Those that hold a block under each key. */
    private final List<String> blocks = new ArrayList<>();

    private KnownSettings() {
        // Asked for where there is no record yet.
        add("feedwright.data", String.class, String.class);
    }

    /** The settings of all records among the beans, which are named after their classes. */
    static KnownSettings of(ConfigurableListableBeanFactory beans) {
        var known = new KnownSettings();
        for (String bean : beans.getBeanDefinitionNames()) {
            int type = bean.indexOf("-" + PACKAGE);
            if (type >= 0) {
                known.add(ClassUtils.resolveClassName(bean.substring(type + 1), beans.getBeanClassLoader()));
            }
        }
        return known;
    }

    private void add(Class<?> type) {
        var properties = type.getAnnotation(ConfigurationProperties.class);
        if (properties != null) {
            addAll(properties.value().isEmpty() ? properties.prefix() : properties.value(), type);
        }
    }

    private void addAll(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + named(component);
            add(name, component.getType(), component.getGenericType());
        }
    }

    private static String named(RecordComponent component) {
        return CAPITAL.matcher(component.getName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    private void add(String name, Class<?> type, Type generic) {
        if (isOurs(type)) {
            addAll(name, type);
            return;
        }
        names.put(letters(name), name);
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            several.add(Pattern.compile(letters(name) + "\\d*"));
        } else if (Map.class.isAssignableFrom(type)) {
            addUnderEachKey(name, generic);
        }
    }

    /** A key may be in letters that {@link #letters} leaves out. */
    private void addUnderEachKey(String name, Type map) {
        if (map instanceof ParameterizedType typed
                && typed.getActualTypeArguments()[1] instanceof Class<?> value
                && isOurs(value)) {
            blocks.add(letters(name));
            for (RecordComponent component : value.getRecordComponents()) {
                String last = "." + named(component);
                names.put(letters(name + ".NAME" + last), name + ".NAME" + last);
                several.add(Pattern.compile(letters(name) + ".*" + letters(last) + "\\d*"));
            }
        } else {
            several.add(Pattern.compile(letters(name) + ".*"));
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.isRecord() && type.getName().startsWith(PACKAGE);
    }

    boolean contains(String name) {
        String letters = letters(name);
        return names.containsKey(letters)
                || several.stream().anyMatch(each -> each.matcher(letters).matches());
    }

    /** The one that was probably meant, if any is like it. */
    Optional<String> nearest(String name) {
        String letters = letters(name);
        String last = last(name);
        for (String block : blocks) {
            if (letters.startsWith(block)) {
                return nearestIn(block, last);
            }
        }
        Comparator<String> likeness = Comparator.comparingInt(each -> WordDistance.of(letters, each));
        return names.keySet().stream()
                .filter(each -> last.length() >= 4 && each.endsWith(last))
                .min(likeness)
                .or(() -> names.keySet().stream()
                        .min(likeness)
                        .filter(each -> WordDistance.of(letters, each) <= Math.max(2, letters.length() / 6)))
                .or(() -> names.keySet().stream()
                        .filter(each -> each.startsWith(letters)) // of a group, such as feedwright.git.url
                        .min(Comparator.comparingInt(String::length)))
                .map(names::get);
    }

    private Optional<String> nearestIn(String block, String last) {
        return names.entrySet().stream()
                .filter(each ->
                        each.getKey().startsWith(block) && !each.getKey().equals(block))
                .map(Map.Entry::getValue)
                .min(Comparator.comparingInt(each -> WordDistance.of(last, last(each))))
                .filter(each -> WordDistance.of(last, last(each)) <= 2);
    }

    private static String last(String name) {
        return letters(name.substring(1 + Math.max(name.lastIndexOf('.'), name.indexOf('_'))));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\[.*|[^a-z0-9]", "");
    }
}
