package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.feedwright.testing.Seeded;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens to files, bundles and folders within feeds, every article that is there is shown once, with its id,
 * its date and its text, and its former addresses lead to it. {@code -Dhistories=2000} walks longer.
 */
@ExtendWith(Seeded.class)
@TestInstance(Lifecycle.PER_CLASS)
class FolderWalkTest {
    private static final int HISTORIES = Integer.getInteger("histories", 25);

    private RunningFolder service;
    private Path clock;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        clock = temporary.resolve("clock");
        service = RunningFolder.start(
                Files.createDirectories(temporary.resolve("feeds")),
                temporary.resolve("data"),
                "--feedwright.authoring.watch=false",
                // The disk makes no difference here.
                "--spring.datasource.url=jdbc:sqlite:" + temporary + "/walk.db?journal_mode=WAL&synchronous=OFF");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void keepsEveryArticleAndItsIdWhereverItsFileGoes(SplittableGenerator random) throws IOException {
        for (int i = 0; i < HISTORIES; i++) {
            var history = random.split();
            var tree = new MovedTree(service, "walk-" + i, history);
            try {
                walk(tree, history);
            } catch (AssertionError e) {
                throw new AssertionError("In history " + i + ": " + e.getMessage() + "\n" + tree.told(), e);
            }
        }
    }

    private void walk(MovedTree tree, RandomGenerator random) throws IOException {
        for (int looks = random.nextInt(2, 12); looks > 0; looks--) {
            tree.happen();
            if (random.nextInt(4) == 0) {
                service.bean(FolderSync.class).forget(); // as a start does
            }
            look();
            tree.check();
            tree.note();
        }
    }

    /** What is gone is looked for once more before it is withdrawn. */
    private void look() throws IOException {
        var sync = service.bean(FolderSync.class);
        var again = sync.sync(sync.changed());
        for (int looks = 1; !again.isEmpty(); looks++) {
            assertThat(looks).as("looks until all is stored").isLessThan(10);
            again = sync.sync(again);
        }
        tick();
    }

    /** Lets the disk's clock go on, so that a file which is written next has another time than those before. */
    private void tick() throws IOException {
        var before = touched();
        while (touched().equals(before)) {
            Thread.onSpinWait();
        }
    }

    private FileTime touched() throws IOException {
        Files.writeString(clock, "");
        return Files.getLastModifiedTime(clock);
    }
}
