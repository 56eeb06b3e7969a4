package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What an editor does in the folder, and what readers then see. One service runs; each test has a feed of its own. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class EditingTest {
    Path temporary;
    RunningFolder service;
    String feed;
    Path directory;

    private int feeds;

    /** How often all of the folder is looked through: so seldom that a test sees only what was told of. */
    String rescan() {
        return "1h";
    }

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        this.temporary = temporary;
        service = RunningFolder.startIn(temporary, rescan());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void newFeed() throws IOException {
        feed = "feed-" + ++feeds;
        directory = service.feed(feed);
        soon(() -> assertThat(service.find(feed).name().value()).isEqualTo(feed));
    }
}
