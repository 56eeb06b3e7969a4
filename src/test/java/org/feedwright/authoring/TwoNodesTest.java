package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.authoring.RunningFolder.article;
import static org.feedwright.authoring.RunningFolder.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Two services on one folder and one store. */
@ExtendWith(OutputCaptureExtension.class)
class TwoNodesTest {
    @TempDir
    Path directory;

    @Test
    void holdNothingBackThatTheOtherHasJustStored(CapturedOutput output) throws IOException {
        var feeds = Files.createDirectories(directory.resolve("feeds"));
        try (var one = RunningFolder.start(feeds, directory.resolve("data"));
                var other = RunningFolder.start(feeds, directory.resolve("data"))) {
            var feed = one.feed("news", "window: 100");
            for (int i = 0; i < 30; i++) {
                save(
                        feed.resolve("news-" + i + ".md"),
                        article("News " + i, "The body.", i % 2 == 0 ? "id: urn:news:" + i : "draft: false"));
            }
            one.awaitLooks();
            other.awaitLooks();

            assertThat(one.entries("news")).hasSize(30);
            assertThat(other.entries("news")).hasSize(30);
            assertThat(output).doesNotContain("Quarantined");
        }
    }
}
