package org.feedwright.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.feedwright.testing.Postgres;

/** What is left of a store when its service is lost while it works: nothing was ended, closed or written out. */
final class LostStore {
    private static final String DATA = "--feedwright.data=";
    private static final String POSTGRES = "--spring.datasource.url=jdbc:postgresql:";

    private LostStore() {}

    /**
     * Takes a copy of the store as it is at this moment.
     *
     * @return the settings of the service, with the copy as its store
     */
    static List<String> take(List<String> settings, Path directory) throws IOException {
        Files.createDirectories(directory);
        boolean isPostgres = settings.stream().anyMatch(setting -> setting.startsWith(POSTGRES));
        for (String setting : settings) {
            if (setting.startsWith(DATA) && !isPostgres) {
                copy(Path.of(setting.substring(DATA.length()), "feedwright.db"), directory.resolve("feedwright.db"));
            }
        }
        return settings.stream()
                .map(setting -> setting.startsWith(DATA)
                        ? DATA + directory
                        : setting.startsWith(POSTGRES) ? moved(setting) : setting)
                .toList();
    }

    private static String moved(String setting) {
        String name = "--spring.datasource.url=";
        return name + Postgres.lose(setting.substring(name.length()));
    }

    /** While this reads, what is in the write-ahead log stays there, so that log and database are of one moment. */
    private static void copy(Path database, Path to) throws IOException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("select count(*) from article").close();
            Files.copy(database, to);
            var log = Path.of(database + "-wal");
            if (Files.exists(log)) {
                Files.copy(log, Path.of(to + "-wal"));
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
