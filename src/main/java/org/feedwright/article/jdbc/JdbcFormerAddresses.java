package org.feedwright.article.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.article.FormerAddress;
import org.feedwright.article.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The addresses at which readers met articles that have other addresses now. They change in the transactions of the
 * articles.
 */
final class JdbcFormerAddresses {
    private final JdbcClient jdbc;

    JdbcFormerAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes the address that an article leaves, if readers met it there. A withdrawn article is the last one at its
     * address, so the articles that left the address before are forgotten; whoever is known there when it comes back
     * elsewhere has left it since.
     */
    void note(Article before, Article after, Instant now) {
        if (!before.hasBeenSeen(now)) {
            return;
        }
        boolean hasLeft = !before.feed().equals(after.feed()) || !before.slug().equals(after.slug());
        if (hasLeft) {
            boolean isLast = before.state() != State.WITHDRAWN;
            bind(
                            "insert into former_address (feed, slug, article) values (:feed, :slug, :article)"
                                    + " on conflict (feed, slug) do "
                                    + (isLast ? "update set article = excluded.article" : "nothing"),
                            before)
                    .param("article", before.id().value())
                    .update();
        } else if (after.state() == State.WITHDRAWN) {
            bind("delete from former_address where feed = :feed and slug = :slug", before)
                    .update();
        }
    }

    private JdbcClient.StatementSpec bind(String statement, Article article) {
        return jdbc.sql(statement)
                .param("feed", article.feed().value())
                .param("slug", article.slug().value());
    }

    void refile(FeedName from, FeedName to) {
        for (String statement : List.of("""
                delete from former_address where feed = :to
                and slug in (select slug from former_address where feed = :from)
                """, "update former_address set feed = :to where feed = :from")) {
            jdbc.sql(statement)
                    .param("from", from.value())
                    .param("to", to.value())
                    .update();
        }
    }

    /** The article that left an address last. */
    Optional<ArticleId> article(FeedName feed, Slug slug) {
        return jdbc.sql("select article from former_address where feed = :feed and slug = :slug")
                .param("feed", feed.value())
                .param("slug", slug.value())
                .query((row, _) -> new ArticleId(row.getString("article")))
                .optional();
    }

    List<FormerAddress> all() {
        return jdbc.sql("select feed, slug, article from former_address")
                .query((row, _) -> new FormerAddress(
                        new FeedName(row.getString("feed")),
                        new Slug(row.getString("slug")),
                        new ArticleId(row.getString("article"))))
                .list();
    }
}
