package org.feedwright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteAddressTest {
    @TempDir
    private Path directory;

    /** Such as {@code migrate} is given one. */
    @ParameterizedTest
    @CsvSource({"'', wal, 2, 1000", "?journal_mode=DELETE&synchronous=OFF&busy_timeout=70, delete, 0, 70"})
    void hasWhatIsNeededUnlessItSaysOtherwise(String parameters, String journal, int synchronous, int timeout) {
        String address = "jdbc:sqlite:" + directory.resolve("another.db") + parameters;
        try (var store = Store.sqlite(directory, "--spring.datasource.url=" + address)) {
            assertThat(pragma(store, "journal_mode")).isEqualTo(journal);
            assertThat(pragma(store, "synchronous")).isEqualTo(String.valueOf(synchronous));
            assertThat(pragma(store, "busy_timeout")).isEqualTo(String.valueOf(timeout));
        }
    }

    private static String pragma(Store store, String name) {
        return store.jdbc().sql("pragma " + name).query(String.class).single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"what?", "a?b/c"})
    void isRefusedWhereSqliteWouldReadAnotherPlace(String name) {
        var data = directory.resolve(name);

        assertThatThrownBy(() -> Store.sqlite(data)).isInstanceOf(SettingRefused.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void isRefusedWhereTheDirectoryIsAnAddress() {
        assertThatThrownBy(() -> Store.sqlite(Path.of("file:" + directory))).isInstanceOf(SettingRefused.class);
    }
}
