package org.feedwright.authoring.body;

import java.util.regex.Pattern;
import org.feedwright.authoring.html.CleanHtml;
import org.feedwright.text.HtmlLine;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * The comment that ends the part of an article which lists show: {@code <!--more-->} (WordPress, Hugo, Hexo, Jekyll,
 * Zola), {@code <!-- truncate -->} (Docusaurus), {@code <!-- excerpt -->} (Eleventy), Pelican's.
 */
final class SummaryMark {
    /** A text of its own stands in WordPress's only, without a space before the word; else it is a remark. */
    private static final Pattern MARK = Pattern.compile(
            "<!--(?:\\s{0,9}(?:more|truncate|excerpt|PELICAN_END_SUMMARY)\\s{0,9}|more\\s[^<>]{0,200})-->",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern EXPRESSION = Pattern.compile("\\{/\\*\\s*truncate\\s*\\*/}");
    /** The comment that takes the place of Docusaurus's mark in MDX, which has no HTML comments. */
    static final String COMMENT = "<!-- truncate -->";

    private SummaryMark() {}

    /** Whether a text may hold a mark. */
    static boolean isIn(String source) {
        return source.contains("<!--") || source.contains("{/*");
    }

    /** Whether a paragraph is a mark as MDX has it. */
    static boolean isExpression(String paragraph) {
        return EXPRESSION.matcher(paragraph.strip()).matches();
    }

    /** What stands before the first mark in HTML, as plain text; null if there is no mark, or nothing before it. */
    static @Nullable String before(String html) {
        var mark = MARK.matcher(html);
        if (!mark.find()) {
            return null;
        }
        var beginning = Jsoup.parseBodyFragment(CleanHtml.of(html.substring(0, mark.start())))
                .body();
        beginning.select("sup:has(> a[href^=#fn-])").remove(); // its note would stand at the foot
        String text = HtmlLine.of(beginning.html());
        return text.isEmpty() ? null : text;
    }
}
