package org.feedwright.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManuscriptTest {
    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void takesTheFirstAndTheLastDateThatFeedsCanWrite(String date) {
        assertThat(article("a").published(date).done().published()).isEqualTo(OffsetDateTime.parse(date));
        assertThat(article("a").updated(date).done().statedUpdated()).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void refusesDatesBeforeAndBehind(String date) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> article("a").published(date).done())
                .withMessage("published is not between the years 1 and 9999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> article("a").updated(date).done())
                .withMessage("updated is not between the years 1 and 9999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-26T08:00:00.123999999Z", "2026-01-26T08:00:00.123Z"})
    void countsMilliseconds(String date) {
        var manuscript = article("a").published(date).updated(date).done();

        assertThat(manuscript.published().toInstant()).isEqualTo(Instant.parse("2026-01-26T08:00:00.123Z"));
        assertThat(manuscript.statedUpdated()).isEqualTo("2026-01-26T08:00:00.123Z");
    }

    @Test
    void isTheSameWithOtherAddressesButForThem() {
        var manuscript = article("a").withId("Buzzsprout-1").done();
        var others = manuscript.withAliases(List.of("/old"));

        assertThat(others.aliases()).containsExactly("/old");
        assertThat(others.idAddress()).isNull();
        assertThat(others.withAliases(List.of())).isEqualTo(manuscript);

        var asked = others.asAsked(List.of("/old/"), "https://example.org/a");
        assertThat(asked.aliases()).containsExactly("/old/");
        assertThat(asked.idAddress()).isEqualTo("https://example.org/a");
        assertThat(asked.withAliases(List.of("/older")).idAddress()).isEqualTo("https://example.org/a");
        assertThat(asked.asAsked(List.of(), null)).isEqualTo(manuscript);
    }

    @Test
    void getsTheIdOfAStatedTextOnceAndInItsFeed() {
        var stated = article("a").withId("Buzzsprout-1").done();
        var iri = article("a").withId("urn:x:1").done();

        assertThat(stated.id()).isEqualTo(new StatedId("Buzzsprout-1").within("urn:x-feed:news"));
        assertThat(stated.within("urn:x-feed:other")).isEqualTo(stated);
        assertThat(iri.id()).hasToString("urn:x:1");
        assertThat(article("a").done().id()).isNull();
    }
}
