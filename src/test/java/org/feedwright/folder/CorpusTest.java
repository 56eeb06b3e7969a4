package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Walks the corpus: each folder holds an article, and what must come out of it. Its README says how to add one. */
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");

    @TestFactory
    Stream<DynamicTest> everyArticleComesOutAsItsExpectationsSay() throws IOException {
        return cases(CORPUS).stream()
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getFileName().toString(),
                        folder.toUri(),
                        () -> CorpusCase.read(folder).verify()));
    }

    @Test
    void theReportOfTheExampleFeedIsCompleteAndRepaired() throws IOException {
        new CorpusCase(Path.of("feeds/rare-earth"), CORPUS.resolve("ganzhou-report.expect")).verify();
    }

    @Test
    void holdsManyCases() throws IOException {
        assertThat(cases(CORPUS)).hasSizeGreaterThan(40);
    }

    private static List<Path> cases(Path corpus) throws IOException {
        try (var folders = Files.list(corpus)) {
            return folders.filter(folder -> Files.exists(folder.resolve("expect")))
                    .sorted()
                    .toList();
        }
    }
}
