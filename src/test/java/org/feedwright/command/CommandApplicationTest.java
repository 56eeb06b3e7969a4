package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.feedwright.Feedwright;
import org.feedwright.feed.FirstLook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandApplicationTest {
    @TempDir
    private Path directory;

    @Test
    void doesNotWatchTheFolderEvenIfTheServiceIsToldTo() {
        var settings = List.of(
                "--feedwright.authoring.watch=true",
                "--feedwright.folder=" + directory.resolve("feeds"),
                "--feedwright.data=" + directory.resolve("data"));
        try (var application = CommandApplication.start(Feedwright.class, settings)) {
            assertThat(application.containsBean("folderLook")).isTrue();
            assertThat(application.getBean(FirstLook.class).isUnderWay()).isFalse();
        }
    }
}
