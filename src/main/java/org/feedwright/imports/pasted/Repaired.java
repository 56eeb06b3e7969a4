package org.feedwright.imports.pasted;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a text with its damaged characters repaired.
 *
 * @param exact how many runs of characters were repaired of which nothing was lost
 * @param guesses what was repaired by its context, with line, before and after
 * @param doubts the numbers of lines that look damaged and stay as they are
 */
record Repaired(List<String> lines, int exact, List<String> guesses, List<Integer> doubts) {
    private static final Pattern STILL_DAMAGED =
            Pattern.compile("[\\uFFFD\\x80-\\x84\\x86-\\x9F]|â€|Ã[\\x80-\\xBF€™œ]|鈥|锟斤拷|ï¿½"
                    + "|(?<![\\u0E00-\\u0E7F])[\\u0E22\\u0E23\\u0E42](?=[A-Za-z])");

    static Repaired of(String text) {
        var repaired = ExactRepair.of(text.replace("\r\n", "\n").replace('\r', '\n'));
        var lines = new ArrayList<String>();
        var guesses = new ArrayList<String>();
        var doubts = new ArrayList<Integer>();
        for (String line : repaired.text().split("\n", -1)) {
            var guessed = ThaiRepair.of(line);
            lines.add(guessed.line());
            guessed.guesses().forEach(guess -> guesses.add("line " + lines.size() + ": " + guess));
            if (guessed.doubts() || STILL_DAMAGED.matcher(guessed.line()).find()) {
                doubts.add(lines.size());
            }
        }
        return new Repaired(lines, repaired.repaired(), guesses, doubts);
    }
}
