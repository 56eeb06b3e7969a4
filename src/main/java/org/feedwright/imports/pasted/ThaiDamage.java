package org.feedwright.imports.pasted;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Repairs text whose UTF-8 was read as Thai (TIS-620), which has no characters for the bytes 80 to 9F, so that these are
 * lost: of a dash or a quotation mark, E2 80 xx, only the first byte is there, as {@code โ}. What it was is guessed by
 * what stands beside it, and each guess is told. Beside a digit nothing is guessed, for it may be part of a number.
 */
final class ThaiDamage {
    private static final char LEAD = 'โ'; // E2
    private static final Pattern THAI = Pattern.compile("[\\u0E01-\\u0E5B]{4,}");
    private static final Pattern CONTRACTED = Pattern.compile("(?i)(?:s|t|d|m|re|ve|ll)(?![\\p{L}\\p{N}]).*");
    private static final String WHY = "guessed: a character that was read as Thai, and lost in part";

    private ThaiDamage() {}

    static Repair repair(String text) {
        if (text.indexOf(LEAD) < 0 || THAI.matcher(text).find()) { // a word of Thai
            return new Repair(text, List.of());
        }
        var steps = new ArrayList<String>();
        var lines = new ArrayList<String>();
        for (String line : text.lines().toList()) {
            String repaired = line(line);
            lines.add(repaired);
            if (!repaired.equals(line)) {
                steps.add(Repair.step(lines.size(), line, repaired, WHY));
            }
            if (repaired.indexOf(LEAD) >= 0) {
                steps.add("line " + lines.size() + ": '"
                        + Repair.excerpt(repaired, Math.max(0, repaired.indexOf(LEAD) - 12))
                        + "' has a character that was damaged, and nothing tells what it was; mend it in the file");
            }
        }
        return new Repair(String.join("\n", lines), steps);
    }

    private static String line(String line) {
        var result = new StringBuilder(line.length());
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != LEAD) {
                result.append(c);
                continue;
            }
            String rest = line.substring(i + 1);
            char before = i == 0 ? ' ' : line.charAt(i - 1);
            if (rest.startsWith("ข")) { // E2 84 A2, or E2 80 A2
                result.append(Character.isLetter(before) ? '™' : '•');
                i++;
            } else if (rest.startsWith("ฆ")) { // E2 80 A6
                result.append('…');
                i++;
            } else if (rest.startsWith("ฌ")) { // E2 82 AC
                result.append('€');
                i++;
            } else {
                char sign = sign(before, rest, isQuoted);
                isQuoted = sign == '“' || (sign != '”' && isQuoted);
                result.append(sign);
            }
        }
        return result.toString();
    }

    private static char sign(char before, String rest, boolean isQuoted) {
        char behind = rest.isEmpty() ? ' ' : rest.charAt(0);
        boolean isNumber = Character.isDigit(before) || Character.isDigit(behind);
        boolean isWordBefore = Character.isLetter(before) || ".,!?;:%)".indexOf(before) >= 0;
        if (isNumber) {
            return LEAD;
        }
        if (Character.isWhitespace(before) && Character.isWhitespace(behind)) {
            return '—';
        }
        if (Character.isLetter(before) && CONTRACTED.matcher(rest).matches()) {
            return '’';
        }
        if (Character.isLetter(before) && Character.isLetter(behind)) {
            return '—';
        }
        if ((Character.isWhitespace(before) || "([—".indexOf(before) >= 0) && Character.isLetter(behind)) {
            return '“';
        }
        if (isWordBefore && !Character.isLetter(behind)) {
            return isQuoted ? '”' : before == 's' || before == 'z' ? '’' : LEAD;
        }
        return LEAD;
    }
}
