package org.feedwright.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedwright.article.ArticleId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is still to be told, and how it goes, in SQLite or PostgreSQL, by the same statements. */
class JdbcDeliveries {
    private final JdbcClient jdbc;

    JdbcDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes what is to be told, behind what was noted before of the same article or feed. */
    void add(String id, Endpoint endpoint, String about, String json, Instant now) {
        jdbc.sql("""
                        insert into webhook_delivery (id, endpoint, article, number, body, created, due)
                        select :id, :endpoint, :article, coalesce(max(number), 0) + 1, :body, :now, :now
                        from webhook_delivery where endpoint = :endpoint and article = :article
                        """)
                .param("id", id)
                .param("endpoint", endpoint.name())
                .param("article", about)
                .param("body", json)
                .param("now", now.toEpochMilli())
                .update();
    }

    Optional<Delivery> find(String id) {
        return jdbc.sql("select * from webhook_delivery where id = :id")
                .param("id", id)
                .query((row, _) -> new Delivery(
                        row.getString("id"),
                        row.getString("endpoint"),
                        row.getString("article"),
                        row.getLong("number"),
                        row.getString("body"),
                        Instant.ofEpochMilli(row.getLong("created")),
                        row.getInt("attempts")))
                .optional();
    }

    /** When the delivery before this one, of the same article or feed to the same receiver, is tried; empty if there is none. */
    Optional<Instant> dueBefore(Delivery delivery) {
        return jdbc.sql("""
                        select max(due) as due from webhook_delivery
                        where endpoint = :endpoint and article = :article and number < :number
                        """)
                .param("endpoint", delivery.endpoint())
                .param("article", delivery.article())
                .param("number", delivery.number())
                .query((row, _) -> Optional.ofNullable(instant(row, "due")))
                .single();
    }

    void remove(Delivery delivery) {
        jdbc.sql("delete from webhook_delivery where id = :id")
                .param("id", delivery.id())
                .update();
    }

    /** Notes an attempt that has failed, and when the next one is made. */
    void putOff(Delivery delivery, Instant due) {
        jdbc.sql("update webhook_delivery set attempts = attempts + 1, due = :due where id = :id")
                .param("due", due.toEpochMilli())
                .param("id", delivery.id())
                .update();
    }

    void noteSuccess(String endpoint, Instant now) {
        jdbc.sql("""
                        insert into webhook_endpoint (name, succeeded) values (:name, :now)
                        on conflict (name) do update set succeeded = excluded.succeeded, failing = null
                        """).param("name", endpoint).param("now", now.toEpochMilli()).update();
    }

    void noteFailure(String endpoint, String reason, Instant now) {
        jdbc.sql("""
                        insert into webhook_endpoint (name, failed, failure, failing) values (:name, :now, :reason, :now)
                        on conflict (name) do update set failed = excluded.failed, failure = excluded.failure,
                          failing = coalesce(webhook_endpoint.failing, excluded.failing)
                        """)
                .param("name", endpoint)
                .param("reason", reason)
                .param("now", now.toEpochMilli())
                .update();
    }

    void noteGivenUp(String endpoint, Instant now) {
        jdbc.sql("update webhook_endpoint set abandoned = abandoned + 1, gave_up = :now where name = :name")
                .param("name", endpoint)
                .param("now", now.toEpochMilli())
                .update();
    }

    /** How it goes with each receiver of which anything is known, by name. */
    Map<String, EndpointState> states() {
        var states = new HashMap<String, EndpointState>();
        jdbc.sql("""
                        select name, waiting, succeeded, failed, failure, failing, abandoned, gave_up
                        from (
                          select name from webhook_endpoint union select endpoint from webhook_delivery) known
                        left join webhook_endpoint using (name)
                        left join (select endpoint, count(*) as waiting from webhook_delivery group by endpoint) deliveries
                          on deliveries.endpoint = known.name
                        """).query(row -> {
            String name = row.getString("name");
            states.put(
                    name,
                    new EndpointState(
                            name,
                            row.getLong("waiting"),
                            instant(row, "succeeded"),
                            instant(row, "failed"),
                            row.getString("failure"),
                            instant(row, "failing"),
                            row.getLong("abandoned"),
                            instant(row, "gave_up")));
        });
        return states;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(value);
    }

    /** Notes that an article will appear. */
    void await(ArticleId article, Instant appears) {
        jdbc.sql("""
                        insert into webhook_appearance (article, appears) values (:article, :appears)
                        on conflict (article) do update set appears = excluded.appears
                        """)
                .param("article", article.value())
                .param("appears", appears.toEpochMilli())
                .update();
    }

    /** Forgets that an article will appear; whether it was known. Of two that ask at once, one is told so. */
    boolean awaitNoMore(ArticleId article) {
        return jdbc.sql("delete from webhook_appearance where article = :article")
                        .param("article", article.value())
                        .update()
                > 0;
    }

    /** As {@link #awaitNoMore(ArticleId)}, if it is to appear at this time. */
    boolean awaitNoMore(ArticleId article, Instant appears) {
        return jdbc.sql("delete from webhook_appearance where article = :article and appears = :appears")
                        .param("article", article.value())
                        .param("appears", appears.toEpochMilli())
                        .update()
                > 0;
    }

    /** The articles that will appear and of which that is not noted: they were scheduled before anybody was to be told. */
    List<ArticleId> unawaited(Instant now) {
        return jdbc.sql("""
                        select id from article
                        where state = 'PUBLISHED' and appeared > :now
                          and not exists (select 1 from webhook_appearance where webhook_appearance.article = article.id)
                        """)
                .param("now", now.toEpochMilli())
                .query((row, _) -> new ArticleId(row.getString("id")))
                .list();
    }
}
