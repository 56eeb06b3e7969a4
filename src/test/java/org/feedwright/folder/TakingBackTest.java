package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an editor does about a mistake, in the folder, and what readers are then told over HTTP. */
class TakingBackTest extends EditingTest {
    private static final String WITHDRAWN = "withdrawn: It was about <another> company & year.";
    private static final String REASON = "It was about <another> company & year.";

    private Path file;

    @BeforeEach
    void publishTwo() throws IOException {
        file = directory.resolve("one.md");
        save(file, article("One", "Body."));
        save(directory.resolve("two.md"), article("Two", "Body."));
        service.awaitTitles(feed, "One", "Two");
    }

    @Nested
    class AReason {
        @Test
        void takesTheArticleOutOfEveryFormatAndIsReadOnItsPage() throws IOException {
            save(file, article("One", "Body.", WITHDRAWN));
            service.awaitTitles(feed, "Two");

            for (String extension : new String[] {"atom", "rss", "json"}) {
                assertThat(service.get("/feeds/" + feed + "." + extension).body())
                        .contains("Two")
                        .doesNotContain("One");
            }
            var answer = service.get("/articles/" + feed + "/one", "Accept", "text/html,*/*;q=0.8");
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
            assertThat(answer.headers().firstValue("Vary")).hasValue("Accept, Sec-Fetch-Dest");
            var page = Jsoup.parse(answer.body());
            assertThat(page.select("h1").text()).isEqualTo("This article has been withdrawn");
            assertThat(page.select(".reason").text()).isEqualTo(REASON);
            assertThat(page.select("time").attr("datetime")).isEqualTo(String.valueOf(stored().withdrawn()));
            assertThat(page.select("main a.button").attr("href")).isEqualTo("/feeds/" + feed);
            assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        }

        @Test
        void isAProblemToPrograms() throws IOException {
            save(file, article("One", "Body.", "withdrawn: {reason: Wrong., date: 2026-01-27}"));
            service.awaitTitles(feed, "Two");

            for (String[] accept : new String[][] {{}, {"Accept", "*/*"}, {"Accept", "application/json"}}) {
                var answer = service.get("/articles/" + feed + "/one", accept);
                assertThat(answer.statusCode()).isEqualTo(410);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(answer.headers().firstValue("Vary")).hasValue("Accept, Sec-Fetch-Dest");
                assertThat(answer.body())
                        .isEqualTo("{\"title\":\"Gone\",\"status\":410,"
                                + "\"detail\":\"This article has been withdrawn: Wrong.\","
                                + "\"instance\":\"/articles/" + feed + "/one\","
                                + "\"reason\":\"Wrong.\",\"withdrawn\":\"2026-01-27T00:00:00Z\"}");
            }
        }

        @Test
        void staysWhenTheFileGoesToo() throws IOException {
            save(file, article("One", "Body.", WITHDRAWN));
            service.awaitTitles(feed, "Two");
            var before = stored();
            Files.delete(file);
            service.awaitLooks();

            assertThat(stored()).isEqualTo(before);
        }

        @Test
        void thatIsTakenOutBringsTheSameArticleBack() throws IOException {
            var id = service.id(feed, "One");
            save(file, article("One", "Body.", WITHDRAWN));
            service.awaitTitles(feed, "Two");
            save(file, article("One", "Body."));
            service.awaitTitles(feed, "One", "Two");

            assertThat(service.id(feed, "One")).isEqualTo(id);
            assertThat(stored().updated()).as("it says what it said").isEqualTo("2026-01-26T00:00:00Z");
            assertThat(service.get("/articles/" + feed + "/one").statusCode()).isEqualTo(200);
        }

        @Test
        void thatIsMissingHoldsTheFileBack() throws IOException {
            save(file, article("One", "Body.", "withdrawn:"));
            service.awaitProblem(feed, feed + "/one.md:4: 'withdrawn' says nothing; write the reason");
            assertThat(service.titles(feed)).contains("One");

            save(file, article("One", "Body.", "withdrawn: true"));
            service.awaitTitles(feed, "Two");
            service.awaitNoProblem(feed);
            assertThat(stored().reason()).isNull();
            assertThat(service.get("/articles/" + feed + "/one", "Accept", "text/html")
                            .body())
                    .contains("Its publisher has taken it back.");
        }

        @Test
        void canBeGivenToAllAtOnceWithoutBeingConfirmed() throws IOException {
            for (int i = 0; i < 10; i++) {
                save(directory.resolve("n" + i + ".md"), article("Number " + i, "Body."));
            }
            soon(() -> assertThat(service.titles(feed)).hasSize(12));
            for (int i = 0; i < 10; i++) {
                save(directory.resolve("n" + i + ".md"), article("Number " + i, "Body.", WITHDRAWN));
            }
            save(file, article("One", "Body.", WITHDRAWN));
            save(directory.resolve("two.md"), article("Two", "Body.", WITHDRAWN));

            service.awaitTitles(feed);
            service.awaitNoProblem(feed);

            for (int i = 0; i < 10; i++) {
                Files.delete(directory.resolve("n" + i + ".md"));
            }
            service.awaitLooks();
            assertThat(service.problems(feed))
                    .as("what is cleared away was taken back already")
                    .isEmpty();
        }

        @Test
        void comesToAnEmptyStoreWithItsArticle() throws IOException {
            save(file, article("One", "Body.", WITHDRAWN));
            service.awaitTitles(feed, "Two");
            try (var other = RunningFolder.start(service.folder(), temporary.resolve("data-of-" + feed))) {
                other.awaitTitles(feed, "Two");
                var answer = other.get("/articles/" + feed + "/one", "Accept", "text/html");
                assertThat(answer.statusCode()).isEqualTo(410);
                assertThat(Jsoup.parse(answer.body()).select(".reason").text()).isEqualTo(REASON);
                assertThat(other.documents(feed)).isEqualTo(service.documents(feed));
            }
        }
    }

