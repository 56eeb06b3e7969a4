package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.feedwright.authoring.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an author is told of an article that is published all the same. */
@ExtendWith(OutputCaptureExtension.class)
class WarningsTest {
    private static final String COLOUR = "news/one.md:4: the key 'colour' is not known";

    @TempDir
    private Path directory;

    private Path news;

    @BeforeEach
    void makeFolder() throws IOException {
        news = Files.createDirectories(directory.resolve("feeds/news"));
        save(news.resolve("feed.yaml"), "title: News");
        save(news.resolve("one.md"), article("One", "Body.", "colour: red"));
    }

    private RunningFolder start() {
        var service = RunningFolder.start(directory.resolve("feeds"), directory.resolve("data"));
        service.awaitTitles("news", "One");
        return service;
    }

    private static List<String> warnings(RunningFolder service) {
        return service.bean(Warnings.class).all().stream()
                .map(Problem::toString)
                .toList();
    }

    private static void awaitWarnings(RunningFolder service, String... parts) {
        soon(() -> {
            assertThat(warnings(service)).hasSize(parts.length);
            for (int i = 0; i < parts.length; i++) {
                assertThat(warnings(service).get(i)).contains(parts[i]);
            }
        });
    }

    private static long told(CapturedOutput output) {
        return Pattern.compile("WARN +Warning: " + Pattern.quote(COLOUR))
                .matcher(output.getAll())
                .results()
                .count();
    }

    @Test
    void publishesAndTellsOnTheLogOnce(CapturedOutput output) throws IOException {
        try (var service = start()) {
            awaitWarnings(service, COLOUR);
            service.awaitLooks();
            save(news.resolve("one.md"), article("One", "Another body.", "colour: red"));
            soon(() -> assertThat(service.entries("news").getFirst().content()).contains("Another"));
            service.awaitLooks();

            assertThat(service.problems("news")).isEmpty();
        }
        assertThat(told(output)).isOne();
    }

    @Test
    void knowsThemAfterARestartAndTellsThemNoMore(CapturedOutput output) throws IOException {
        try (var service = start()) {
            awaitWarnings(service, COLOUR);
        }
        try (var service = start()) {
            service.awaitLooks();
            awaitWarnings(service, COLOUR);
        }
        assertThat(told(output)).isOne();
        assertThat(output.getAll()).contains("Published all the same: 1 warning, listed by the command check");
    }

    @Test
    void tellsTheFirstTenOfAStartAndHowManyMoreThereAre(CapturedOutput output) throws IOException {
        for (int i = 10; i < 23; i++) {
            save(news.resolve("n" + i + ".md"), article("Number " + i, "Body.", "rights: A # b"));
        }
        try (var _ = RunningFolder.start(directory.resolve("feeds"), directory.resolve("data"))) {
            soon(() -> assertThat(output.getAll())
                    .contains(
                            "And 3 more warnings; the command check lists them all",
                            "Published all the same: 14 warnings, listed by the command check"));
            assertThat(output.getAll().split("WARN +Warning: ", -1)).hasSize(1 + 10 + 1);

            save(news.resolve("late.md"), article("Late", "Body.", "colour: red"));
            soon(() -> assertThat(output.getAll()).contains("Warning: news/late.md:4"));
        }
    }

    @Test
    void countsTheKeysThatAreNotKnownOfEachFeed(CapturedOutput output) throws IOException {
        for (int i = 10; i < 21; i++) {
            save(news.resolve("n" + i + ".md"), article("Number " + i, "Body.", i < 17 ? "mood: good" : "colour: red"));
        }
        try (var _ = RunningFolder.start(directory.resolve("feeds"), directory.resolve("data"))) {
            soon(() -> assertThat(output.getAll())
                    .contains("Warning: news: 12 articles have keys that are not known: mood (7), colour (5); "
                            + "the command check lists them"));
            assertThat(output.getAll().split("WARN +Warning: ", -1)).hasSize(1 + 1);
        }
    }

    @Test
    void forgetsThemWithWhatTheyWereAbout() throws IOException {
        save(news.resolve("two.md"), article("Two", "Body.", "size: big"));
        save(news.resolve("feed.yaml"), "title: News # and more");
        try (var service = RunningFolder.start(directory.resolve("feeds"), directory.resolve("data"))) {
            awaitWarnings(service, "news/feed.yaml:1: YAML takes '# and more'", "news/one.md", "news/two.md");

            save(news.resolve("one.md"), article("One", "Body."));
            save(news.resolve("feed.yaml"), "title: News and more");
            awaitWarnings(service, "news/two.md");
            Files.delete(news.resolve("two.md"));
            awaitWarnings(service);
        }
    }

    @Test
    void holdsBackWhatIsUpdatedInTheFutureAndKeepsWhatWasPublished() throws IOException {
        try (var service = start()) {
            save(news.resolve("one.md"), article("Two", "Body.", "updated: 2999-01-01"));
            service.awaitProblem("news", "news/one.md:4: 'updated' lies in the future");
            service.awaitTitles("news", "One");
            save(news.resolve("one.md"), article("Two", "Body.", "updated: 2026-01-27"));
            service.awaitTitles("news", "Two");
        }
    }
}
