package org.feedwright.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.search.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentAddressTest {
    @ParameterizedTest
    @CsvSource({
        "rare-earth.atom, rare-earth, ATOM, true",
        "rare-earth.rss,  rare-earth, RSS,  true",
        "rare-earth.json, rare-earth, JSON, true",
        "rare-earth.rdf,  rare-earth, RDF,  true",
        "Rare-Earth.atom, rare-earth, ATOM, false",
        "MINING.RSS,      mining,     RSS,  false",
        "rare-earth.xml,  rare-earth, ATOM, false",
        "rare-earth.rss/, rare-earth, RSS,  false",
    })
    void knowsWhichDocumentIsMeant(String segment, String feed, FeedFormat format, boolean isExact) {
        assertThat(DocumentAddress.parse("/feeds/" + segment))
                .contains(new DocumentAddress(LogicalFeed.of(new FeedName(feed)), 0, format, isExact));
    }

    @ParameterizedTest
    @CsvSource({
        "news/archive/3.atom, news, 3, true",
        "News/archive/3.atom, news, 3, false",
        "news/categories/energy.rss, news/categories/energy, 0, true",
        "news/categories/Energy.rss, news/categories/energy, 0, false",
        "news/categories/c~23~/archive/12.json, news/categories/c~23~, 12, true",
        "news/categories/C%23.atom, news/categories/c~23~, 0, false",
        "news/categories/%E6%97%A5%E6%9C%AC%E8%AA%9E.atom, news/categories/日本語, 0, true",
        "news/categories/日本語.atom, news/categories/日本語, 0, true",
        "news/categories/a%2Fb.atom, news/categories/a~2f~b, 0, false",
        "news/categories/a/b.atom, news/categories/a~2f~b, 0, false",
        "news/categories/%2E%2E.atom, news/categories/~2e~~2e~, 0, false",
        "news/categories/archive.atom, news/categories/archive, 0, true",
        "news/authors/Ann+B%20Abel.atom, news/authors/ann~2b~b-abel, 0, false",
    })
    void knowsArchivesAndPartsOfFeeds(String path, String logicalFeed, int archive, boolean isExact) {
        assertThat(DocumentAddress.parse("/feeds/" + path)).hasValueSatisfying(address -> {
            assertThat(address.logicalFeed()).hasToString(logicalFeed);
            assertThat(address.archive()).isEqualTo(archive);
            assertThat(address.isExact()).isEqualTo(isExact);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ".atom",
                "rare-earth",
                "rare-earth.",
                "a.b.atom",
                "a b.atom",
                "é.atom",
                "x.png",
                "x/y.atom",
                "x/categories.atom",
                "x/categories/.atom",
                "x/categories/%zz.atom"
            })
    void knowsThatNoneIs(String segment) {
        assertThat(DocumentAddress.parse("/feeds/" + segment)).isEmpty();
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

    @ParameterizedTest
    @CsvSource({
        "/feeds/Rare-Earth.xml, /feeds/rare-earth.atom, /feeds/rare-earth, true",
        "/feeds/news/archive/3.rss, /feeds/news/archive/3.rss, /feeds/news/archive/3, false",
        "/feeds/news/categories/Energy.json, /feeds/news/categories/energy.json, /feeds/news/categories/energy, true",
    })
    void hasOnePathAndAPage(String written, String path, String page, boolean isMadeAhead) {
        var address = DocumentAddress.parse(written).orElseThrow();

        assertThat(address.path()).isEqualTo(path);
        assertThat(address.page()).isEqualTo(page);
        assertThat(address.isMadeAhead()).isEqualTo(isMadeAhead);
    }

    @Test
    void hasWhatIsAskedForInItsPath() {
        var query = Query.parse(List.of("Trade"), List.of(), "copper", "5");
        var address = DocumentAddress.parse("/feeds/all.atom").orElseThrow().with(query);

        assertThat(address.path()).isEqualTo("/feeds/all.atom?" + query);
        assertThat(address.query()).isEqualTo(query);
        assertThat(address.isExact()).isTrue();
        assertThat(address.isMadeAhead()).isFalse();
    }
}
