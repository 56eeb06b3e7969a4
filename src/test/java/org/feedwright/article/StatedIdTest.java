package org.feedwright.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import org.feedwright.text.Iri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedIdTest {
    private static final String FEED = "urn:uuid:8b6ae02c-4a1d-3b4c-9f9c-1f6a3f6f3a11";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tag:example.org,2026-01-26:news/x",
                "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a",
                "urn:x:1",
                "https://old.example/?p=7",
                "http://[2001:db8::7]:8080/a;b=c/%C3%A4?x#y",
                "https://user@example.org:/",
                "https://größe.example/日本語?q=é#𐍈",
                "mailto:someone@example.org",
                "file:///etc/x",
                "a:b",
                "x:/",
                "x:?q",
                "https://example.org/?private=\uE000"
            })
    void thatIsAnIriIsTheIdItself(String text) {
        var stated = new StatedId(text);
        assertThat(stated.isIri()).isTrue();
        assertThat(stated.within(FEED)).hasToString(text).isEqualTo(stated.iri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Buzzsprout-15712345",
                "123 at https://example.com",
                "12345",
                "7c9e6679-7425-40de-944b-e07fc1f90ae7",
                "1a:b",
                "x:",
                ":x",
                "/a/b",
                "?p=7",
                "https://example.org/a b",
                "https://example.org/%zz",
                "https://example.org/[1]",
                "https://example.org/a|b",
                "https://example.org/#a#b",
                "https://[::1/",
                "Größe:x",
                "記事 12",
                "a\"b<c>&amp;",
                "https://example.org/\uE000"
            })
    void thatIsNoneIsMadeOneWithTheIdOfItsFeed(String text) {
        var stated = new StatedId(text);
        assertThat(stated.isIri()).isFalse();
        assertThat(stated.iri()).isNull();
        assertThat(stated.within(FEED))
                .isEqualTo(new StatedId(text).within(FEED))
                .isNotEqualTo(stated.within(FEED + "x"))
                .asString()
                .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    /** Computed by Python's {@code uuid5(uuid5(NAMESPACE_URL, feed), text)}. */
    @Test
    void isMadeByRfc9562() {
        assertThat(new StatedId("Buzzsprout-15712345").within(FEED))
                .hasToString("urn:uuid:98d3e49f-c5b7-5e6e-bbb1-430d4970eceb");
    }

    @Test
    void thatDiffersInAnythingIsAnotherOne() {
        var ids = new HashSet<ArticleId>();
        var texts = List.of("a", "A", "a a", "a  a", "ä", "a\u0308", "a.", "1", "01", "１");
        texts.forEach(text -> ids.add(new StatedId(text).within(FEED)));
        assertThat(ids).hasSameSizeAs(texts);
    }

    @Test
    void isKeptAsItIsButForSpaceAroundIt() {
        assertThat(new StatedId(" \t 123  at \u3000 x\n").text()).isEqualTo("123  at \u3000 x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n ",
                "a\nb",
                "a\tb",
                "a\u0000b",
                "a\u007Fb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\uFFFEb"
            })
    void isRefusedWhereItIsEmptyOrHasControlCharacters(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new StatedId(text));
    }

    @Test
    void isRefusedWhereItIsTooLong() {
        assertThat(new StatedId("x".repeat(2000)).text()).hasSize(2000);
        assertThat(new StatedId("語".repeat(666)).text()).hasSize(666);
        assertThatIllegalArgumentException().isThrownBy(() -> new StatedId("x".repeat(2001)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatedId("語".repeat(667)))
                .withMessage("'" + "語".repeat(50) + "…' is longer than 2000 bytes in UTF-8");
    }

    @Test
    void isShownAsItsText() {
        assertThat(new StatedId("Buzzsprout-1")).hasToString("Buzzsprout-1");
    }

    @Test
    void isJudgedWithoutTakingLong() {
        for (String part : List.of("x", "%41", ":", "/", "@", "[", "é", "//", "@/")) {
            String text = "http://" + part.repeat(1980 / part.length()).substring(0, 900) + " ";
            assertThat(Iri.isAbsolute(text)).isFalse();
        }
    }
}
