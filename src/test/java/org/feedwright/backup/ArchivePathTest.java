package org.feedwright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivePathTest {
    private static final Path FOLDER = Path.of("/srv/feeds");

    @ParameterizedTest
    @ValueSource(strings = {"news/feed.yaml", ".hidden", "a..b/c", "...", "news/a: b.md"})
    void leadsIntoTheFolder(String path) {
        assertThat(ArchivePath.in(FOLDER, path)).isEqualTo(FOLDER.resolve(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                ".",
                "..",
                "../a",
                "news/../../a",
                "news/../a",
                "./a",
                "news//a",
                "news/",
                "/etc/passwd",
                "C:/a",
                "news/C:/a",
                "..\\a",
                "news\\a",
                "a\0b",
            })
    void leadsNowhereElse(String path) {
        assertThatThrownBy(() -> ArchivePath.in(FOLDER, path)).isInstanceOf(BackupRefused.class);
    }
}
