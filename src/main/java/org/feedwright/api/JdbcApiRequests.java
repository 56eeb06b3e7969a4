package org.feedwright.api;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import org.feedwright.store.StoredJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores requests that may be sent again, and their answers, in SQLite or PostgreSQL. */
@Repository
class JdbcApiRequests {
    private final JdbcClient jdbc;

    JdbcApiRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A request that was sent with a key.
     *
     * @param request a digest of it
     * @param attempt who is about to answer it, or has
     * @param answer null until it is answered
     */
    record Sent(
            String token,
            String key,
            String request,
            String attempt,
            Instant started,
            @Nullable StoredAnswer answer) {}

    /** Forgets what is older. */
    void forgetOlder(Instant than) {
        jdbc.sql("delete from api_request where started < :than")
                .param("than", than.toEpochMilli())
                .update();
    }

    /** Notes a request, unless one was sent with this key before, which is then returned. */
    Sent begin(Sent sent) {
        jdbc.sql("""
                        insert into api_request (token, key, request, attempt, started)
                        values (:token, :key, :request, :attempt, :started) on conflict do nothing
                        """)
                .param("token", sent.token())
                .param("key", sent.key())
                .param("request", sent.request())
                .param("attempt", sent.attempt())
                .param("started", sent.started().toEpochMilli())
                .update();
        return jdbc.sql("select * from api_request where token = :token and key = :key")
                .param("token", sent.token())
                .param("key", sent.key())
                .query((row, _) -> new Sent(
                        row.getString("token"),
                        row.getString("key"),
                        row.getString("request"),
                        row.getString("attempt"),
                        Instant.ofEpochMilli(row.getLong("started")),
                        row.getString("answer") == null
                                ? null
                                : StoredJson.read(row.getString("answer"), StoredAnswer.class)))
                .single();
    }

    /**
     * Takes over a request that nobody is answering any more.
     *
     * @param patience how long one may be answered
     * @return whether it was taken over
     */
    boolean takeOver(Sent sent, Duration patience) {
        return jdbc.sql("""
                                update api_request set attempt = :attempt, started = :started
                                where token = :token and key = :key and answer is null and started <= :late
                                """)
                        .param("attempt", sent.attempt())
                        .param("started", sent.started().toEpochMilli())
                        .param("token", sent.token())
                        .param("key", sent.key())
                        .param("late", sent.started().minus(patience).toEpochMilli())
                        .update()
                > 0;
    }

    /** Notes the answer; returns false if somebody else has taken the request over. */
    boolean answer(Sent sent, @Nullable StoredAnswer answer) {
        return jdbc.sql("""
                                update api_request set answer = :answer
                                where token = :token and key = :key and attempt = :attempt
                                """)
                        .param("answer", answer == null ? null : StoredJson.write(answer), Types.VARCHAR)
                        .param("token", sent.token())
                        .param("key", sent.key())
                        .param("attempt", sent.attempt())
                        .update()
                > 0;
    }

    void forget(Sent sent) {
        jdbc.sql("delete from api_request where token = :token and key = :key and attempt = :attempt")
                .param("token", sent.token())
                .param("key", sent.key())
                .param("attempt", sent.attempt())
                .update();
    }
}
