package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormerDocumentTest {
    @ParameterizedTest
    @CsvSource({
        "/feed.xml, atom",
        "/atom.xml, atom",
        "/feeds/all.atom.xml, atom",
        "/blog/feed/atom/, atom",
        "/?feed=atom, atom",
        "/feeds/posts/default, atom",
        "/feeds/posts/summary/, atom",
        "/index.xml, rss",
        "/posts/index.xml, rss",
        "/rss, rss",
        "/rss/, rss",
        "/rss.xml, rss",
        "/rss2.xml, rss",
        "/feed, rss",
        "/feed/, rss",
        "/blog/feed/?withoutcomments=1, rss",
        "/?feed=rss2, rss",
        "/feeds/posts/default?alt=rss, rss",
        "/atom/rss.xml, rss",
        "/feed.json, json",
        "/feed/json, json",
        "/feed/rdf/, rdf",
        "/index.rdf, rdf",
        "https://example.org/atom.xml, atom",
    })
    void tellsItsFormatByItsName(String address, String extension) {
        assertThat(FormerDocument.extension(address)).contains(extension);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/news.xml", "/syndication", "/crossword", "/automation.xml"})
    void tellsNoneWhereNothingIsNamedSo(String address) {
        assertThat(FormerDocument.extension(address)).isEmpty();
    }
}
