package org.feedwright.imports.pasted;

import java.util.List;

/**
 * A text, and what was done to it.
 *
 * @param steps a sentence for each line that was changed, or is doubtful
 */
record Repair(String text, List<String> steps) {
    Repair {
        steps = List.copyOf(steps);
    }

    /** Says where a line differs, with a few words around it. */
    static String step(int line, String before, String after, String why) {
        int start = 0;
        int most = Math.min(before.length(), after.length());
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int from = Math.max(0, start - 12);
        return "line " + line + ": '" + excerpt(before, from) + "' → '" + excerpt(after, from) + "' (" + why + ")";
    }

    static String excerpt(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + 32)).strip();
    }
}
