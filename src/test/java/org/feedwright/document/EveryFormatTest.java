package org.feedwright.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Person;
import org.feedwright.conformance.Conformance;
import org.feedwright.conformance.ReadEntry.ReadEnclosure;
import org.feedwright.feed.FeedDefinition.Content;
import org.feedwright.feed.FeedDefinition.Highlights;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of every document, whatever its format. */
class EveryFormatTest {
    private static final String LIST = "<ul><li>China hosted a conference</li><li>Three priorities</li></ul>";
    private static final String APART = "<hr><h2>Disclaimer</h2><p>Verify it.</p>";

    private static void conforms(SampleFeed feed, FeedFormat format) {
        assertThat(Conformance.violations(format, feed.bytes(format))).isEmpty();
    }

    private static SampleFeed report() {
        return SampleFeed.with(article -> {
            article.highlights = List.of("China hosted a conference", "Three priorities");
            article.disclaimer = "<p>Verify it.</p>";
        });
    }

    @ParameterizedTest
    @EnumSource
    void conformsToItsSpecification(FeedFormat format) {
        conforms(report(), format);
    }

    @ParameterizedTest
    @EnumSource
    void conformsWithEverythingThatAFeedCanSay(FeedFormat format) {
        var feed = report();
        feed.rights = "© Example";
        feed.icon = "https://example.org/icon.svg";
        feed.logo = "https://example.org/logo.png";
        feed.categories = List.of("Rare earths", "Trade");
        feed.hubs = List.of("https://hub.example.org/", "https://hub.example.net/");
        feed.ttl = Duration.ofMinutes(30);
        conforms(feed, format);
        // RDF has no place for them but the HTTP header.
        assertThat(feed.read(format).hubs()).isEqualTo(format == FeedFormat.RDF ? List.of() : feed.hubs);
    }

