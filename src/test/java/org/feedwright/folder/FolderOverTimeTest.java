package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.move;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.feedwright.article.ArticleId;
import org.feedwright.entry.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Restarts, mounts that come and go, and file systems that send no events. */
class FolderOverTimeTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = temporary.resolve("feeds");
        var news = Files.createDirectories(folder.resolve("news"));
        save(news.resolve("feed.yaml"), "title: News\nhome: https://example.org/\nzone: Europe/Berlin\n");
        save(news.resolve("2026-01-01-one.md"), article("One", "Body."));
        save(news.resolve("two.txt"), article("Two", "Body.", "updated: 2026-02-01"));
        save(news.resolve("three.md"), article("Three", "Body.", "id: urn:example:three"));
    }

    private RunningFolder start(String data, String... settings) {
        return RunningFolder.start(folder, temporary.resolve(data), settings);
    }

    @Test
    void aRestartChangesNothing() throws IOException {
        String before;
        Instant modified;
        try (var service = start("data")) {
            service.awaitTitles("news", "One", "Two", "Three");
            before = service.documents("news");
            modified = service.find("news").modified();
        }
        try (var service = start("data")) {
            service.awaitLooks(); // until then, what is stored is shown whatever will be made of the files
            assertThat(service.titles("news")).containsExactlyInAnyOrder("One", "Two", "Three");
            assertThat(service.documents("news")).isEqualTo(before);
            assertThat(service.find("news").modified()).isEqualTo(modified);
            assertThat(service.problems("news")).isEmpty();
        }
    }

    @Test
    void anEmptyStoreComesToTheSameBytes() {
        String before;
        try (var service = start("data")) {
            service.awaitTitles("news", "One", "Two", "Three");
            before = service.documents("news");
        }
        try (var service = start("other-data")) {
            service.awaitTitles("news", "One", "Two", "Three");
            assertThat(service.documents("news")).isEqualTo(before);
        }
    }

    /** As after a fresh clone on another machine: every file has another time, and the folder another name. */
    @Test
    void aCopyOfTheFolderComesToTheSameBytesAndTheSameDate() throws IOException {
        var news = folder.resolve("news");
        for (int i = 0; i < 30; i++) {
            save(news.resolve("a" + i + ".md"), article("A" + i, "Body.", "categories: [More than the window holds]"));
        }
        String before;
        Instant modified;
        try (var service = start("data")) {
            soon(() -> assertThat(service.entries("news")).hasSize(20));
            before = service.documents("news");
            modified = service.find("news").modified();
        }
        var clone = temporary.resolve("clone");
        var copy = Files.createDirectories(clone.resolve("news"));
        try (var files = Files.list(news)) {
            for (var file : files.toList()) {
                var copied = Files.copy(file, copy.resolve(file.getFileName()));
                Files.setLastModifiedTime(copied, FileTime.from(Instant.parse("2031-01-01T00:00:00Z")));
            }
        }
        try (var service = RunningFolder.start(clone, temporary.resolve("cloned-data"))) {
            soon(() -> assertThat(service.entries("news")).hasSize(20));
            assertThat(service.documents("news")).isEqualTo(before);
            assertThat(service.find("news").modified()).isEqualTo(modified);
        }
    }

    @Test
    void whatHappenedWhileItWasStoppedIsFoundAtTheNextStart() throws IOException {
        var news = folder.resolve("news");
        ArticleId one;
        ArticleId two;
        try (var service = start("data")) {
            service.awaitTitles("news", "One", "Two", "Three");
            one = service.id("news", "One");
            two = service.id("news", "Two");
        }
        move(news.resolve("2026-01-01-one.md"), news.resolve("renamed.md"));
        save(news.resolve("two.txt"), article("Two edited", "Other body."));
        Files.delete(news.resolve("three.md"));
        save(news.resolve("four.md"), article("Four", "Body."));
        try (var service = start("data")) {
            service.awaitTitles("news", "One", "Two edited", "Four");
            assertThat(service.id("news", "One")).isEqualTo(one);
            assertThat(service.id("news", "Two edited")).isEqualTo(two);
        }
    }

    @Test
    void aFolderThatIsMissingLosesNothing() throws IOException {
        try (var service = start("data")) {
            service.awaitTitles("news", "One", "Two", "Three");
        }
        move(folder, temporary.resolve("unmounted"));
        try (var service = start("data", "--feedwright.authoring.rescan=1s")) {
            service.awaitProblem(".", "is not there, and what is stored stays published");
            assertThat(publishing(service).getStatus()).isEqualTo(Status.DOWN);
            assertThat(publishing(service).getDetails())
                    .hasEntrySatisfying(
                            "problem",
                            says -> assertThat(says)
                                    .asString()
                                    .startsWith("The folder " + folder.toAbsolutePath()
                                            + " is not there, and what is stored"))
                    .containsEntry("remedy", "See that the folder is mounted and that this user may read it.");
            service.awaitTitles("news", "One", "Two", "Three");
            move(temporary.resolve("unmounted"), folder);
            save(folder.resolve("news/four.md"), article("Four", "Body."));
            service.awaitTitles("news", "One", "Two", "Three", "Four");
            service.awaitNoProblem(".");
            assertThat(publishing(service).getStatus()).isEqualTo(Status.UP);
        }
    }

    private static Health publishing(RunningFolder service) {
        return service.bean(PublishingHealthIndicator.class).health();
    }

    @Test
    void aFolderThatIsMissingIsReadSoonAfterItComes() throws IOException {
        var absent = temporary.resolve("absent");
        move(folder, absent);
        try (var service = start("data", "--feedwright.authoring.rescan=1h")) {
            service.awaitProblem(".", "is not there, and what is stored stays published");
            move(absent, folder);
            service.awaitTitles("news", "One", "Two", "Three");
            service.awaitNoProblem(".");
            save(folder.resolve("news/four.md"), article("Four", "Body."));
            service.awaitTitles("news", "One", "Two", "Three", "Four");
        }
    }

    @Test
    void aFolderThatIsEmptiedLosesNothing() throws IOException {
        try (var service = start("data", "--feedwright.authoring.rescan=1s")) {
            service.awaitTitles("news", "One", "Two", "Three");
            var ids = service.entries("news").stream().map(Entry::id).toList();
            move(folder.resolve("news"), temporary.resolve("news-elsewhere"));
            service.awaitProblem("news", "3 of its 3 articles are no longer in the folder");
            assertThat(service.titles("news")).hasSize(3);
            move(temporary.resolve("news-elsewhere"), folder.resolve("news"));
            service.awaitNoProblem("news");
            assertThat(service.entries("news")).extracting(Entry::id).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void aFileSystemWithoutEventsIsLookedThroughNowAndThen() throws IOException {
        try (var service = start("data", "--feedwright.authoring.rescan=1s", "--feedwright.authoring.events=false")) {
            service.awaitTitles("news", "One", "Two", "Three");
            save(folder.resolve("news/four.md"), article("Four", "Body."));
            service.awaitTitles("news", "One", "Two", "Three", "Four");
            Files.delete(folder.resolve("news/two.txt"));
            service.awaitTitles("news", "One", "Three", "Four");
        }
    }

    @Test
    void aFileBesideAnArticleIsFollowedWithoutEventsAndAcrossARestart() throws IOException {
        var sound = Files.createDirectories(folder.resolve("news/sound"));
        save(sound.resolve("talk.mp3"), "1");
        save(folder.resolve("news/four.md"), article("Four", "Body.", "enclosures: [sound/talk.mp3]"));
        String[] settings = {"--feedwright.authoring.rescan=1s", "--feedwright.authoring.events=false"};
        try (var service = start("data", settings)) {
            service.awaitTitles("news", "One", "Two", "Three", "Four");
            save(sound.resolve("talk.mp3"), "12");
            soon(() -> assertThat(service.documents("news")).contains("length=\"2\""));
        }
        save(sound.resolve("talk.mp3"), "123");
        try (var service = start("data", "--feedwright.authoring.rescan=1h")) {
            soon(() -> assertThat(service.documents("news")).contains("length=\"3\""));
            service.awaitLooks();
            save(sound.resolve("talk.mp3"), "1234");
            soon(() -> assertThat(service.documents("news")).contains("length=\"4\""));
        }
    }

    @Test
    void aChangeBehindALinkIsFoundByLookingThrough() throws IOException {
        var shared = Files.createDirectories(folder.resolve(".shared"));
        save(shared.resolve("four"), article("Four", "Body."));
        Files.createSymbolicLink(folder.resolve("news/four.md"), Path.of("../.shared/four"));
        try (var service = start("data", "--feedwright.authoring.rescan=1s")) {
            service.awaitTitles("news", "One", "Two", "Three", "Four");
            save(shared.resolve("four"), article("Four edited", "Body."));
            service.awaitTitles("news", "One", "Two", "Three", "Four edited");
        }
    }
}
