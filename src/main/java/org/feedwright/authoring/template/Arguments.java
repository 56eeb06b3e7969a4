package org.feedwright.authoring.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The arguments of a tag: {@code "a" b key="value" key: value}, with or without commas between them. */
record Arguments(List<String> values, Map<String, String> named) {
    private static final Pattern ARGUMENT = Pattern.compile("[\\s,]*+(?:([\\w-]+)(?:=|:(?!/)\\s?)\\s*+)?"
            + "(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|'((?:[^'\\\\]|\\\\.)*+)'|`([^`]*+)`|([^\\s,]++(?:,[^\\s,\"']++)*+))");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\"'\\\\])");

    static Arguments of(String text) {
        var values = new ArrayList<String>();
        var named = new LinkedHashMap<String, String>();
        var argument = ARGUMENT.matcher(text);
        for (int end = 0; argument.region(end, text.length()).lookingAt(); end = argument.end()) {
            String value = Stream.of(argument.group(2), argument.group(3), argument.group(4), argument.group(5))
                    .filter(each -> each != null)
                    .findFirst()
                    .orElse("");
            value = ESCAPE.matcher(value).replaceAll("$1").strip();
            if (argument.group(1) == null) {
                values.add(value);
            } else {
                named.putIfAbsent(argument.group(1).toLowerCase(Locale.ROOT), value);
            }
        }
        return new Arguments(values, named);
    }

    /** The argument at a position; empty if there is none. */
    String at(int index) {
        return index < values.size() ? values.get(index) : "";
    }

    /** The first of these names that has a value; empty if none has. */
    String named(String... names) {
        return Stream.of(names)
                .map(name -> named.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The argument of a name, else the one at a position. */
    String either(String name, int index) {
        String value = named(name);
        return value.isEmpty() ? at(index) : value;
    }

    /** The arguments from a position on, as they would be read aloud. */
    String from(int index) {
        return index < values.size() ? String.join(" ", values.subList(index, values.size())) : "";
    }
}
