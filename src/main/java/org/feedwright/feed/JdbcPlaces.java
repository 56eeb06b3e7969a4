package org.feedwright.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The places in SQLite or PostgreSQL, by the same statements. What costs by the number of places is done
 * from the last mark on, which is never far away.
 *
 * <p>The places of some articles are named by article and strand together, or SQLite walks through the whole
 * strand for them.
 */
@Repository
class JdbcPlaces {
    private static final int PART = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations named;

    JdbcPlaces(JdbcClient jdbc, NamedParameterJdbcOperations named) {
        this.jdbc = jdbc;
        this.named = named;
    }

    /** The last place of a complete archive page; before the first one, a mark that comes before every place. */
    record Mark(int page, Instant appeared, String article, Instant modified) {
        static final Mark NONE = new Mark(0, Instant.ofEpochMilli(Long.MIN_VALUE), "", Instant.EPOCH);

        /** For those that walk from place to place. */
        static Mark at(Place place) {
            return new Mark(0, place.appeared(), place.article().value(), Instant.EPOCH);
        }
    }

    /** Gives all places of a feed and of its parts to its new name; what readers see of their articles changes. */
    void rename(FeedName from, FeedName to, Instant modified) {
        for (String table : List.of("place", "mark")) {
            jdbc.sql("update " + table + """
                             set strand = :to || substr(strand, :rest)
                            where strand = :from or (strand > :parts and strand < :end)
                            """)
                    .param("from", from.value())
                    .param("to", to.value())
                    .param("rest", from.value().length() + 1)
                    .param("parts", from + "/")
                    .param("end", from + "0") // the sign after the slash
                    .update();
        }
        touch(to, modified);
    }

    /** The newest places that readers can see, the newest first. */
    List<Place> newest(Strand strand, int places, Instant now) {
        return jdbc.sql("""
                        select * from place where strand = :strand and appeared <= :now
                        order by appeared desc, article desc limit :places
                        """)
                .param("strand", strand.toString())
                .param("now", now.toEpochMilli())
                .param("places", places)
                .query(JdbcPlaces::place)
                .list();
    }

    /** The newest of them that are not empty. */
    List<Place> newestArticles(Strand strand, int places, Instant now) {
        return jdbc.sql("""
                        select * from place where strand = :strand and appeared <= :now and gone is null
                        order by appeared desc, article desc limit :places
                        """)
                .param("strand", strand.toString())
                .param("now", now.toEpochMilli())
                .param("places", places)
                .query(JdbcPlaces::place)
                .list();
    }

    /** Places below a window whose articles were corrected since the window's last place appeared, the latest first. */
    List<Place> corrected(Strand strand, Place last, int places, Instant now) {
        return jdbc.sql("""
                        select * from place
                        where strand = :strand and corrected > :appeared and corrected <= :now and gone is null
                          and (appeared, article) < (:appeared, :article)
                        order by corrected desc, article limit :places
                        """)
                .param("strand", strand.toString())
                .param("appeared", last.appeared().toEpochMilli())
                .param("article", last.article().value())
                .param("now", now.toEpochMilli())
                .param("places", places)
                .query(JdbcPlaces::place)
                .list();
    }

    /** The places behind this mark, the oldest first. */
    List<Place> behind(Strand strand, Mark mark, int skipped, int places, Instant now) {
        return jdbc.sql("""
                        select * from place
                        where strand = :strand and appeared <= :now
                          and (appeared, article) > (:appeared, :article)
                        order by appeared, article limit :places offset :skipped
                        """)
                .param("strand", strand.toString())
                .param("now", now.toEpochMilli())
                .param("appeared", mark.appeared().toEpochMilli())
                .param("article", mark.article())
                .param("places", places)
                .param("skipped", skipped)
                .query(JdbcPlaces::place)
                .list();
    }

