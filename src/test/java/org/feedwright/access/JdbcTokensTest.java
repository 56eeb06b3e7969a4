package org.feedwright.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.feedwright.testing.StoreContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcTokensTest extends StoreContract {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.437Z");

    private JdbcTokens tokens;

    @BeforeEach
    void empty() {
        tokens = new JdbcTokens(store.jdbc());
        store.jdbc().sql("delete from api_token").update();
    }

    @Test
    void areListedInTheOrderInWhichTheyWereMade() {
        assertThat(tokens.isEmpty()).isTrue();
        var b = token("b", NOW);
        var c = token("c", NOW);
        var a = token("a", NOW.plusMillis(1));
        var d = token("d", NOW.minusMillis(1));

        assertThat(tokens.list()).containsExactly(d, b, c, a);
        assertThat(tokens.isEmpty()).isFalse();
    }

    @Test
    void areFoundAndRevokedOneByOne() {
        var a = token("a", NOW);
        var b = token("b", NOW);

        var found = tokens.find("a").orElseThrow();
        assertThat(found.token()).isEqualTo(a);
        assertThat(HexFormat.of().formatHex(found.digest())).isEqualTo("0a");
        assertThat(tokens.delete("a")).isTrue();
        assertThat(tokens.delete("a")).isFalse();
        assertThat(tokens.find("a")).isEmpty();
        assertThat(tokens.list()).containsExactly(b);
    }

    private Token token(String id, Instant created) {
        var token = new Token(id, "For " + id, new Scopes(true, false, Set.of("news", "other")), created);
        tokens.insert(token, "0" + id);
        return token;
    }
}
