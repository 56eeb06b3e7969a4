package org.feedwright.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.document.Documents;
import org.feedwright.document.FeedFormat;
import org.feedwright.entry.Selection;
import org.feedwright.entry.Selections;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.folder.FolderLook;
import org.feedwright.imports.feed.FeedEntry;
import org.feedwright.imports.feed.FeedKind;
import org.feedwright.imports.feed.FeedReading;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The feeds of a folder as a service with an empty store would publish them: it is started on a store of its own, which
 * is thrown away.
 */
final class FreshFeed implements AutoCloseable {
    private final Path data;
    private final ConfigurableApplicationContext application;

    private FreshFeed(Path data, ConfigurableApplicationContext application) {
        this.data = data;
        this.application = application;
    }

    /**
     * Starts it.
     *
     * @throws RuntimeException if it cannot start, which the log then has said
     */
    static FreshFeed of(Class<?> application, Path folder, String baseUrl) throws IOException {
        Path data = Files.createTempDirectory("feedwright-check");
        try {
            return new FreshFeed(data, start(application, folder, data, baseUrl));
        } catch (RuntimeException e) {
            deleteAll(data);
            throw e;
        }
    }

    /** Takes in the folder. */
    void look() throws IOException, InterruptedException {
        application.getBean(FolderLook.class).look();
    }

    private static ConfigurableApplicationContext start(Class<?> application, Path folder, Path data, String baseUrl) {
        return CommandApplication.of(application)
                .run(
                        "--feedwright.folder=" + folder,
                        "--feedwright.data=" + data,
                        "--feedwright.base-url=" + baseUrl,
                        "--spring.datasource.url=jdbc:sqlite:" + data.resolve("feedwright.db")
                                + "?journal_mode=WAL&synchronous=OFF&busy_timeout=1000&foreign_keys=true",
                        "--logging.level.org.feedwright=error");
    }

    List<Feed> feeds() {
        return application.getBean(Feeds.class).all().stream()
                .filter(feed -> !feed.isRetired() && !feed.name().equals(Feed.ALL))
                .toList();
    }

    Optional<Feed> feed(FeedName name) {
        return feeds().stream().filter(feed -> feed.name().equals(name)).findFirst();
    }

    /** The entries of the document that readers subscribe to. */
    List<FeedEntry> newest(Feed feed, FeedKind kind) throws IOException {
        return entries(application.getBean(Selections.class).select(feed), kind);
    }

    /** The entries of all documents behind it. */
    List<FeedEntry> archived(Feed feed, FeedKind kind) throws IOException {
        var selections = application.getBean(Selections.class);
        var entries = new ArrayList<FeedEntry>();
        for (int number = 1; ; number++) {
            var archive = selections.archive(feed, LogicalFeed.of(feed.name()), number);
            if (archive.isEmpty()) {
                return entries;
            }
            entries.addAll(entries(archive.get(), kind));
        }
    }

    private static List<FeedEntry> entries(Selection selection, FeedKind kind) throws IOException {
        var format = switch (kind) {
            case ATOM -> FeedFormat.ATOM;
            case RSS -> FeedFormat.RSS;
            case RDF -> FeedFormat.RDF;
            case JSON -> FeedFormat.JSON;
        };
        var document = Documents.render(selection, format);
        return FeedReading.read(document.bytes(), format.mediaType(), document.self())
                .entries();
    }

    @Override
    public void close() {
        application.close();
        deleteAll(data);
    }

    private static void deleteAll(Path data) {
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(FreshFeed::delete);
        } catch (IOException | UncheckedIOException _) {
            // it lies among temporary files, and holds nothing that is not in the folder
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
