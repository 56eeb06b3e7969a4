package org.feedwright.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.store.StoredJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads where the pages of visible articles are, in SQLite or PostgreSQL. */
@Repository
class JdbcPublishedPages {
    private final JdbcClient jdbc;

    JdbcPublishedPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param link the article's address elsewhere; null where its page on this service is its address */
    record Row(Slug slug, Instant updated, @Nullable String link) {}

    /** The one field that is needed of an article's text, which can be long. */
    record Text(@Nullable String link) {}

    /** The number of places of each feed by name, also of feeds that have ended, withdrawn articles included. */
    Map<FeedName, Integer> places(Instant now) {
        var places = new LinkedHashMap<FeedName, Integer>();
        jdbc.sql("""
                        select name, (
                            select count(*) from article a where a.feed = f.name and a.appeared <= :now) as places
                        from feed f where opened is not null order by name
                        """)
                .param("now", now.toEpochMilli())
                .query((row, _) -> Map.entry(new FeedName(row.getString("name")), row.getInt("places")))
                .list()
                .forEach(entry -> places.put(entry.getKey(), entry.getValue()));
        return places;
    }

    /** The number of places of a feed; 0 if readers do not know the feed. */
    int places(FeedName feed, Instant now) {
        return jdbc.sql("""
                        select count(*) from article a
                        where a.feed = :feed and a.appeared <= :now
                          and exists (select 1 from feed f where f.name = a.feed and f.opened is not null)
                        """)
                .param("feed", feed.value())
                .param("now", now.toEpochMilli())
                .query(Integer.class)
                .single();
    }

    /** The visible articles in a range of a feed's places, the oldest first. Only the index is read to find them. */
    List<Row> articles(FeedName feed, long from, int count, Instant now) {
        return jdbc.sql("""
                        select slug, updated, text from article
                        where state = 'PUBLISHED' and id in (
                            select id from article where feed = :feed and appeared <= :now
                            order by appeared, id desc limit :count offset :from)
                        order by appeared, id desc
                        """)
                .param("feed", feed.value())
                .param("now", now.toEpochMilli())
                .param("count", count)
                .param("from", from)
                .query((row, _) -> new Row(
                        new Slug(row.getString("slug")),
                        Instant.ofEpochMilli(row.getLong("updated")),
                        StoredJson.read(row.getString("text"), Text.class).link()))
                .list();
    }

    /** When what readers see of a feed last changed; empty if readers do not know the feed. */
    Optional<Instant> changed(FeedName feed, Instant now) {
        return jdbc.sql("""
                        select modified, opened, retired, (
                            select max(appeared) from article a where a.feed = f.name and a.appeared <= :now) as newest
                        from feed f where name = :feed and opened is not null
                        """)
                .param("feed", feed.value())
                .param("now", now.toEpochMilli())
                .query(JdbcPublishedPages::latest)
                .optional();
    }

    /** When what readers see of any feed last changed. */
    Instant changed(Instant now) {
        return jdbc.sql("""
                        select max(modified) as modified, max(opened) as opened, max(retired) as retired, (
                            select max(appeared) from article
                            where state = 'PUBLISHED' and appeared <= :now) as newest
                        from feed where opened is not null
                        """)
                .param("now", now.toEpochMilli())
                .query(JdbcPublishedPages::latest)
                .single();
    }

    private static Instant latest(ResultSet row, int number) throws SQLException {
        long latest = 0; // milliseconds; what is null in the row is 0
        for (String column : List.of("modified", "opened", "retired", "newest")) {
            latest = Math.max(latest, row.getLong(column));
        }
        return Instant.ofEpochMilli(latest);
    }
}
