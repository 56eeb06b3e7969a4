package org.feedwright.page;

import org.feedwright.article.Article;
import org.feedwright.feed.Feed;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.Asker;
import org.feedwright.http.Problem;
import org.feedwright.text.TextLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What is left of an article that was taken back: since when, and why. Neither its title nor its text, for
 * that may be what was wrong. Who asks for a page gets one, and everyone else a problem (RFC 9457).
 */
final class WithdrawnPage {
    private static final String TITLE = "This article has been withdrawn";

    private final Pages pages;

    WithdrawnPage(Pages pages) {
        this.pages = pages;
    }

    /**
     * @param reason null where none was given
     * @param since null where it is not known
     * @param feedPath null where the feed has ended
     */
    record View(
            String title,
            @Nullable String reason,
            @Nullable DisplayedTime since,
            TextLanguage language,
            String feed,
            @Nullable String feedPath,
            TextLanguage feedLanguage) {}

    /** @param asked the path that a program asked for; null where a person sees the answer */
    Answer answer(Feed feed, Article article, @Nullable String asked) {
        var answer = asked == null
                ? pages.gone(JteWithdrawnGenerated::render, view(feed, article))
                : problem(article, asked);
        return answer.with(new Field("Vary", Asker.VARY));
    }

    private View view(Feed feed, Article article) {
        var definition = feed.definition();
        var since = article.withdrawn();
        var language = article.text().language();
        return new View(
                TITLE,
                article.reason(),
                since == null ? null : DisplayedTime.day(since, definition.zone()),
                TextLanguage.of(language != null ? language : definition.language()),
                definition.title(),
                feed.isRetired() ? null : pages.path(feed.name()),
                TextLanguage.of(definition.language()));
    }

    private static Answer problem(Article article, String asked) {
        var since = article.withdrawn();
        return Problem.withdrawn(
                        TITLE + (article.reason() == null ? "." : ": " + article.reason()),
                        asked,
                        article.reason(),
                        since == null ? null : since.toString())
                .answer();
    }
}
