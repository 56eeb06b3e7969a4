package org.feedwright.authoring.body;

import java.util.Locale;
import java.util.Set;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;

/**
 * A block that generators set apart as a note, a tip or a warning, while it is parsed.
 *
 * @see Callouts
 */
final class Callout extends CustomBlock {
    private static final Set<String> NAMES = Set.of(
            "abstract",
            "attention",
            "bug",
            "caution",
            "check",
            "cite",
            "danger",
            "details",
            "done",
            "error",
            "example",
            "fail",
            "failure",
            "faq",
            "help",
            "hint",
            "important",
            "info",
            "missing",
            "note",
            "question",
            "quote",
            "secondary",
            "seealso",
            "success",
            "summary",
            "tip",
            "tldr",
            "todo",
            "warning");

    /** The line that opens it. */
    final String opening;

    /** Its title in Markdown; empty if it has none. */
    final String title;

    /** Whether it is set apart; else only its content stays. */
    final boolean isApart;

    boolean isClosed;

    Callout(String opening, String title, boolean isApart) {
        this.opening = opening;
        this.title = title;
        this.isApart = isApart;
    }

    static boolean isName(String word) {
        return NAMES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The name of a kind as a title: {@code WARNING} is "Warning". */
    static String words(String kind) {
        String words = kind.replace('-', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static Paragraph heading(StrongEmphasis title) {
        var paragraph = new Paragraph();
        paragraph.appendChild(title);
        return paragraph;
    }
}