    /** All places of a strand, those of scheduled articles too, the oldest first and in parts. */
    void walk(Strand strand, Consumer<List<Place>> visitor) {
        var mark = Mark.NONE;
        List<Place> part;
        do {
            part = following(strand, mark, PART);
            if (!part.isEmpty()) {
                visitor.accept(part);
                mark = Mark.at(part.getLast());
            }
        } while (part.size() == PART);
    }

    /** The next places behind this one, those of scheduled articles too, the oldest first. */
    List<Place> following(Strand strand, Mark last, int places) {
        return behind(strand, last, 0, places, Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    /** Where these articles have a place that is not empty. */
    Map<ArticleId, Set<Strand>> filled(Collection<ArticleId> articles) {
        return articles.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from place where gone is null and article in (:articles)")
                        .param(
                                "articles",
                                articles.stream().map(ArticleId::value).toList())
                        .query(JdbcPlaces::place)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Place::article, Collectors.mapping(Place::strand, Collectors.toSet())));
    }

    /** The last mark that is not behind this page. */
    Mark mark(Strand strand, int page) {
        return jdbc.sql("select * from mark where strand = :strand and page <= :page order by page desc limit 1")
                .param("strand", strand.toString())
                .param("page", page)
                .query((row, _) -> new Mark(
                        row.getInt("page"),
                        Instant.ofEpochMilli(row.getLong("appeared")),
                        row.getString("article"),
                        Instant.ofEpochMilli(row.getLong("modified"))))
                .optional()
                .orElse(Mark.NONE);
    }

    /** How many places readers can see, empty ones included. */
    int count(Strand strand, Mark last, Instant now) {
        return last.page() * History.PLACES
                + jdbc.sql("""
                        select count(*) from place
                        where strand = :strand and appeared <= :now
                          and (appeared, article) > (:appeared, :article)
                        """)
                        .param("strand", strand.toString())
                        .param("now", now.toEpochMilli())
                        .param("appeared", last.appeared().toEpochMilli())
                        .param("article", last.article())
                        .query(Integer.class)
                        .single();
    }

    /** How many articles are there. */
    int countArticles(Strand strand, Instant now) {
        return jdbc.sql("select count(*) from place where strand = :strand and appeared <= :now and gone is null")
                .param("strand", strand.toString())
                .param("now", now.toEpochMilli())
                .query(Integer.class)
                .single();
    }

    /** Whether readers can see, or could see, anything there. */
    boolean exists(Strand strand, Instant now) {
        return !newest(strand, 1, now).isEmpty();
    }

