package org.feedwright.api;

import java.time.Instant;
import org.feedwright.store.StoredJson;
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
     */
    record Sent(String token, String key, String request, Instant started) {}

    /**
     * What was answered to a request.
     *
     * @param request a digest of it
     */
    record Answered(String request, StoredAnswer answer) {}

    /** Forgets what is older. */
    void forgetOlder(Instant than) {
        jdbc.sql("delete from api_request where started < :than")
                .param("than", than.toEpochMilli())
                .update();
    }

    /**
     * Notes a request that is answered in this transaction. While another transaction answers one with this key, it
     * waits.
     *
     * @return whether it is the first with this key
     */
    boolean begin(Sent sent) {
        return jdbc.sql("""
                                insert into api_request (token, key, request, started)
                                values (:token, :key, :request, :started) on conflict do nothing
                                """)
                        .param("token", sent.token())
                        .param("key", sent.key())
                        .param("request", sent.request())
                        .param("started", sent.started().toEpochMilli())
                        .update()
                > 0;
    }

    /** The first request with a key, which has been answered. */
    Answered find(Sent sent) {
        return jdbc.sql("select request, answer from api_request where token = :token and key = :key")
                .param("token", sent.token())
                .param("key", sent.key())
                .query((row, _) -> new Answered(
                        row.getString("request"), StoredJson.read(row.getString("answer"), StoredAnswer.class)))
                .single();
    }

    void answer(Sent sent, StoredAnswer answer) {
        jdbc.sql("update api_request set answer = :answer where token = :token and key = :key")
                .param("answer", StoredJson.write(answer))
                .param("token", sent.token())
                .param("key", sent.key())
                .update();
    }
}
