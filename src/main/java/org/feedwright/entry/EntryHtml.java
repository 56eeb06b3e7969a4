package org.feedwright.entry;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Highlight;
import org.feedwright.text.HtmlLine;
import org.feedwright.text.TextLanguage;
import org.jsoup.nodes.Entities;

/** Writes the HTML and the plain text of which an entry is put together. */
public final class EntryHtml {
    private EntryHtml() {}

    /** The highlights as an HTML list; empty if there are none. */
    public static String list(List<Highlight> highlights) {
        return highlights.isEmpty()
                ? ""
                : highlights.stream()
                        .map(highlight -> "<li>" + escaped(highlight.text()) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    /** The highlights as an HTML list, or else the summary; empty if there is neither. */
    static String summary(ArticleText text) {
        return text.highlights().isEmpty() && text.summary() != null
                ? "<p>" + escaped(text.summary()) + "</p>"
                : list(text.highlights());
    }

    /** The highlights, or else the summary, as lines of plain text. */
    public static List<Highlight> points(ArticleText text) {
        return text.highlights().isEmpty() && text.summary() != null
                ? List.of(new Highlight(text.summary()))
                : text.highlights();
    }

    /** The corrections, each under a heading with its date, set apart from the body; empty if there are none. */
    static String first(List<ShownCorrection> corrections) {
        return corrections.isEmpty()
                ? ""
                : corrections.stream()
                        .map(correction -> "<h2>" + correction.heading() + "</h2>" + correction.html())
                        .collect(Collectors.joining("", "", "<hr>"));
    }

    /** The corrections as plain text, each in a paragraph of its own. */
    static String firstText(List<ShownCorrection> corrections) {
        return corrections.stream()
                .map(correction -> correction.heading() + ": " + HtmlLine.of(correction.html()) + "\n\n")
                .collect(Collectors.joining());
    }

    /** The disclaimer under a heading, set apart from the body; empty if there is none. */
    static String apart(String disclaimer) {
        return disclaimer.isEmpty() ? "" : "<hr><h2>Disclaimer</h2>" + disclaimer;
    }

    /**
     * The highlights and the disclaimer as plain text: a line for each highlight, then the disclaimer in a paragraph of
     * its own.
     */
    static String text(List<Highlight> highlights, String disclaimer) {
        String points = highlights.stream().map(Highlight::text).collect(Collectors.joining("\n"));
        String words = HtmlLine.of(disclaimer);
        return words.isEmpty() ? points : (points + "\n\nDisclaimer: " + words).strip();
    }

    /**
     * Wraps the HTML in an element with its language and direction where that is from right to left. Few readers take
     * the direction from the feed's language; readers that drop the attribute show what they would show without it.
     * Blogger's feeds have the same wrapper.
     */
    static String directed(String html, TextLanguage language) {
        return html.isEmpty() || !language.isRightToLeft()
                ? html
                : "<div lang=\"" + escaped(String.valueOf(language.lang())) + "\" dir=\"rtl\">" + html + "</div>";
    }

    static String image(String address, String title) {
        return "<p><img src=\"" + escaped(address) + "\" alt=\"" + escaped(title) + "\"></p>";
    }

    /** A picture that comes with an article as one of its files; nothing for another file. */
    static Stream<String> picture(Enclosure file) {
        return file.type().startsWith("image/")
                ? Stream.of(image(file.url(), Objects.requireNonNullElse(file.title(), "")))
                : Stream.empty();
    }

    /** Escapes all but the apostrophe: HTML 4 has no <code>&amp;apos;</code>, and old readers would show it. */
    private static String escaped(String text) {
        return Entities.escape(text).replace("&apos;", "'");
    }
}
