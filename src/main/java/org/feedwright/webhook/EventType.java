package org.feedwright.webhook;

import java.util.Arrays;
import java.util.Optional;
import org.feedwright.article.ArticleEvent;
import org.feedwright.article.Revision;

/** What is told of, by the names that receivers know. */
enum EventType {
    /** Readers can see an article that they could not see before, or see it again. */
    PUBLISHED("article.published"),
    /** The title, the highlights or the body of an article has changed, or a correction was added. */
    UPDATED("article.updated"),
    /** Something else that readers see of an article has changed, such as a category. */
    CHANGED("article.changed"),
    /** Readers can no longer see an article. */
    WITHDRAWN("article.withdrawn"),
    /** A feed, and all that belongs to it, has other addresses. */
    FEED_RENAMED("feed.renamed"),
    /** The addresses of a feed, and all that belongs to it, answer that it is gone. */
    FEED_ENDED("feed.ended"),
    /** A feed that had ended is there again. */
    FEED_RESUMED("feed.resumed"),
    /** Nothing has happened: somebody tries whether the receiver hears. */
    TEST("webhook.test");

    private final String token;

    EventType(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }

    static Optional<EventType> of(String token) {
        return Arrays.stream(values()).filter(type -> type.token.equals(token)).findFirst();
    }

    /**
     * The type of what has happened to an article; empty where readers see no difference.
     *
     * @param isAwaited whether the article was scheduled until now, and nobody has been told yet that it is there
     */
    static Optional<EventType> of(ArticleEvent event, boolean isAwaited) {
        return switch (event) {
            case ArticleEvent.ArticlePublished _ -> Optional.of(PUBLISHED);
            case ArticleEvent.ArticleRevised revised -> isAwaited ? Optional.of(PUBLISHED) : of(revised.revision());
            case ArticleEvent.ArticleWithdrawn _ -> Optional.of(WITHDRAWN);
            case ArticleEvent.ArticleScheduled _ -> Optional.empty();
        };
    }

    private static Optional<EventType> of(Revision revision) {
        return switch (revision) {
            case SIGNIFICANT -> Optional.of(UPDATED);
            case MINOR -> Optional.of(CHANGED);
            case NONE -> Optional.empty();
        };
    }
}
