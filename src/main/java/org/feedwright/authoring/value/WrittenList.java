package org.feedwright.authoring.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.feedwright.authoring.yaml.Yaml;

/** A list that somebody wrote into a single text, as {@code highlights: |} and then lines with a dash each. */
public final class WrittenList {
    private static final Pattern MARK = Pattern.compile("\\s*(?:[-*+•]|\\d{1,3}[.)])\\s+(\\S.*)");

    private static final Pattern FOLDED = Pattern.compile("[-*+•] .* [-*+•] .*", Pattern.DOTALL);

    private WrittenList() {}

    /**
     * The texts of a key, which may have them as a list or in a text.
     *
     * @param item what one of them is called, such as {@code highlight}
     */
    public static List<String> read(Yaml yaml, String key, String item) {
        var texts = yaml.texts(key);
        if (!yaml.isText(key)) {
            return texts;
        }
        var items = texts.stream().flatMap(text -> items(text).stream()).toList();
        if (items.stream().anyMatch(WrittenList::isFolded)) {
            yaml.warn(
                    key,
                    "the lines of " + yaml.written(key) + " are one " + item,
                    "write '|' behind it, or nothing but a list");
        }
        return items;
    }

    /** Whether YAML has made one line of it, as it does behind {@code >}. */
    static boolean isFolded(String text) {
        return FOLDED.matcher(text).matches();
    }

    /** Its items, or the text itself if it is none. */
    static List<String> items(String text) {
        var lines = text.strip().lines().toList();
        if (lines.isEmpty()
                || isFolded(lines.getFirst())
                || !MARK.matcher(lines.getFirst()).matches()) {
            return List.of(text);
        }
        var items = new ArrayList<String>();
        for (String line : lines) {
            var item = MARK.matcher(line);
            if (item.matches()) {
                items.add(item.group(1));
            } else {
                items.set(items.size() - 1, items.getLast() + "\n" + line);
            }
        }
        return items;
    }
}
