package org.feedwright.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores tokens in SQLite or PostgreSQL. */
@Repository
class JdbcTokens {
    private final JdbcClient jdbc;

    JdbcTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A token with the digest of its whole text. */
    @SuppressWarnings("ArrayRecordComponent") // is never compared as a part of the record
    record Stored(Token token, byte[] digest) {}

    void insert(Token token, String digest) {
        jdbc.sql("""
                        insert into api_token (id, name, digest, scopes, created)
                        values (:id, :name, :digest, :scopes, :created)
                        """)
                .param("id", token.id())
                .param("name", token.name())
                .param("digest", digest)
                .param("scopes", token.scopes().toString())
                .param("created", token.created().toEpochMilli())
                .update();
    }

    Optional<Stored> find(String id) {
        return jdbc.sql("select * from api_token where id = :id")
                .param("id", id)
                .query((row, _) -> new Stored(token(row), HexFormat.of().parseHex(row.getString("digest"))))
                .optional();
    }

    List<Token> list() {
        return jdbc.sql("select * from api_token order by created, id")
                .query((row, _) -> token(row))
                .list();
    }

    boolean isEmpty() {
        return jdbc.sql("select id from api_token limit 1")
                .query(String.class)
                .list()
                .isEmpty();
    }

    boolean delete(String id) {
        return jdbc.sql("delete from api_token where id = :id").param("id", id).update() > 0;
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString("id"),
                row.getString("name"),
                Scopes.parse(row.getString("scopes")),
                Instant.ofEpochMilli(row.getLong("created")));
    }
}
