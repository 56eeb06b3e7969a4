package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FolderAttachments;
import org.feedwright.folder.disk.FolderPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.util.unit.DataSize;

/**
 * Articles as generators' starter sites and documentation write them. Each folder has an article, a {@code feed.yaml},
 * and a file {@code expect} with all that must come out; what it does not name must not be there.
 */
class SitesCorpusTest {
    private static final Path SITES = Path.of("src/test/resources/corpus/sites");
    private static final Set<String> OTHERS = Set.of("feed.yaml", "authors.yml", "tags.yml", "expect");
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TestFactory
    Stream<DynamicTest> everyArticleComesOutAsItsGeneratorHasIt() throws IOException {
        return cases().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        SITES.relativize(folder).toString(), folder.toUri(), () -> verify(folder)));
    }

    @Test
    void holdsManyConventions() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
    }

    private static List<Path> cases() throws IOException {
        try (var files = Files.walk(SITES)) {
            return files.filter(file -> file.endsWith("expect"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    private static void verify(Path folder) throws IOException {
        var expected = new LinkedHashMap<String, String>();
        Files.readAllLines(folder.resolve("expect")).stream()
                .map(line -> line.split(": ", 2))
                .forEach(line -> expected.put(line[0], line[1]));
        assertThat(expected.remove("Description")).isNotBlank();

        assertThat(read(folder)).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private static Map<String, String> read(Path folder) throws IOException {
        var feeds = new FeedFolder(Objects.requireNonNull(folder.getParent()), DataSize.ofMegabytes(1));
        String directory = folder.getFileName().toString();
        String path = article(folder);
        var problems = new Problems(path);
        var definition = FeedFile.read(
                Files.readString(folder.resolve("feed.yaml")),
                "feeds.example.org",
                new FolderAttachments(feeds, FolderPath.definition(directory)),
                problems);
        var file = ArticleFile.read(
                path,
                Files.readString(folder.resolve(path)),
                new FeedName(directory),
                definition,
                new FolderAttachments(feeds, new FolderPath(directory, path)),
                NOW,
                problems);
        assertThat(problems.list()).isEmpty();
        return facts(file.orElseThrow());
    }

    private static String article(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !OTHERS.contains(name))
                    .collect(Collectors.joining());
        }
    }

    private static Map<String, String> facts(ArticleFile file) {
        var manuscript = file.manuscript();
        var text = manuscript.text();
        var facts = new LinkedHashMap<String, String>();
        facts.put("title", text.title());
        facts.put("published", manuscript.published().toInstant().toString());
        facts.put("slug", manuscript.slug().value());
        put(facts, "updated", manuscript.statedUpdated());
        put(facts, "link", text.link());
        put(facts, "summary", text.summary());
        put(facts, "image", text.image());
        put(facts, "draft", manuscript.draft() ? true : null);
        put(facts, "authors", joined(text.authors().stream().map(Person::name)));
        put(facts, "categories", joined(text.categories().stream().map(Category::name)));
        put(facts, "aliases", joined(manuscript.aliases().stream()));
        put(
                facts,
                "warnings",
                file.warnings().isEmpty() ? null : file.warnings().size());
        return facts;
    }

    private static @Nullable String joined(Stream<String> names) {
        String joined = names.collect(Collectors.joining("; "));
        return joined.isEmpty() ? null : joined;
    }

    private static void put(Map<String, String> facts, String key, @Nullable Object value) {
        if (value != null) {
            facts.put(key, value.toString());
        }
    }
}
