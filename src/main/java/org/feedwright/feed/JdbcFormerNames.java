package org.feedwright.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the former names of feeds in SQLite or PostgreSQL. */
@Repository
class JdbcFormerNames {
    private final JdbcClient jdbc;

    JdbcFormerNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives a feed these former names and no others, without those that other feeds claim. */
    void claim(FeedName feed, List<FeedName> names) {
        jdbc.sql("delete from former_name where feed = :feed")
                .param("feed", feed.value())
                .update();
        for (var name : names) {
            jdbc.sql("insert into former_name (name, feed) values (:name, :feed) on conflict do nothing")
                    .param("name", name.value())
                    .param("feed", feed.value())
                    .update();
        }
    }

    /** Makes the former names of a feed lead to its new name, and its old name too. */
    void rename(FeedName from, FeedName to) {
        jdbc.sql("delete from former_name where name in (:from, :to)")
                .param("from", from.value())
                .param("to", to.value())
                .update();
        jdbc.sql("update former_name set feed = :to where feed = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
        jdbc.sql("insert into former_name (name, feed) values (:from, :to)")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /** The feed that had a name before. */
    Optional<FeedName> holder(FeedName name) {
        return jdbc.sql("select feed from former_name where name = :name")
                .param("name", name.value())
                .query((row, _) -> new FeedName(row.getString("feed")))
                .optional();
    }

    /** The former names that no feed has now, or only one that has ended, each with the feed to which it leads. */
    Map<FeedName, FeedName> leading() {
        return jdbc
                .sql("""
                        select former.name, former.feed from former_name former
                        join feed present on present.name = former.feed and present.opened is not null
                        left join feed other on other.name = former.name
                        where other.name is null or other.retired is not null
                        """)
                .query((row, _) -> Map.entry(new FeedName(row.getString("name")), new FeedName(row.getString("feed"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
