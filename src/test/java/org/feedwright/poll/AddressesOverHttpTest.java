package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedwright.article.FeedName;
import org.feedwright.edition.Editions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Addresses that are none of a feed, or not the one that its document has. */
class AddressesOverHttpTest extends PublishedFeedTest {
    @Autowired
    Editions editions;

    @Nested
    class AnAddressWithoutAFeed {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/feeds/unknown.atom",
                    "/feeds/-.atom",
                    "/feeds/a.b.atom",
                    "/feeds/.atom",
                    "/feeds/%00.atom",
                    "/feeds/%C3%BC.atom",
                    "/feeds/%F0%9F%98%80.rss",
                    "/feeds/a%20b.json",
                    "/feeds/unknown.atom/",
                    "/feeds/UNKNOWN.xml",
                })
        void isNotFoundOrRefused(String path) {
            var response = http.get(path);

            assertThat(response.statusCode()).isIn(400, 404);
            if (response.statusCode() == 404) {
                assertProblem(response);
                assertThat(text(response)).contains("https://feeds.example.org/");
            }
        }

        @Test
        void thatIsFarTooLongIsNotFound() {
            assertThat(http.get("/feeds/" + "a".repeat(1000) + ".atom").statusCode())
                    .isEqualTo(404);
        }

        @Test
        void takesNoMemoryHoweverManyAreAskedFor() {
            http.get(atom);
            long before = editions.size();
            for (int i = 0; i < 300; i++) {
                assertThat(http.get("/feeds/unknown-" + i + ".atom").statusCode())
                        .isEqualTo(404);
            }

            assertThat(editions.size()).isEqualTo(before);
        }

        @Test
        void isFoundAsSoonAsThereIsOne() {
            var name = new FeedName("late-" + feed);
            publisher.define(name, null);
            assertThat(http.get("/feeds/" + name + ".atom").statusCode()).isEqualTo(404);

            publisher.openDefined(name);
            assertThat(http.get("/feeds/" + name + ".atom").statusCode()).isEqualTo(200);
        }

        @Test
        void isGoneIfItsFeedHasEnded() {
            assertThat(http.get(atom).statusCode()).isEqualTo(200);
            publisher.retire(feed);

            var response = http.get(atom, "If-None-Match", "*");
            assertThat(response.statusCode()).isEqualTo(410);
            assertProblem(response);

            publisher.define(feed, null);
            assertThat(http.get(atom).statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class AnAddressWrittenOtherwise {
        @ParameterizedTest
        @CsvSource({
            "/feeds/{feed}.ATOM, atom",
            "/feeds/{feed}.atom/, atom",
            "/feeds/{FEED}.atom, atom",
            "/feeds/{feed}.xml, atom",
            "/feeds/{FEED}.Rss/, rss",
        })
        void movesToTheOneThatTheDocumentHas(String written, String extension) {
            String path = written.replace("{feed}", feed.value())
                    .replace("{FEED}", feed.value().toUpperCase(java.util.Locale.ROOT));
            var response = http.get(path);
            String address = "https://feeds.example.org/feeds/" + feed + "." + extension;

            assertThat(response.statusCode()).isEqualTo(301);
            assertThat(field(response, "Location")).isEqualTo(address);
            assertThat(http.get(path + "?a=b").headers().firstValue("Location")).contains(address + "?a=b");
            assertThat(field(response, "Vary")).isEqualTo(VARY);
        }
    }
}
