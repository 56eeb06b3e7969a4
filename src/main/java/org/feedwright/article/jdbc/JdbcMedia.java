package org.feedwright.article.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.Article;
import org.feedwright.article.FeedName;
import org.feedwright.article.Media;
import org.feedwright.article.MediaFile;
import org.feedwright.article.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that articles name, in SQLite or PostgreSQL. They change in the transactions of the articles. */
@Repository
class JdbcMedia implements Media {
    private final JdbcClient jdbc;

    JdbcMedia(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> typeOf(FeedName feed, String path, Instant now) {
        return jdbc.sql("""
                        select m.type from article_media m join article a on a.id = m.article
                        where m.feed = :feed and m.path = :path and a.state = 'PUBLISHED' and a.appeared <= :now
                        order by m.article limit 1
                        """)
                .param("feed", feed.value())
                .param("path", path)
                .param("now", now.toEpochMilli())
                .query(String.class)
                .optional();
    }

    @Override
    public List<NamedMedia> named() {
        return jdbc.sql("select distinct feed, path from article_media")
                .query((row, _) -> new NamedMedia(new FeedName(row.getString("feed")), row.getString("path")))
                .list();
    }

    @Override
    public List<Slug> namedBy(FeedName feed, String path) {
        return jdbc.sql("""
                        select a.slug from article_media m join article a on a.id = m.article
                        where m.feed = :feed and m.path = :path and a.state <> 'WITHDRAWN' order by a.slug
                        """)
                .param("feed", feed.value())
                .param("path", path)
                .query((row, _) -> new Slug(row.getString("slug")))
                .list();
    }

    @Override
    public boolean wasWithdrawn(FeedName feed, String path, Instant now) {
        return jdbc.sql("""
                        select 1 from article_media m join article a on a.id = m.article
                        where m.feed = :feed and m.path = :path and a.state = 'WITHDRAWN' and a.appeared <= :now
                        limit 1
                        """)
                .param("feed", feed.value())
                .param("path", path)
                .param("now", now.toEpochMilli())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Moves the files of a feed's articles to the feed's new name, and those that came through the API. */
    void refile(FeedName from, FeedName to) {
        jdbc.sql("update article_media set feed = :to where feed = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
        jdbc.sql("update upload set feed = :to where feed = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /**
     * Notes the files that an article names after a change. Most articles name none before and after, and cost nothing.
     */
    void note(@Nullable Article before, Article after) {
        var named = before == null ? List.<MediaFile>of() : before.text().media();
        boolean isSame = named.equals(after.text().media())
                && (before == null || before.feed().equals(after.feed()));
        if (isSame) {
            return;
        }
        if (!named.isEmpty()) {
            jdbc.sql("delete from article_media where article = :article")
                    .param("article", after.id().value())
                    .update();
        }
        for (var file : after.text().media()) {
            jdbc.sql("""
                            insert into article_media (article, feed, path, type)
                            values (:article, :feed, :path, :type) on conflict do nothing
                            """)
                    .param("article", after.id().value())
                    .param("feed", after.feed().value())
                    .param("path", file.path())
                    .param("type", file.type())
                    .update();
        }
    }
}
