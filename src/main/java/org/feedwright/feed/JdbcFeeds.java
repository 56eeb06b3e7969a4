package org.feedwright.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.store.StoredJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores feeds in SQLite or PostgreSQL. */
@Repository
public class JdbcFeeds {
    private final JdbcClient jdbc;
    private final JdbcFormerNames formerNames;

    /** By feed what was read last: each publication asks for it many times, and it seldom changes. */
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    private record Read(String json, FeedDefinition definition) {}

    JdbcFeeds(JdbcClient jdbc, JdbcFormerNames formerNames) {
        this.jdbc = jdbc;
        this.formerNames = formerNames;
    }

    /** A feed that is defined, whether readers know it or not. */
    public Optional<Feed> find(FeedName name) {
        return jdbc.sql("select * from feed where name = :name")
                .param("name", name.value())
                .query(this::feed)
                .optional();
    }

    public Optional<Feed> findOpened(FeedName name) {
        return jdbc.sql("select * from feed where name = :name and opened is not null")
                .param("name", name.value())
                .query(this::feed)
                .optional();
    }

    public List<Feed> living() {
        return jdbc.sql(
                        "select * from feed where opened is not null and retired is null and name <> :all order by name")
                .param("all", Feed.ALL.value())
                .query(this::feed)
                .list();
    }

    /**
     * The feeds that take articles of others, by name, open or not. They name the feeds that they take from as these
     * are called now.
     */
    public List<Feed> composed() {
        var successors = formerNames.leading();
        return jdbc
                .sql("select * from feed where composed = 1 and retired is null order by name")
                .query(this::feed)
                .list()
                .stream()
                .map(feed -> feed.following(successors))
                .toList();
    }

    /** Locks a feed until the transaction ends, so that transactions give its places one after another. */
    public void hold(FeedName name) {
        jdbc.sql("update feed set name = name where name = :name")
                .param("name", name.value())
                .update();
    }

    /**
     * The feeds with the newest articles. The newest article of each feed is found by one step into an index, and
     * articles are counted only for the feeds that are asked for.
     */
    List<FeedListing> listed(int count, int from, Instant now) {
        return jdbc.sql("""
                        select listed.*, (
                            select count(*) from place p
                            where p.strand = listed.name and p.gone is null and p.appeared <= :now) as articles
                        from (
                            select f.*, (
                                select p.appeared from place p
                                where p.strand = f.name and p.gone is null and p.appeared <= :now
                                order by p.appeared desc limit 1) as newest
                            from feed f where opened is not null and retired is null and name <> :all
                            order by newest desc nulls last, name limit :count offset :from) listed
                        order by newest desc nulls last, name
                        """)
                .param("now", now.toEpochMilli())
                .param("all", Feed.ALL.value())
                .param("count", count)
                .param("from", from)
                .query((row, number) -> {
                    var feed = feed(row, number);
                    int articles = row.getInt("articles");
                    long newest = row.getLong("newest");
                    return new FeedListing(feed, articles, row.wasNull() ? null : Instant.ofEpochMilli(newest));
                })
                .list();
    }

    public void insert(FeedName name, String id, FeedDefinition definition, Instant now) {
        bind(jdbc.sql("""
                        insert into feed (name, id, definition, modified, retired, composed)
                        values (:name, :id, :definition, 0, :retired, :composed)
                        on conflict do nothing
                        """), name, id, definition, now).update();
    }

    public void redefine(FeedName name, String id, FeedDefinition definition, Instant now) {
        bind(jdbc.sql("""
                                update feed set id = :id, definition = :definition, retired = :retired,
                                  composed = :composed, defined = :defined
                                where name = :name
                                """), name, id, definition, now)
                .param(
                        "defined",
                        now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).toEpochMilli())
                .update();
    }

    /**
     * Renames a feed.
     *
     * @return whether there was such a feed
     */
    public boolean rename(FeedName from, FeedName to, Instant defined) {
        return jdbc.sql("update feed set name = :to, defined = :defined where name = :from")
                        .param("defined", defined.toEpochMilli())
                        .param("from", from.value())
                        .param("to", to.value())
                        .update()
                > 0;
    }

    boolean hasId(String id) {
        return jdbc.sql("select count(*) from feed where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Opens a feed to readers.
     *
     * @return whether it was closed before
     */
    public boolean open(FeedName name, Instant now) {
        return jdbc.sql("update feed set opened = :now where name = :name and opened is null")
                        .param("name", name.value())
                        .param("now", now.toEpochMilli())
                        .update()
                > 0;
    }

    /**
     * Ends a feed.
     *
     * @return whether it was alive before
     */
    public boolean retire(FeedName name, Instant now) {
        return jdbc.sql("update feed set retired = :now where name = :name and retired is null")
                        .param("name", name.value())
                        .param("now", now.toEpochMilli())
                        .update()
                > 0;
    }

    /** Counts a change of a feed. */
    public void count(FeedName name) {
        jdbc.sql("update feed set revision = revision + 1 where name = :name")
                .param("name", name.value())
                .update();
    }

    /**
     * Notes the time of a change; it never moves back. If a later second is noted already, or the same one was told,
     * because a clock was set back, the next second is noted: no two states have the same one, unless no reader can
     * have seen the first of them.
     *
     * @param isTold whether a reader may have been told of a state of this second
     */
    public void touch(FeedName name, Instant modified, boolean isTold) {
        jdbc.sql("""
                        update feed set modified = case when modified < :modified then :modified else modified + 1000 end
                        where name = :name and opened is not null and (modified <> :modified or :told = 1)
                        """)
                .param("name", name.value())
                .param("modified", modified.toEpochMilli())
                .param("told", isTold ? 1 : 0)
                .update();
    }

    public Map<FeedName, Long> revisions() {
        return jdbc
                .sql("""
                        select name, revision from feed
                        union all
                        select former.name, present.revision from former_name former
                        join feed present on present.name = former.feed
                        where not exists (select 1 from feed other where other.name = former.name)
                        """)
                .query((row, _) -> Map.entry(new FeedName(row.getString("name")), row.getLong("revision")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, FeedName name, String id, FeedDefinition definition, Instant now) {
        return statement
                .param("name", name.value())
                .param("id", id)
                .param("definition", StoredJson.write(definition))
                .param("composed", definition.select() == null ? 0 : 1)
                .param("retired", definition.retired() ? now.toEpochMilli() : null, Types.BIGINT);
    }

    private Feed feed(ResultSet row, int number) throws SQLException {
        return new Feed(
                new FeedName(row.getString("name")),
                row.getString("id"),
                definition(row.getString("name"), row.getString("definition")),
                Instant.ofEpochMilli(row.getLong("modified")),
                Instant.ofEpochMilli(row.getLong("defined")),
                row.getObject("opened") != null,
                row.getObject("retired") != null,
                row.getLong("revision"));
    }

    private FeedDefinition definition(String name, String json) {
        return read.compute(
                        name,
                        (_, last) -> last != null && last.json().equals(json)
                                ? last
                                : new Read(json, StoredJson.read(json, FeedDefinition.class)))
                .definition();
    }
}
