package org.feedwright.imports.pasted;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the punctuation that a wrong decoding as Thai has damaged. Of the three bytes of a dash or a quotation mark
 * only the first is left then, as the vowel {@code โ}: the Thai code pages have no characters for the others.
 */
final class ThaiRepair {
    private static final Pattern DAMAGED =
            Pattern.compile("(?<![\\u0E00-\\u0E7F])\\u0E42([\\u20AC\\u0E02\\u0E06\\u0E0C]?)(?![\\u0E00-\\u0E7F])");
    private static final Pattern CONTRACTED = Pattern.compile("(?i)(?:s|t|d|m|re|ve|ll)(?!\\p{L}).*", Pattern.DOTALL);
    private static final Pattern RANGE_LEFT = Pattern.compile(".*?(?<![\\d.,])(\\d{1,9})", Pattern.DOTALL);
    private static final Pattern RANGE_RIGHT = Pattern.compile("(\\d{1,9})(?![\\d]|[.,]\\d).*", Pattern.DOTALL);
    private static final int NEAR = 12; // characters that decide

    private final String line;
    private boolean isQuoted;

    /** @param doubts whether something damaged is left as it is */
    record Result(String line, List<String> guesses, boolean doubts) {}

    private ThaiRepair(String line) {
        this.line = line;
    }

    static Result of(String line) {
        return line.indexOf('โ') < 0 ? new Result(line, List.of(), false) : new ThaiRepair(line).repaired();
    }

    private Result repaired() {
        var result = new StringBuilder();
        var guesses = new ArrayList<String>();
        boolean doubts = false;
        int end = 0;
        for (var damaged : DAMAGED.matcher(line).results().toList()) {
            String meant = meant(damaged);
            doubts |= meant == null;
            if (meant != null) {
                result.append(line, end, damaged.start()).append(meant);
                end = damaged.end();
                guesses.add(around(damaged, damaged.group()) + " → " + around(damaged, meant));
            }
        }
        return new Result(result.append(line, end, line.length()).toString(), guesses, doubts);
    }

    private String around(MatchResult damaged, String middle) {
        int from = Math.max(0, damaged.start() - NEAR);
        int to = Math.min(line.length(), damaged.end() + NEAR);
        return "'" + line.substring(from, damaged.start()) + middle + line.substring(damaged.end(), to) + "'";
    }

    private @Nullable String meant(MatchResult damaged) {
        String before = line.substring(Math.max(0, damaged.start() - NEAR), damaged.start());
        String after = line.substring(damaged.end(), Math.min(line.length(), damaged.end() + NEAR));
        char left = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        char right = after.isEmpty() ? ' ' : after.charAt(0);
        return switch (damaged.group(1)) {
            case "\u0E02" -> Character.isLetter(left) ? "™" : left == ' ' && right == ' ' ? "•" : null;
            case "\u0E06" -> Character.isLetter(left) && !Character.isDigit(right) ? "…" : null;
            case "\u0E0C" -> Character.isDigit(right) || Character.isDigit(left) ? "€" : null;
            case "" -> mark(before, left, after, right, damaged.end());
            default -> quote(left, after, right, damaged.end());
        };
    }

    private @Nullable String mark(String before, char left, String after, char right, int end) {
        if (Character.isDigit(left) && Character.isDigit(right)) {
            return isRange(before, after) ? "–" : null;
        }
        if (Character.isLetter(left) && Character.isLetter(right) && !isApostrophe(before, after)) {
            return "—";
        }
        if (left == ' ' && right == ' ') {
            boolean isBetweenWords =
                    before.strip().matches(".*\\p{L}[,;)]?") && after.strip().matches("\\p{L}.*");
            return isBetweenWords ? "–" : null;
        }
        return quote(left, after, right, end);
    }

    private @Nullable String quote(char left, String after, char right, int end) {
        boolean isOpening = (left == ' ' || left == '(' || left == '[') && Character.isLetter(right);
        if (isOpening && !isQuoted && hasClosing(end)) {
            isQuoted = true;
            return "“";
        }
        boolean isEnd = !Character.isLetterOrDigit(right) && right != '\u0E42';
        if (isEnd && isQuoted && left != ' ') {
            isQuoted = false;
            return "”";
        }
        boolean isPossessive = isEnd && left == 's' && right == ' ';
        boolean isContraction = (Character.isLetter(left) && Character.isLetter(right))
                || (Character.isDigit(left) && after.matches("s\\b.*"));
        return isPossessive || isContraction ? "’" : null;
    }

    private boolean hasClosing(int from) {
        return closing(line, from);
    }

    /** Whether a mark follows that ends a word; only so far as a quotation may reach. */
    private static boolean closing(String line, int from) {
        int limit = Math.min(line.length(), from + 400);
        for (int i = from; i < limit; i++) {
            if (line.charAt(i) == 'โ') {
                int next = i + 1 < line.length() && line.charAt(i + 1) == '€' ? i + 2 : i + 1;
                if (line.charAt(i - 1) != ' '
                        && (next >= line.length() || !Character.isLetterOrDigit(line.charAt(next)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isApostrophe(String before, String after) {
        return CONTRACTED.matcher(after).matches() || before.matches("(?s)(?:.*[^\\p{L}])?(?:O|[dDlL])");
    }

    /** Numbers that rise, and of which the second is not the end of the first (10’500). */
    private static boolean isRange(String before, String after) {
        var left = RANGE_LEFT.matcher(before);
        var right = RANGE_RIGHT.matcher(after);
        if (!left.matches() || !right.matches()) {
            return false;
        }
        String from = left.group(1);
        String to = right.group(1);
        boolean isYears = from.matches("[12]\\d{3}") && to.length() == 2;
        boolean isThousands = from.length() < 3 && to.length() == 3;
        return isYears || (!to.startsWith("0") && !isThousands && Integer.parseInt(from) < Integer.parseInt(to));
    }
}
