package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.feedwright.http.HttpDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those who poll again are answered, while nothing changes and when something does. */
class ChangesOverHttpTest extends PublishedFeedTest {
    @Nested
    class APollByWhoHasTheDocument {
        @ParameterizedTest
        @ValueSource(strings = {"", "-gzip", "-br"})
        void isAnsweredNotModifiedForTheTagOfAnyCoding(String suffix) {
            var tag = tag(http.get(atom), suffix);

            for (String coding : List.of("identity", "gzip", "br")) {
                var response = http.get(atom, "If-None-Match", tag, "Accept-Encoding", coding);

                assertThat(response.statusCode()).isEqualTo(304);
                assertThat(field(response, "ETag")).isEqualTo(tag);
            }
        }

        @Test
        void isAnsweredNotModifiedWhenAnyTagMatches() {
            String tag = field(http.get(atom), "ETag");

            assertThat(http.get(atom, "If-None-Match", "\"x\", W/" + tag).statusCode())
                    .isEqualTo(304);
            assertThat(http.get(atom, "If-None-Match", "\"x\"", "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
            assertThat(http.get(atom, "If-None-Match", "*").statusCode()).isEqualTo(304);
            assertThat(http.get(atom, "If-None-Match", "\"x\", \"y\"").statusCode())
                    .isEqualTo(200);
        }

        @Test
        void isDecidedByTheTagWhenThereIsADateToo() {
            String tag = field(http.get(atom), "ETag");

            assertThat(http.get(atom, "If-None-Match", tag, "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                            .statusCode())
                    .isEqualTo(304);
            assertThat(http.get(atom, "If-None-Match", "\"x\"", "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void isAnsweredNotModifiedForTheDateItWasTold() {
            clock.advance(Duration.ofSeconds(10));
            String date = field(http.get(atom), "Last-Modified");

            assertThat(http.get(atom, "If-Modified-Since", date).statusCode()).isEqualTo(304);
            assertThat(http.get(atom, "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(http.get(atom, "If-Modified-Since", "the day before yesterday")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void getsTheFieldsThatACacheNeedsAndNoBody() {
            var whole = http.get(atom, "Accept-Encoding", "gzip");
            var response = http.get(atom, "Accept-Encoding", "gzip", "If-None-Match", field(whole, "ETag"));

            assertThat(response.body()).isEmpty();
            for (String name : List.of(
                    "ETag", "Cache-Control", "Vary", "Access-Control-Allow-Origin", "Access-Control-Expose-Headers")) {
                assertThat(field(response, name)).isEqualTo(field(whole, name));
            }
            assertThat(fields(response))
                    .doesNotContainKeys("content-type", "content-encoding", "content-location", "expires");
        }

        @Test
        void seesEveryChangeByTagAndByDateHoweverFastTheyCome() {
            clock.advance(Duration.ofSeconds(10));
            var article = publisher.publish(feed, "second", clock.instant().minus(AGO));
            assertThat(field(http.get(atom), "Date")).isEqualTo(HttpDate.format(clock.instant()));
            for (int i = 0; i < 5; i++) {
                var before = http.get(atom);
                publisher.revise(article, "Revision " + i);

                var byTag = http.get(atom, "If-None-Match", field(before, "ETag"));
                assertThat(byTag.statusCode()).isEqualTo(200);
                assertThat(text(byTag)).contains("Revision " + i);
                assertThat(before.headers().firstValue("Last-Modified"))
                        .as("a date that cannot tell them apart")
                        .isEmpty();
                assertThat(http.get(atom, "If-Modified-Since", field(before, "Date"))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Nested
    class LastModified {
        @Test
        void isNeverLaterThanNow() {
            for (int i = 0; i < 5; i++) {
                publisher.publish(feed, "more-" + i, clock.instant().minus(AGO));
            }
            clock.advance(Duration.ofSeconds(2));

            assertThat(HttpDate.parse(field(http.get(atom), "Last-Modified")).orElseThrow())
                    .isBeforeOrEqualTo(clock.instant());
        }

        @Test
        void neverMovesBack() {
            clock.advance(Duration.ofSeconds(10));
            var article = publisher.publish(feed, "second", clock.instant());
            clock.advance(Duration.ofSeconds(2));
            var before = date(http.get(atom));
            clock.advance(Duration.ofSeconds(10));
            publisher.withdraw(article.id());
            clock.advance(Duration.ofSeconds(2));

            assertThat(date(http.get(atom))).isAfter(before);
        }
    }

    @Nested
    class AChange {
        @Test
        void isInTheNextPoll() {
            for (int i = 0; i < 50; i++) {
                var article = publisher.publish(
                        feed, "news-" + i, clock.instant().minus(AGO).plusSeconds(i));
                assertThat(text(http.get(atom))).contains("Title of news-" + i);

                publisher.revise(article, "A better body " + i);
                assertThat(text(http.get(atom))).contains("A better body " + i);

                publisher.withdraw(article.id());
                assertThat(text(http.get(atom))).doesNotContain("Title of news-" + i);
            }
        }

        @Test
        void ofOneFeedLeavesOthersAlone() {
            var other = publisher.open();
            var before = http.get("/feeds/" + other + ".json");
            publisher.publish(feed, "second", clock.instant().minus(AGO));

            assertThat(field(http.get("/feeds/" + other + ".json"), "ETag")).isEqualTo(field(before, "ETag"));
        }
    }

    @Nested
    class AScheduledArticle {
        @Test
        void isNowhereBeforeItsTimeAndThereAtIt() {
            publisher.publish(feed, "tomorrow", clock.instant().plus(Duration.ofMinutes(2)));
            var before = http.get(atom);
            assertThat(text(before)).doesNotContain("tomorrow");

            clock.advance(Duration.ofSeconds(119));
            assertThat(http.get(atom, "If-None-Match", field(before, "ETag")).statusCode())
                    .isEqualTo(304);

            clock.advance(Duration.ofSeconds(1));
            var after = http.get(atom, "If-None-Match", field(before, "ETag"));
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(text(after)).contains("Title of tomorrow");
        }

        @Test
        void isNeverOutlivedByACachedAnswer() {
            publisher.publish(feed, "soon", clock.instant().plus(Duration.ofSeconds(100)));
            assertThat(field(http.get(atom), "Cache-Control")).isEqualTo("public, max-age=100, stale-if-error=86400");

            clock.advance(Duration.ofMillis(99_500));
            assertThat(field(http.get(atom), "Cache-Control")).matches("public, max-age=[01], stale-if-error=86400");

            clock.advance(Duration.ofMillis(500));
            assertThat(field(http.get(atom), "Cache-Control")).startsWith("public, max-age=300,");
        }
    }

    @Nested
    class AScheduledArticleThatIsWithdrawn {
        @Test
        void leavesTheNextOneToWaitFor() {
            var soon = publisher.publish(feed, "soon", clock.instant().plus(Duration.ofSeconds(100)));
            var later = publisher.publish(feed, "later", clock.instant().plus(Duration.ofSeconds(200)));
            var before = http.get(atom);
            assertThat(field(before, "Cache-Control")).isEqualTo("public, max-age=100, stale-if-error=86400");

            publisher.withdraw(soon.id());
            assertThat(field(http.get(atom), "Cache-Control")).isEqualTo("public, max-age=200, stale-if-error=86400");

            publisher.withdraw(later.id(), "Called off");
            assertThat(field(http.get(atom), "Cache-Control"))
                    .isEqualTo("public, max-age=300, stale-while-revalidate=60, stale-if-error=86400");
            clock.advance(Duration.ofMinutes(5));
            assertThat(http.get(atom, "If-None-Match", field(before, "ETag")).statusCode())
                    .isEqualTo(304);
        }

        @Test
        void leavesNothingToWaitForInItsCategory() {
            var soon = publisher.file(feed, "soon", clock.instant().plus(Duration.ofSeconds(100)), "Metals");
            publisher.file(feed, "there", clock.instant().minus(AGO), "Metals");
            String path = "/feeds/" + feed + "/categories/metals.atom";
            assertThat(field(http.get(path), "Cache-Control")).startsWith("public, max-age=100, stale-if-error");

            publisher.withdraw(soon.id());
            assertThat(field(http.get(path), "Cache-Control"))
                    .startsWith("public, max-age=300, stale-while-revalidate=60,");
        }
    }

    @Nested
    class TheTtlOfAFeed {
        @Test
        void isWhatCachesAreTold() {
            var hourly = publisher.open(Duration.ofHours(1));

            assertThat(field(http.get("/feeds/" + hourly + ".atom"), "Cache-Control"))
                    .startsWith("public, max-age=3600,");
            assertThat(text(http.get("/feeds/" + hourly + ".rss"))).contains("<ttl>60</ttl>");
        }

        @Test
        void yieldsToAScheduledArticle() {
            var hourly = publisher.open(Duration.ofHours(1));
            publisher.publish(hourly, "soon", clock.instant().plus(Duration.ofMinutes(10)));

            assertThat(field(http.get("/feeds/" + hourly + ".atom"), "Cache-Control"))
                    .isEqualTo("public, max-age=600, stale-if-error=86400");
        }
    }

    private static Instant date(HttpResponse<?> response) {
        return HttpDate.parse(field(response, "Last-Modified")).orElseThrow();
    }
}
