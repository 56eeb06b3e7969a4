package org.feedwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Person;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.folder.FolderCheck;
import org.feedwright.folder.FolderCheck.Found;
import org.feedwright.imports.ghost.GhostExport;
import org.feedwright.imports.ghost.GhostOptions;
import org.feedwright.imports.wordpress.WordpressExport;
import org.feedwright.imports.wordpress.WordpressOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** What was imported is read as a service reads it. */
class RoundTripTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Map<String, Manuscript> imported(ImportSource source) throws IOException {
        var target = new ImportTarget(folder, new FeedName("old"), false);
        assertThat(Import.run(source, target, ImportedMedia.left(), NOW, _ -> {})
                        .problems())
                .isEmpty();
        assertThat(FolderCheck.look(folder, DataSize.ofMegabytes(2), NOW, _ -> {}))
                .filteredOn(found -> !found.isWarning())
                .map(Found::problem)
                .isEmpty();
        var definition = FeedFile.read(read(folder.resolve("old/feed.yaml")), "localhost", new Problems("feed.yaml"));
        try (var files = Files.list(folder.resolve("old"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .map(file -> ArticleFile.read(
                                    file.getFileName().toString(),
                                    read(file),
                                    new FeedName("old"),
                                    definition,
                                    new Problems(file.toString()))
                            .orElseThrow()
                            .manuscript())
                    .collect(Collectors.toMap(article -> article.slug().value(), Function.identity()));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ofWordpressGivesTheSameIdsDatesAndTexts() throws IOException {
        var articles = imported(new WordpressExport(
                Path.of("src/test/resources/imports/wordpress.xml"),
                new WordpressOptions(Set.of("post"), false, false, null)));

        var tide = Objects.requireNonNull(articles.get("spring-tide"));
        assertThat(tide.statedId()).hasToString("http://ferry.example/blog/?p=101");
        assertThat(tide.published().toInstant()).isEqualTo("2020-03-10T22:30:00Z");
        assertThat(tide.statedUpdated()).isEqualTo("2020-04-01T08:00:00Z");
        assertThat(tide.draft()).isFalse();
        assertThat(tide.aliases()).containsExactly("/blog/2020/03/spring-tide/", "/blog/?p=101");
        assertThat(tide.text().title()).isEqualTo("Spring tide – and a low bridge");
        assertThat(tide.text().authors()).containsExactly(Person.named("Ann O'Hara"));
        assertThat(tide.text().summary()).isEqualTo("The bridge was low & we waited.");
        assertThat(tide.text().enclosures())
                .singleElement()
                .satisfies(file -> assertThat(file.length()).isEqualTo(123_456));
        assertThat(tide.text().body().html())
                .contains(
                        "We waited.</p>",
                        " 07:00   high\n\n 13:10   low",
                        "<figcaption>The bridge at <em>low</em> water");
        assertThat(articles.values().stream()
                        .filter(Manuscript::draft)
                        .map(article -> article.slug().value()))
                .containsExactlyInAnyOrder("a-draft", "private", "word");
    }

    @Test
    void ofGhostGivesTheSameIdsDatesAndTexts() throws IOException {
        var articles = imported(new GhostExport(
                Path.of("src/test/resources/imports/ghost.json"),
                new GhostOptions("https://still.example/", false, false)));

        var slack = Objects.requireNonNull(articles.get("slack-water"));
        assertThat(slack.statedId()).hasToString("5f1a2b3c4d5e6f7081920a01");
        assertThat(slack.published().toInstant()).isEqualTo("2024-02-03T09:30:00Z");
        assertThat(slack.statedUpdated()).isNull();
        assertThat(slack.aliases()).containsExactly("/slack-water/");
        assertThat(slack.text().categories()).extracting("name").containsExactly("Water", "Air");
        assertThat(slack.text().image()).isEqualTo("https://still.example/content/images/2024/lead.jpg");
        assertThat(slack.text().body().html()).contains("href=\"https://still.example/ebb/\"");
        assertThat(articles.values().stream()
                        .filter(article -> !article.draft())
                        .map(article -> article.slug().value()))
                .containsExactlyInAnyOrder("slack-water", "gated", "next-year");
    }
}
