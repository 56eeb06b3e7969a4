package org.feedwright.text;

import java.util.Locale;
import java.util.Set;

/**
 * Exponents and indices in plain text: as superscript and subscript characters where Unicode has them, else behind
 * {@code ^} and {@code _}.
 */
final class Script {
    private static final String PLAIN = "0123456789+-−=()";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎";
    /** Endings that are raised by habit, and are read as they are. */
    private static final Set<String> ENDINGS =
            Set.of("st", "nd", "rd", "th", "er", "ère", "ème", "lle", "me", "tm", "™", "®", "©", "*", "†", "‡");

    private Script() {}

    static String raised(String text) {
        if (ENDINGS.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        return text.equals("n") ? "ⁿ" : script(text, RAISED, '^');
    }

    static String lowered(String text) {
        return script(text, LOWERED, '_');
    }

    private static String script(String text, String characters, char sign) {
        return text.chars().allMatch(c -> PLAIN.indexOf(c) >= 0)
                ? text.chars()
                        .map(c -> characters.charAt(PLAIN.indexOf(c)))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : isScript(text) ? text : sign + group(text);
    }

    private static boolean isScript(String text) {
        return text.chars().allMatch(c -> RAISED.indexOf(c) >= 0 || LOWERED.indexOf(c) >= 0);
    }

    static String group(String text) {
        return text.codePoints().allMatch(Character::isLetterOrDigit) ? text : "(" + text + ")";
    }

    /**
     * Whether the text from this position on begins with {@code ^} or {@code _} and ends with a letter or digit, so
     * that a following letter could be taken for a part of it.
     */
    static boolean isSigned(CharSequence line, int start) {
        return start < line.length()
                && (line.charAt(start) == '^' || line.charAt(start) == '_')
                && Character.isLetterOrDigit(line.charAt(line.length() - 1));
    }
}
