package org.feedwright.page;

import org.feedwright.article.Prose;
import org.feedwright.text.AbsoluteHtml;
import org.feedwright.text.ElementIds;
import org.feedwright.text.KnownAddresses;
import org.feedwright.text.TextLanguage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** An article's text on its page: every address absolute but those that stay on the page. */
record ArticleHtml(Document document) {
    private static final Evaluator LINKS_INTO_A_PAGE = Selector.evaluatorOf("a[href*=#]");

    /**
     * @param link the article's address, against which relative addresses are meant
     * @param media the files that some of them name instead
     * @param ids what the page and its other parts have taken
     */
    static ArticleHtml of(Prose prose, String link, KnownAddresses media, ElementIds ids) {
        return of(AbsoluteHtml.parsed(prose.html(), link, TextLanguage.of(null), media, ids), link);
    }

    /** The same of HTML whose addresses are absolute already. */
    static ArticleHtml of(String html, String link) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings(new Document.OutputSettings().prettyPrint(false));
        return of(document, link);
    }

    private static ArticleHtml of(Document document, String link) {
        for (var anchor : document.select(LINKS_INTO_A_PAGE)) {
            String href = anchor.attr("href");
            String target = href.substring(href.indexOf('#'));
            if (href.equals(AbsoluteHtml.resolved(target, link))
                    && document.getElementById(ElementIds.unescaped(target.substring(1))) != null) {
                anchor.attr("href", target);
            }
        }
        return new ArticleHtml(document);
    }

    String html() {
        return document.body().html();
    }

    /** Whether the text itself has this picture. */
    boolean shows(@Nullable String image) {
        return image != null
                && document.select("img[src]").stream()
                        .anyMatch(element -> element.attr("src").equals(image));
    }
}
