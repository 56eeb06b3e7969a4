package org.feedwright.authoring.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A list that somebody wrote into a single text, as {@code highlights: |} and then lines with a dash each. */
public final class WrittenList {
    private static final Pattern MARK = Pattern.compile("\\s*(?:[-*+•]|\\d{1,3}[.)])\\s+(\\S.*)");

    private static final Pattern FOLDED = Pattern.compile("[-*+•] .* [-*+•] .*", Pattern.DOTALL);

    private WrittenList() {}

    /** Whether YAML has made one line of it, as it does behind {@code >}. */
    public static boolean isFolded(String text) {
        return FOLDED.matcher(text).matches();
    }

    /** Its items, or the text itself if it is none. */
    public static List<String> items(String text) {
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