    /** When the next scheduled article appears. */
    Optional<Instant> nextAppearance(Strand strand, Instant now) {
        return jdbc.sql("""
                        select appeared from place where strand = :strand and appeared > :now and gone is null
                        order by appeared limit 1
                        """)
                .param("strand", strand.toString())
                .param("now", now.toEpochMilli())
                .query((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                .optional();
    }

    /** When what is in this place, counted from 1, the newest, appeared. */
    Optional<Instant> appearance(Strand strand, int place, Instant now) {
        return jdbc.sql("""
                        select appeared from place where strand = :strand and appeared <= :now
                        order by appeared desc, article desc limit 1 offset :before
                        """)
                .param("strand", strand.toString())
                .param("now", now.toEpochMilli())
                .param("before", place - 1)
                .query((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                .optional();
    }

    /** Every place that an article has or had. */
    List<Place> of(ArticleId article) {
        return jdbc.sql("select * from place where article = :article order by strand, appeared")
                .param("article", article.value())
                .query(JdbcPlaces::place)
                .list();
    }

    void take(Collection<Place> places) {
        if (places.isEmpty()) {
            return;
        }
        named.getJdbcOperations()
                .batchUpdate(
                        "insert into place (strand, appeared, article, corrected, modified) values (?, ?, ?, ?, ?)",
                        places,
                        places.size(),
                        (row, place) -> {
                            row.setString(1, place.strand().toString());
                            row.setLong(2, place.appeared().toEpochMilli());
                            row.setString(3, place.article().value());
                            row.setObject(4, millis(place.corrected()), Types.BIGINT);
                            row.setLong(5, place.modified().toEpochMilli());
                        });
    }

    /** Empties a place, or fills it again. */
    void change(Place place) {
        jdbc.sql("""
                        update place set gone = :gone, corrected = :corrected
                        where strand = :strand and appeared = :appeared and article = :article
                        """)
                .param("gone", millis(place.gone()), Types.BIGINT)
                .param("corrected", millis(place.corrected()), Types.BIGINT)
                .param("strand", place.strand().toString())
                .param("appeared", place.appeared().toEpochMilli())
                .param("article", place.article().value())
                .update();
    }

    /** Gives up a place that nobody has seen. */
    void remove(Place place) {
        jdbc.sql("delete from place where strand = :strand and appeared = :appeared and article = :article")
                .param("strand", place.strand().toString())
                .param("appeared", place.appeared().toEpochMilli())
                .param("article", place.article().value())
                .update();
    }

    /** Notes when what readers see in an article's places changed, as {@link JdbcFeeds#touch} does. */
    void touch(ArticleId article, Instant modified) {
        jdbc.sql("""
                        update place set modified = case when modified < :modified then :modified else modified + 1000 end
                        where article = :article and modified <> :modified
                        """)
                .param("article", article.value())
                .param("modified", modified.toEpochMilli())
                .update();
    }

    /** The same for all articles that are filed under a feed. */
    void touch(FeedName feed, Instant modified) {
        jdbc.sql("""
                        update place set modified = case when modified < :modified then :modified else modified + 1000 end
                        where modified <> :modified and article in (select id from article where feed = :feed)
                        """)
                .param("feed", feed.value())
                .param("modified", modified.toEpochMilli())
                .update();
    }

    /** Marks the archive pages that have become complete: what is above the window can change no more in number. */
    void settle(Collection<Strand> strands, int window, Instant modified, Instant now) {
        named.batchUpdate(
                """
                insert into mark (strand, page, appeared, article, modified)
                with last as (
                  select * from (
                    select * from (
                      select page, appeared, article from mark where strand = :strand order by page desc limit 1) known
                    union all select 0, :least, '') marks
                  order by page desc limit 1)
                select :strand, page + n / :size, appeared, article, :modified from (
                  select last.page, place.appeared, place.article,
                    row_number() over (order by place.appeared, place.article) as n, count(*) over () as total
                  from last join place on place.strand = :strand and place.appeared <= :now
                    and (place.appeared, place.article) > (last.appeared, last.article)) behind
                where n % :size = 0 and n <= total - :window
                """,
                strands.stream()
                        .map(strand -> new MapSqlParameterSource("strand", strand.toString())
                                .addValue("least", Mark.NONE.appeared().toEpochMilli())
                                .addValue("size", History.PLACES)
                                .addValue("modified", modified.toEpochMilli())
                                .addValue("now", now.toEpochMilli())
                                .addValue("window", window))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** All strands of a feed that have a place. */
    List<Strand> strands(FeedName feed) {
        return strands(feed, 1);
    }

    /** Those that have at least so many. */
    List<Strand> strands(FeedName feed, int least) {
        return jdbc
                .sql("""
                        select strand from place where strand = :feed or strand >= :from and strand < :to
                        group by strand having count(*) >= :least
                        """)
                .param("least", least)
                .param("feed", feed.value())
                .param("from", feed + "/")
                .param("to", feed + "0") // the character after '/'
                .query((row, _) -> Strand.parse(row.getString(1)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Gives each article that is filed under the one feed a place in the other where it has none yet.
     *
     * @param horizon what appeared then or before appears late
     */
    void copy(Strand from, Strand to, Instant horizon, Instant late) {
        copy(COPY + "feed = :from)", from, to, horizon, late).update();
    }

    /** Does so for these articles. */
    void copy(Strand from, Strand to, Collection<ArticleId> articles, Instant horizon, Instant late) {
        if (!articles.isEmpty()) {
            copy(COPY + "id in (:articles))", from, to, horizon, late)
                    .param("articles", articles.stream().map(ArticleId::value).toList())
                    .update();
        }
    }

    private static final String COPY = """
            insert into place (strand, appeared, article, corrected, modified)
            select :to, case when appeared > :horizon then appeared else :late end, article,
              case when appeared > :horizon or corrected > :late then corrected end, modified
            from place source
            where gone is null
              and not exists (
                select 1 from place there
                where there.strand = :to and there.article = source.article and there.gone is null)
              and (article, strand) in (select id, :from from article where\s""";

    private JdbcClient.StatementSpec copy(String sql, Strand from, Strand to, Instant horizon, Instant late) {
        return jdbc.sql(sql)
                .param("from", from.toString())
                .param("to", to.toString())
                .param("horizon", horizon.equals(Instant.MIN) ? Long.MIN_VALUE : horizon.toEpochMilli())
                .param("late", late.toEpochMilli());
    }

    /** Empties the places that the articles which are filed under a feed have in a strand. */
    int empty(Strand strand, FeedName feed, Instant gone) {
        return jdbc.sql("""
                        update place set gone = :gone
                        where gone is null and (article, strand) in (
                          select id, :strand from article where feed = :feed)
                        """)
                .param("gone", gone.toEpochMilli())
                .param("strand", strand.toString())
                .param("feed", feed.value())
                .update();
    }

    /** Empties the places that these articles have in a strand, and gives up those that nobody has seen. */
    void leave(Strand strand, Collection<ArticleId> articles, Instant now) {
        for (String sql : List.of(
                "delete from place where appeared > :now",
                "update place set gone = :now, corrected = null where gone is null")) {
            jdbc.sql(sql + " and (article, strand) in (select id, :strand from article where id in (:articles))")
                    .param("now", now.toEpochMilli())
                    .param("strand", strand.toString())
                    .param("articles", articles.stream().map(ArticleId::value).toList())
                    .update();
        }
    }

    /** Fills them again, of those that are published; of several places that one has had, the latest. */
    void fill(Strand strand, FeedName feed, Instant now) {
        jdbc.sql(FILL + "feed = :feed)")
                .param("strand", strand.toString())
                .param("feed", feed.value())
                .param("now", now.toEpochMilli())
                .update();
    }

    /** Does so for these articles. */
    void fill(Strand strand, Collection<ArticleId> articles, Instant now) {
        if (!articles.isEmpty()) {
            jdbc.sql(FILL + "id in (:articles))")
                    .param("strand", strand.toString())
                    .param("now", now.toEpochMilli())
                    .param("articles", articles.stream().map(ArticleId::value).toList())
                    .update();
        }
    }

    private static final String FILL = """
            update place set gone = null, corrected = (
              select case when a.updated > place.appeared then a.updated end from article a where a.id = place.article)
            where gone is not null
              and appeared = (
                select max(other.appeared) from place other
                where other.strand = place.strand and other.article = place.article)
              and (article, strand) in (
                select id, :strand from article where state = 'PUBLISHED' and appeared <= :now and\s""";

    /** Gives up all places of a feed but those of the articles that are filed under it. */
    void clearOthers(Strand strand) {
        jdbc.sql("""
                        delete from place where strand = :strand
                          and article not in (select id from article where feed = :feed)
                        """)
                .param("strand", strand.toString())
                .param("feed", strand.feed().value())
                .update();
        jdbc.sql("delete from mark where strand = :strand")
                .param("strand", strand.toString())
                .update();
    }

    static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                Strand.parse(row.getString("strand")).orElseThrow(),
                Instant.ofEpochMilli(row.getLong("appeared")),
                new ArticleId(row.getString("article")),
                instant(row, "gone"),
                instant(row, "corrected"),
                Instant.ofEpochMilli(row.getLong("modified")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
