package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedwright.article.FeedName;
import org.feedwright.document.FeedFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentAddressTest {
    @ParameterizedTest
    @CsvSource({
        "rare-earth.atom, rare-earth, ATOM, true",
        "rare-earth.rss,  rare-earth, RSS,  true",
        "rare-earth.json, rare-earth, JSON, true",
        "Rare-Earth.atom, rare-earth, ATOM, false",
        "MINING.RSS,      mining,     RSS,  false",
        "rare-earth.xml,  rare-earth, ATOM, false",
    })
    void knowsWhichDocumentIsMeant(String segment, String feed, FeedFormat format, boolean isExact) {
        assertThat(DocumentAddress.parse(segment)).contains(new DocumentAddress(new FeedName(feed), format, isExact));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".atom", "rare-earth", "rare-earth.", "a.b.atom", "a b.atom", "é.atom", "x.png"})
    void knowsThatNoneIs(String segment) {
        assertThat(DocumentAddress.parse(segment)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/rare-earth.atom, true",
        "/feeds/Rare-Earth.ATOM/, true",
        "/feeds/rare-earth, false",
        "/feeds/, false",
        "/feeds.opml, false",
        "/, false",
        "/api/feeds.json, false",
    })
    void tellsDocumentsFromOtherAddresses(String path, boolean isDocument) {
        assertThat(DocumentAddress.isMeantBy(path)).isEqualTo(isDocument);
    }
}
