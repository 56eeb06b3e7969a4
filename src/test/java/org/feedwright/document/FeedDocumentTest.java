package org.feedwright.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedDocumentTest {
    private static FeedDocument of(String text) {
        var document = new SampleFeed().document(FeedFormat.JSON);
        return new FeedDocument(
                FeedFormat.JSON, text.getBytes(UTF_8), document.self(), List.of(), document.modified(), null, null);
    }

    @Test
    void hasAFingerprintThatIsTheSameOnEveryMachine() {
        // printf abc | sha256sum, the first 15 bytes in base64url
        assertThat(of("abc").fingerprint()).isEqualTo("ungWv48Bz-pBQUDeXa4i");
    }

    @Test
    void hasAFingerprintThatCanStandInAnEntityTag() {
        assertThat(IntStream.range(0, 200).mapToObj(Integer::toString).map(text -> of(text).fingerprint()))
                .allMatch(fingerprint -> fingerprint.matches("[A-Za-z0-9_-]{20}"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void saysItsMediaTypeAndItsCharacterSet(FeedFormat format) {
        assertThat(format.contentType()).isEqualTo(format.mediaType() + "; charset=utf-8");
        assertThat(FeedFormat.ofExtension(format.extension())).hasValue(format);
    }

    @Test
    void knowsNoFormatOfAnotherName() {
        assertThat(FeedFormat.ofExtension("xml")).isEmpty();
        assertThat(FeedFormat.ofExtension("ATOM")).isEmpty();
    }

    /** The W3C's validator stops reading at 5 MB, Miniflux at 15 MiB. */
    @ParameterizedTest
    @EnumSource
    void staysUnderAMegabyteWithAWindowFullOfLongArticles(FeedFormat format) {
        var articles = IntStream.range(0, 20)
                .mapToObj(i -> {
                    var article = new SampleArticle();
                    article.id = "tag:example.org,2026:" + i;
                    article.body = "<p>A sentence of an article that is ten thousand characters long.</p>".repeat(150);
                    article.highlights = List.of("One", "Two", "Three");
                    return article;
                })
                .toArray(SampleArticle[]::new);
        assertThat(new SampleFeed(articles).bytes(format)).hasSizeLessThan(1_000_000);
    }
}
