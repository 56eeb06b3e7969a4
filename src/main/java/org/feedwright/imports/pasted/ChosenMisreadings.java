package org.feedwright.imports.pasted;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The misreadings of a text that are to be repaired. No two of them have a character in common. */
final class ChosenMisreadings {
    private final NavigableMap<Integer, Misreading> byStart = new TreeMap<>();

    /**
     * Adds those of one code page that are certain, and those that the certain ones of the same script make so, where
     * nothing was chosen yet.
     */
    void add(List<Misreading> list) {
        var scripts = new HashSet<@Nullable Object>();
        list.stream().filter(Misreading::isCertain).map(Misreading::script).forEach(scripts::add);
        list.stream()
                .filter(one -> one.isCertain() || (scripts.contains(one.script()) && isLikely(one)))
                .filter(this::isFree)
                .forEach(one -> byStart.put(one.start(), one));
    }

    /** Accented letters with a no-break space or a closing mark behind them may be what they seem. */
    private static boolean isLikely(Misreading one) {
        String run = one.run();
        return one.script() != null
                || !Misreading.isLatinText(run)
                || run.length() > 3
                || (run.length() == 2 && Character.isUpperCase(run.charAt(0)))
                || one.meant().codePoints().anyMatch(c -> c >= 0x2000 && c < 0x2C00);
    }

    private boolean isFree(Misreading one) {
        var before = byStart.lowerEntry(one.end());
        return before == null || before.getValue().end() <= one.start();
    }

    int count() {
        return byStart.size();
    }

    /** The text in which they were found, with what was meant in their places. */
    String repaired(String text) {
        var result = new StringBuilder(text.length());
        int end = 0;
        for (var one : byStart.values()) {
            result.append(text, end, one.start()).append(one.meant());
            end = one.end();
        }
        return result.append(text, end, text.length()).toString();
    }
}