    @Nested
    class AnotherArticleAtTheSameAddress {
        @Test
        void isAnotherArticleAndTheOneThatIsShown() throws IOException {
            var first = service.id(feed, "One");
            save(file, article("One", "Body.", WITHDRAWN));
            service.awaitTitles(feed, "Two");
            save(directory.resolve("2026-01-26-one.md"), article("Another one", "Body."));
            service.awaitTitles(feed, "Another one", "Two");

            assertThat(service.id(feed, "Another one")).hasToString(first + "~2");
            var page = service.get("/articles/" + feed + "/one");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Another one");
        }

        @Test
        void isAnotherArticleAlsoWhenItTakesThePlaceOfTheFile() throws IOException {
            var first = service.id(feed, "One");
            save(file, article("One", "Body.", WITHDRAWN));
            service.awaitTitles(feed, "Two");
            save(file.resolveSibling(".prepared"), article("Another one", "Body."));
            Files.delete(file);
            Files.move(file.resolveSibling(".prepared"), directory.resolve("2026-01-26-one.md"));
            service.awaitTitles(feed, "Another one", "Two");

            assertThat(service.id(feed, "Another one")).isNotEqualTo(first);
            service.awaitLooks(); // the file that is gone would be looked for among those of the next feed
            assertThat(service.articles().find(first)).map(Article::reason).hasValue(REASON);
        }

        @Test
        void holdsTheFirstBackUntilTheAddressIsFree() throws IOException {
            var first = service.id(feed, "One");
            save(file, article("One", "Body.", WITHDRAWN));
            service.awaitTitles(feed, "Two");
            var other = directory.resolve("2026-01-26-one.md");
            save(other, article("Another one", "Body."));
            service.awaitTitles(feed, "Another one", "Two");

            save(file, article("One", "Body."));
            service.awaitProblem(feed, feed + "/one.md: its address would be that of the article " + feed + "/one");
            assertThat(service.titles(feed)).containsExactlyInAnyOrder("Another one", "Two");

            Files.move(other, directory.resolve("else.md"));
            service.awaitTitles(feed, "Another one", "Two", "One");
            service.awaitNoProblem(feed);
            assertThat(service.id(feed, "One")).isEqualTo(first);
        }

        @Test
        void canComeInTheSameLookThatTakesTheFirstBack() throws IOException {
            var first = service.id(feed, "One");
            save(directory.resolve("2026-01-26-one.md"), article("Another one", "Body."));
            service.awaitProblem(feed, "its address would be that of");
            save(file, article("One", "Body.", WITHDRAWN));
            service.awaitTitles(feed, "Another one", "Two");
            service.awaitNoProblem(feed);

            assertThat(service.id(feed, "Another one")).isNotEqualTo(first);
            assertThat(service.articles().find(first)).map(Article::state).hasValue(State.WITHDRAWN);
        }
    }

    @Nested
    class ACorrection {
        @Test
        void isAtTheTopOfEveryFormatAndOfThePageAndMovesTheUpdate() throws IOException {
            save(file, article("One", "Body.", "correction: {date: 2026-02-03, text: \"It was *three*, not two.\"}"));
            soon(() -> assertThat(stored().updated()).isEqualTo("2026-02-03T00:00:00Z"));

            String html = "<h2>Correction, 3 February 2026</h2><p>It was <em>three</em>, not two.</p><hr>";
            for (String extension : new String[] {"atom", "rss", "json"}) {
                assertThat(service.get("/feeds/" + feed + "." + extension).body())
                        .satisfiesAnyOf(
                                body -> assertThat(body).contains(html),
                                body -> assertThat(body)
                                        .contains(html.replace("<", "&lt;").replace(">", "&gt;")));
            }
            var page = Jsoup.parse(service.get("/articles/" + feed + "/one").body());
            assertThat(page.select("article > *").eachAttr("class"))
                    .containsExactly("intro", "corrections", "prose", "end");
            assertThat(page.select(".corrections").text())
                    .isEqualTo("Correction, 3 February 2026 It was three, not two.");
            assertThat(page.select(".meta").text()).contains("updated 3 February 2026");
        }

        @Test
        void withoutADateHasThatOfItsFirstLookAlsoAfterARestart() throws IOException {
            var folder = Files.createDirectories(temporary.resolve("restarted-" + feed));
            var data = temporary.resolve("restarted-data-" + feed);
            String before;
            String date;
            try (var first = RunningFolder.start(folder, data)) {
                var news = first.feed("news");
                save(news.resolve("one.md"), article("One", "Body."));
                first.awaitTitles("news", "One");
                save(news.resolve("one.md"), article("One", "Body.", "correction: It was three, not two."));
                soon(() -> assertThat(first.documents("news")).contains("It was three, not two."));
                before = first.documents("news");
                date = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
                        .format(first.clock().instant().atOffset(ZoneOffset.UTC));
                assertThat(before).doesNotContain("Correction, 26 January 2026");
            }
            try (var second = RunningFolder.start(folder, data)) {
                second.clock().advance(Duration.ofDays(2));
                second.awaitLooks();
                assertThat(second.documents("news")).isEqualTo(before);
                save(folder.resolve("news/one.md"), article("Two", "Body.", "correction: It was three, not two."));
                second.awaitTitles("news", "Two"); // which is read anew, days later
                assertThat(second.documents("news"))
                        .containsPattern("Correction, " + date + "[<&]")
                        .doesNotContain("Correction, 26 January 2026");
            }
        }
    }

    private Article stored() {
        return service.stored(feed, "one").orElseThrow();
    }
}