    @ParameterizedTest
    @EnumSource
    void conformsWithLittleToSay(FeedFormat format) {
        var feed = new SampleFeed();
        feed.subtitle = null;
        feed.home = null;
        feed.language = null;
        feed.author = null;
        conforms(feed, format);
        assertThat(feed.read(format).home()).isEqualTo("https://feeds.example.org/feeds/rare-earth");
        assertThat(feed.read(format).entries()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void namesItsOwnAddressAndTheSites(FeedFormat format) {
        var feed = report().read(format);
        assertThat(feed.self()).isEqualTo("https://feeds.example.org/feeds/rare-earth." + format.extension());
        assertThat(feed.home()).isEqualTo("https://example.org/");
        assertThat(report().document(format).self()).isEqualTo(feed.self());
    }

    @ParameterizedTest
    @EnumSource
    void carriesWhatIdentifiesAndDatesAnEntry(FeedFormat format) {
        var entry = report().read(format).entry();
        assertThat(entry.id()).isEqualTo("tag:example.org,2026-01-26:rare-earth/conference");
        assertThat(entry.link()).isEqualTo("https://example.org/news/conference");
        assertThat(entry.title()).isEqualTo("A conference on rare earths");
        assertThat(entry.published()).isEqualTo("2026-01-26T08:00:00Z");
        assertThat(entry.updated()).isEqualTo("2026-01-27T09:30:15Z");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatItsAuthorStatedAsItsIdWhereAnyTextMayStand(FeedFormat format) {
        var feed = SampleFeed.with(article -> {
            article.id = "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a";
            article.statedId = "7 & <8> at https://example.com";
        });
        boolean isText = format == FeedFormat.RSS || format == FeedFormat.JSON;
        assertThat(feed.read(format).entry().id())
                .isEqualTo(isText ? "7 & <8> at https://example.com" : "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a");
        conforms(feed, format);
    }

    @ParameterizedTest
    @EnumSource
    void leadsToThePageHereWhereAnArticleHasNoOther(FeedFormat format) {
        var feed = SampleFeed.with(article -> {
            article.link = null;
            article.slug = "Größe-大";
        });
        assertThat(feed.read(format).entry().link())
                .isEqualTo("https://feeds.example.org/articles/rare-earth/Gr%C3%B6%C3%9Fe-%E5%A4%A7");
        conforms(feed, format);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheOrderOfTheSelection(FeedFormat format) {
        var older = new SampleArticle();
        older.id = "tag:example.org,2026:b";
        var newer = new SampleArticle();
        newer.id = "tag:example.org,2026:a";
        var feed = new SampleFeed(newer, older);
        assertThat(feed.read(format).entries()).extracting(entry -> entry.id()).containsExactly(newer.id, older.id);
    }

    @Nested
    class OfAnArticleWithHighlightsAndADisclaimer {
        @ParameterizedTest
        @EnumSource
        void summarizesByTheHighlightsAndEndsTheContentWithTheDisclaimer(FeedFormat format) {
            var entry = report().read(format).entry();
            assertThat(entry.summary())
                    .hasValue(format == FeedFormat.JSON ? "China hosted a conference\nThree priorities" : LIST);
            assertThat(entry.content()).hasValue("<p>The body.</p>" + APART);
        }

        @ParameterizedTest
        @EnumSource
        void repeatsTheHighlightsInTheContentWhereTheFeedSaysSo(FeedFormat format) {
            var feed = report();
            feed.highlights = Highlights.SUMMARY_AND_CONTENT;
            assertThat(feed.read(format).entry().content()).hasValue(LIST + "<p>The body.</p>" + APART);
            conforms(feed, format);
        }

        @ParameterizedTest
        @EnumSource
        void presentsASummaryAsNothingMore(FeedFormat format) {
            var feed = report();
            feed.content = Content.SUMMARY;
            var entry = feed.read(format).entry();
            assertThat(entry.content()).isEmpty();
            assertThat(entry.summary())
                    .hasValue(
                            format == FeedFormat.JSON
                                    ? "China hosted a conference\nThree priorities\n\nDisclaimer: Verify it."
                                    : LIST + APART);
            assertThat(new String(feed.bytes(format), UTF_8)).doesNotContain("The body");
            conforms(feed, format);
        }

        @ParameterizedTest
        @EnumSource
        void changesItsBytesButNoDateWithTheDisclaimer(FeedFormat format) {
            var before = report();
            var after = report();
            after.articles.getFirst().disclaimer = "<p>Verify it twice.</p>";
            assertThat(after.document(format).fingerprint())
                    .isNotEqualTo(before.document(format).fingerprint());
            assertThat(after.read(format).entry().updated())
                    .isEqualTo(before.read(format).entry().updated());
        }
    }

    @Nested
    class OfAnArticleWithoutHighlights {
        @ParameterizedTest
        @EnumSource
        void inventsNoSummary(FeedFormat format) {
            var entry = new SampleFeed(new SampleArticle()).read(format).entry();
            assertThat(entry.content()).hasValue("<p>The body.</p>");
            // Some RSS readers know nothing but the description.
            boolean isRss = format == FeedFormat.RSS || format == FeedFormat.RDF;
            assertThat(entry.summary()).isEqualTo(isRss ? entry.content() : Optional.empty());
        }

        @ParameterizedTest
        @EnumSource
        void carriesTheDisclaimerWhereOnlySummariesAreShown(FeedFormat format) {
            var feed = SampleFeed.with(article -> article.disclaimer = "<p>Verify it.</p>");
            feed.content = Content.SUMMARY;
            assertThat(feed.read(format).entry().summary())
                    .hasValue(format == FeedFormat.JSON ? "Disclaimer: Verify it." : APART);
            conforms(feed, format);
        }

        @ParameterizedTest
        @EnumSource
        void isAnEntryAllTheSameWhereOnlySummariesAreShown(FeedFormat format) {
            var feed = new SampleFeed(new SampleArticle());
            feed.content = Content.SUMMARY;
            assertThat(feed.read(format).entry().summary()).isEmpty();
            conforms(feed, format);
        }
    }

    @Nested
    class WithTheFeedsDisclaimer {
        @ParameterizedTest
        @EnumSource
        void givesItToArticlesThatBringNone(FeedFormat format) {
            var feed = new SampleFeed(new SampleArticle());
            feed.disclaimer = "<p>Verify it.</p>";
            assertThat(feed.read(format).entry().content()).hasValue("<p>The body.</p>" + APART);
        }

        @ParameterizedTest
        @EnumSource
        void prefersTheArticlesOwn(FeedFormat format) {
            var feed = report();
            feed.disclaimer = "<p>Another.</p>";
            assertThat(feed.read(format).entry().content()).hasValue("<p>The body.</p>" + APART);
        }

        @ParameterizedTest
        @EnumSource
        void sparesAnArticleThatWantsNone(FeedFormat format) {
            var feed = SampleFeed.with(article -> article.disclaimer = "");
            feed.disclaimer = "<p>Verify it.</p>";
            assertThat(feed.read(format).entry().content()).hasValue("<p>The body.</p>");
        }

        @ParameterizedTest
        @EnumSource
        void setsItApartFromABodyThatIsLeftOpen(FeedFormat format) {
            var feed = SampleFeed.with(article -> article.body = "<pre><b>open");
            feed.disclaimer = "<p>Verify it.</p>";
            assertThat(feed.read(format).entry().content()).hasValue("<pre><b>open</b></pre>" + APART);
        }
    }

    @Nested
    class OfAnArticleWithAnEmptyBody {
        @ParameterizedTest
        @EnumSource
        void showsItsImage(FeedFormat format) {
            var feed = SampleFeed.with(article -> {
                article.body = "";
                article.image = "pictures/a b.png";
            });
            assertThat(feed.read(format).entry().content())
                    .hasValue("<p><img src=\"https://example.org/news/pictures/a%20b.png\""
                            + " alt=\"A conference on rare earths\"></p>");
            conforms(feed, format);
        }

        @ParameterizedTest
        @EnumSource
        void showsItsHighlights(FeedFormat format) {
            var feed = report();
            feed.articles.getFirst().body = "";
            feed.articles.getFirst().disclaimer = null;
            assertThat(feed.read(format).entry().content()).isEmpty();
            assertThat(feed.read(format).entry().summary()).isPresent();
            conforms(feed, format);
        }

        @ParameterizedTest
        @EnumSource
        void isAnEntryEvenWithNothingButATitle(FeedFormat format) {
            var feed = SampleFeed.with(article -> article.body = "");
            assertThat(feed.read(format).entry().title()).isEqualTo("A conference on rare earths");
            conforms(feed, format);
        }
    }

    @Nested
    class OfAuthors {
        @ParameterizedTest
        @EnumSource
        void namesAllInOrder(FeedFormat format) {
            var feed = SampleFeed.with(article -> article.authors = List.of(
                    new Person("Ada", "ada@example.org", "https://example.org/~ada"),
                    new Person("Bo", null, null),
                    new Person("Cy", "cy@example.org", null)));
            assertThat(feed.read(format).entry().authors()).containsExactly("Ada", "Bo", "Cy");
            conforms(feed, format);
        }

        @ParameterizedTest
        @EnumSource
        void takesTheFeedsWhereAnArticleNamesNone(FeedFormat format) {
            assertThat(new SampleFeed(new SampleArticle()).read(format).entry().authors())
                    .containsExactly("Rare Earth Exchanges");
        }

        @ParameterizedTest
        @EnumSource
        void namesNobodyWhereNobodyIsNamed(FeedFormat format) {
            var feed = new SampleFeed(new SampleArticle());
            feed.author = null;
            assertThat(feed.read(format).entry().authors()).isEmpty();
            conforms(feed, format);
        }
    }

    @Nested
    class OfEnclosures {
        @ParameterizedTest
        @EnumSource
        void carriesAllThatTheFormatCan(FeedFormat format) {
            var feed = SampleFeed.with(article -> article.enclosures = List.of(
                    new Enclosure("/audio.mp3", "audio/mpeg", 1234, "The talk"),
                    new Enclosure("https://example.org/slides.pdf", "application/pdf", 0, null)));
            var first = new ReadEnclosure("https://example.org/audio.mp3", "audio/mpeg", Optional.of(1234L));
            var second = new ReadEnclosure("https://example.org/slides.pdf", "application/pdf", Optional.empty());
            assertThat(feed.read(format).entry().enclosures())
                    .isEqualTo(
                            switch (format) {
                                case ATOM, JSON -> List.of(first, second);
                                case RSS -> List.of(first);
                                case RDF -> List.of();
                            });
            conforms(feed, format);
        }

        @ParameterizedTest
        @EnumSource(names = "RDF", mode = EnumSource.Mode.EXCLUDE)
        void allowsAnUnknownLength(FeedFormat format) {
            var feed = SampleFeed.with(
                    article -> article.enclosures = List.of(new Enclosure("a|b.mp3", "audio/mpeg", 0, null)));
            assertThat(feed.read(format).entry().enclosures().getFirst().url())
                    .isEqualTo("https://example.org/news/a%7Cb.mp3");
            conforms(feed, format);
        }
    }

    @Nested
    class OfLanguagesAndRights {
        @ParameterizedTest
        @EnumSource
        void tellsTheArticlesFromTheFeeds(FeedFormat format) {
            var german = new SampleArticle();
            german.id = "tag:example.org,2026:de";
            german.language = "de";
            german.rights = "© Ada";
            var feed = new SampleFeed(german, new SampleArticle());
            feed.rights = "© Example";
            var read = feed.read(format);
            assertThat(read.language()).hasValue("en");
            assertThat(read.entries())
                    .extracting(entry -> entry.language().orElse(""))
                    .containsExactly("de", "en");
            if (format != FeedFormat.JSON) {
                assertThat(read.rights()).hasValue("© Example");
                assertThat(read.entries())
                        .extracting(entry -> entry.rights().orElse(""))
                        .containsExactly("© Ada", "© Example");
            }
            conforms(feed, format);
        }
    }

    @Nested
    class OfTextFromRightToLeft {
        private static final String HEBREW = "<div lang=\"he\" dir=\"rtl\">";

        @ParameterizedTest
        @EnumSource
        void saysItsDirectionInTheHtmlToo(FeedFormat format) {
            var feed = SampleFeed.with(article -> {
                article.language = "he";
                article.highlights = List.of("שלום");
                article.disclaimer = "<p>Verify it.</p>";
            });
            var entry = feed.read(format).entry();
            assertThat(entry.language()).hasValue("he");
            assertThat(entry.content()).hasValue(HEBREW + "<p>The body.</p>" + APART + "</div>");
            assertThat(entry.summary())
                    .hasValue(format == FeedFormat.JSON ? "שלום" : HEBREW + "<ul><li>שלום</li></ul></div>");
            conforms(feed, format);
        }

        @ParameterizedTest
        @EnumSource
        void takesItFromTheFeedWhereTheArticleSaysNothing(FeedFormat format) {
            var feed = new SampleFeed(new SampleArticle());
            feed.language = "az-Arab";
            assertThat(feed.read(format).entry().content())
                    .hasValue("<div lang=\"az-Arab\" dir=\"rtl\"><p>The body.</p></div>");
            conforms(feed, format);
        }

        @ParameterizedTest
        @EnumSource
        void leavesCodeFromLeftToRight(FeedFormat format) {
            var feed = SampleFeed.with(article -> {
                article.language = "fa";
                article.body = "<pre>\n\n<code>a();</code></pre><p><code>b</code><kbd dir=\"rtl\">c</kbd></p>";
            });
            assertThat(feed.read(format).entry().content())
                    .hasValue("<div lang=\"fa\" dir=\"rtl\"><pre dir=\"ltr\">\n\n<code>a();</code></pre>"
                            + "<p><code dir=\"ltr\">b</code><kbd dir=\"rtl\">c</kbd></p></div>");
        }

        @ParameterizedTest
        @EnumSource
        void wrapsNothingThatIsNotThere(FeedFormat format) {
            var feed = SampleFeed.with(article -> article.body = "");
            feed.language = "ar";
            assertThat(feed.read(format).entry().content()).isEmpty();
            assertThat(feed.read(format).entry().summary().orElse("")).isEmpty();
        }
    }

    @Nested
    class OfHtml {
        @ParameterizedTest
        @EnumSource
        void hasOnlyAbsoluteAddresses(FeedFormat format) {
            var feed = SampleFeed.with(article -> {
                article.body = "<a href=\"#why\">why</a><img src=\"a.png\" srcset=\"b.png 2x\">";
                article.disclaimer = "<a href=\"/legal\">legal</a>";
            });
            assertThat(feed.read(format).entry().content())
                    .hasValue("<a href=\"https://example.org/news/conference#why\">why</a>"
                            + "<img src=\"https://example.org/news/a.png\""
                            + " srcset=\"https://example.org/news/b.png 2x\">"
                            + "<hr><h2>Disclaimer</h2><a href=\"https://example.org/legal\">legal</a>");
        }

        @ParameterizedTest
        @EnumSource
        void keepsWhiteSpaceByteForByte(FeedFormat format) {
            String code = "<pre>  if (a) {\n\n\t\tb();  \n  }\n\n</pre>\n  <p> x </p>\n";
            var feed = SampleFeed.with(article -> article.body = code);
            assertThat(feed.read(format).entry().content()).hasValue(code);
        }
    }

    @Nested
    class OfDifficultText {
        @ParameterizedTest
        @EnumSource
        void survivesWhatXmlForbids(FeedFormat format) {
            var forbidden = new StringBuilder("a");
            for (char c = 0; c < 0x20; c++) {
                forbidden.append(c);
            }
            String text = forbidden + "\uFFFE\uFFFF\uD800\u0085b😀";
            var feed = SampleFeed.with(article -> {
                article.title = text;
                article.highlights = List.of(text);
                article.body = "<p title=\"" + text + "\">" + text + "&#xFFFE;&#1;&#xD800;</p>";
                article.disclaimer = text + "&#xFFFF;";
                article.categories = List.of(text);
                article.authors = List.of(new Person(text, text, text));
                article.rights = text;
                article.image = text;
                article.link = "https://example.org/" + text;
                article.enclosures = List.of(new Enclosure(text, "audio/mpeg", 1, text));
            });
            feed.title = text;
            feed.subtitle = text;
            feed.home = "https://example.org/" + text;
            feed.icon = "https://example.org/" + text;
            feed.logo = "https://example.org/" + text;
            feed.rights = text;
            feed.hubs = List.of("https://example.org/" + text);
            feed.categories = List.of(text);

            var entry = feed.read(format).entry();
            assertThat(entry.title()).isEqualTo("a b😀");
            assertThat(entry.categories()).containsExactly("a b😀");
            assertThat(entry.authors()).containsExactly("a b😀");
            assertThat(entry.summary().orElse("")).contains("a b😀");
            assertThat(entry.content().orElse("")).contains("b😀").doesNotContain("\uFFFE", "\uFFFF");
        }

        @ParameterizedTest
        @EnumSource
        void keepsTheEndOfACdataSection(FeedFormat format) {
            var feed = SampleFeed.with(article -> {
                article.title = "a]]>b";
                article.highlights = List.of("a]]>b");
                article.body = "<pre>a]]&gt;b</pre>";
                article.categories = List.of("a]]>b");
            });
            var entry = feed.read(format).entry();
            assertThat(entry.title()).isEqualTo("a]]>b");
            assertThat(entry.categories()).containsExactly("a]]>b");
            assertThat(entry.summary()).hasValue(format == FeedFormat.JSON ? "a]]>b" : "<ul><li>a]]&gt;b</li></ul>");
            assertThat(entry.content()).hasValue("<pre>a]]&gt;b</pre>");
            conforms(feed, format);
        }

        @ParameterizedTest
        @EnumSource
        void showsMarkupInATitleAsItWasWritten(FeedFormat format) {
            String title = "<3 Deno & \"AT&T\" &lt;b&gt;";
            var feed = SampleFeed.with(article -> article.title = title);
            feed.title = title;
            feed.subtitle = title;
            var read = feed.read(format);
            assertThat(read.title()).isEqualTo(title);
            assertThat(read.subtitle()).hasValue(title);
            assertThat(read.entry().title()).isEqualTo(title);
            conforms(feed, format);
        }

        @ParameterizedTest
        @EnumSource
        void hasNoLimitOnLength(FeedFormat format) {
            var feed = SampleFeed.with(article -> article.title = "x".repeat(10_000));
            feed.title = "y".repeat(10_000);
            feed.subtitle = "z".repeat(10_000);
            conforms(feed, format);
        }
    }

    @Nested
    class OfBytes {
        @ParameterizedTest
        @EnumSource
        void areTheSameInAnyTimeZoneAndLanguage(FeedFormat format) {
            byte[] here = report().bytes(format);
            var zone = TimeZone.getDefault();
            var locale = Locale.getDefault();
            try {
                for (var elsewhere : List.of("ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "tr", "ja-JP-u-ca-japanese")) {
                    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
                    Locale.setDefault(Locale.forLanguageTag(elsewhere));
                    assertThat(report().bytes(format)).isEqualTo(here);
                }
            } finally {
                TimeZone.setDefault(zone);
                Locale.setDefault(locale);
            }
        }

        @ParameterizedTest
        @EnumSource
        void saySecondsAndNothingFiner(FeedFormat format) {
            var feed = SampleFeed.with(article -> {
                article.published = Instant.parse("2026-01-26T08:00:00.999Z");
                article.updated = Instant.parse("2026-01-27T00:00:00.001Z");
            });
            assertThat(feed.read(format).entry().published()).isEqualTo("2026-01-26T08:00:00Z");
            assertThat(feed.read(format).entry().updated()).isEqualTo("2026-01-27T00:00:00Z");
            conforms(feed, format);
        }

        @ParameterizedTest
        @EnumSource
        void knowNoOtherTimeThanTheSelections(FeedFormat format) {
            var document = report().document(format);
            assertThat(document.modified()).isEqualTo("2026-02-01T00:00:00Z");
            assertThat(document.next()).isNull();
            assertThat(new String(document.bytes(), UTF_8)).doesNotContain("2026-02-01");
        }
    }
}
