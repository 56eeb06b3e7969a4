package org.feedwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A real newsboat.
 *
 * @param directory where it keeps everything
 */
record Newsboat(Path directory) {
    /** What it shows of an article. */
    record Item(String guid, String title, String author, String content, boolean unread) {}

    /** Has it ask for one feed, with these lines of configuration. */
    void reload(String address, String configuration) throws IOException, InterruptedException {
        Path urls = Files.writeString(directory.resolve("urls"), address + "\n");
        Path config = Files.writeString(directory.resolve("config"), configuration);
        new ReaderProgram(directory)
                .run(List.of(
                        "newsboat",
                        "-u",
                        urls.toString(),
                        "-C",
                        config.toString(),
                        "-c",
                        cache().toString(),
                        "-x",
                        "reload"));
    }

    private Path cache() {
        return directory.resolve("cache.db");
    }

    List<Item> items() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + cache());
                var rows = connection.createStatement().executeQuery("select * from rss_item")) {
            var items = new ArrayList<Item>();
            while (rows.next()) {
                items.add(new Item(
                        rows.getString("guid"),
                        rows.getString("title"),
                        rows.getString("author"),
                        rows.getString("content"),
                        rows.getBoolean("unread")));
            }
            return items;
        }
    }

    void markAllRead() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + cache())) {
            connection.createStatement().executeUpdate("update rss_item set unread = 0");
        }
    }
}
