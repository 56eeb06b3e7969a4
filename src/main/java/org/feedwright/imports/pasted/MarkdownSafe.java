package org.feedwright.imports.pasted;

import java.util.regex.Pattern;

/** Writes plain text such that Markdown shows the same characters. */
final class MarkdownSafe {
    private static final Pattern SIGN = Pattern.compile("[\\\\`*_\\[\\]<]|~(?=~)|&(?=#|\\w+;)|\\{(?=[:%{#])|!(?=\\[)");
    private static final Pattern AT_START = Pattern.compile("^(?:[#>+=-]|:::|\\|)");
    private static final Pattern NUMBER_AT_START = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");

    private MarkdownSafe() {}

    static String of(String line) {
        String safe = SIGN.matcher(line).replaceAll("\\\\$0");
        safe = AT_START.matcher(safe).replaceFirst("\\\\$0");
        return NUMBER_AT_START.matcher(safe).replaceFirst("$1\\\\$2");
    }
}
