package org.feedwright.micropub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.feedwright.api.Json;
import org.feedwright.article.Slug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostSlugTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:34:56.789Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"mp-slug\": [\"My Post\"], \"slug\": [\"b\"], \"name\": [\"C\"]|my-post",
                "\"mp-slug\": [\"!!\"], \"slug\": [\"B\"], \"name\": [\"C\"]|b",
                "\"name\": [\"Größe & Maß\"], \"content\": [\"d\"]|größe-maß",
                "\"name\": [\" \"], \"content\": [\"One two three four five six seven\"]|one-two-three-four-five-six",
                "\"content\": [{\"html\": \"<p>One <b>two</b></p>\"}]|one-two",
                "\"content\": [{\"value\": \"a b\"}]|a-b",
                "\"content\": [\"…\"], \"summary\": [\"Words\"]|2026-11-28-123456",
                "\"photo\": [\"https://example.org/a.jpg\"]|2026-11-28-123456",
            })
    void isWhatTellsMost(String properties, String slug) {
        assertThat(first(properties)).isEqualTo(slug);
    }

    @Test
    void endsWithAWordWhereItIsCut() {
        assertThat(first(name("a".repeat(60)))).hasSize(60);
        assertThat(first(name("a".repeat(50) + "-" + "b".repeat(9)))).hasSize(60);
        assertThat(first(name("a".repeat(50) + "-" + "b".repeat(10)))).isEqualTo("a".repeat(50));
        assertThat(first(name("a".repeat(20) + "-" + "b".repeat(60)))).isEqualTo("a".repeat(20) + "-" + "b".repeat(39));
        assertThat(first(name("𝒜".repeat(61)))).isEqualTo("𝒜".repeat(60).toLowerCase(Locale.ROOT));
    }

    @Test
    void isFollowedByNumbers() {
        assertThat(PostSlug.candidates(post(name("a")), NOW))
                .hasSize(100)
                .startsWith(new Slug("a"), new Slug("a-2"), new Slug("a-3"))
                .endsWith(new Slug("a-100"));
    }

    private static String name(String name) {
        return "\"name\": [\"" + name + "\"]";
    }

    private static String first(String properties) {
        return PostSlug.candidates(post(properties), NOW)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Post post(String properties) {
        return Post.read(Json.object(("{" + properties + "}").getBytes(StandardCharsets.UTF_8)));
    }
}
