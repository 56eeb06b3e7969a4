package org.feedwright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.feedwright.document.Documents;
import org.feedwright.document.FeedFormat;
import org.feedwright.entry.Selection;
import org.feedwright.entry.Selections;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.folder.FolderLook;
import org.feedwright.imports.feed.FeedEntry;
import org.feedwright.imports.feed.FeedReading;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A folder as the service would publish it from a fresh store, which is thrown away afterwards. */
final class PublishedFolder implements AutoCloseable {
    private static final String STORE = "jdbc:sqlite:%s/feedwright.db?journal_mode=WAL&busy_timeout=1000&foreign_keys=true";

    private final Path data;
    private final ConfigurableApplicationContext application;

    private PublishedFolder(Path data, ConfigurableApplicationContext application) {
        this.data = data;
        this.application = application;
    }

    /**
     * Publishes a folder.
     *
     * @param type the class by which Spring starts the application
     * @param settings of the service, each as {@code --name=value}
     * @throws IOException if the folder cannot be read, or the service not start
     */
    static PublishedFolder of(Class<?> type, Path folder, List<String> settings)
            throws IOException, InterruptedException {
        System.setProperty("spring.aot.enabled", "false"); // the generated beans are those of a service
        var data = Files.createTempDirectory("feedwright-check");
        var arguments = new ArrayList<>(settings);
        arguments.add("--feedwright.folder=" + folder);
        arguments.add("--feedwright.data=" + data);
        arguments.add("--spring.datasource.url=" + STORE.formatted(data));
        arguments.add("--feedwright.authoring.watch=false");
        arguments.add("--logging.level.root=error"); // check itself has named the problems
        arguments.add("--logging.level.org.feedwright=error");
        try {
            var application = new SpringApplicationBuilder(type)
                    .web(WebApplicationType.NONE)
                    .run(arguments.toArray(String[]::new));
            var published = new PublishedFolder(data, application);
            application.getBean(FolderLook.class).look();
            return published;
        } catch (RuntimeException e) {
            FileSystemUtils.deleteRecursively(data);
            throw new IOException("the folder cannot be published; the log says why", e);
        }
    }

    /** The feeds of the folder. */
    List<Feed> feeds() {
        return application.getBean(Feeds.class).all().stream()
                .filter(feed -> !feed.name().equals(Feed.ALL) && !feed.isRetired())
                .toList();
    }

    /** The entries of the document that readers subscribe to, as they would read them. */
    List<FeedEntry> shown(Feed feed, FeedFormat format) throws IOException {
        return entries(selections().select(feed), format);
    }

    /** The entries of all archive documents. */
    List<FeedEntry> archived(Feed feed, FeedFormat format) throws IOException {
        var entries = new ArrayList<FeedEntry>();
        var newest = selections().select(feed);
        for (int number = newest.history().previous(); number > 0; number--) {
            var archive = archive(feed, number);
            if (archive != null) {
                entries.addAll(entries(archive, format));
            }
        }
        return entries;
    }

    private @Nullable Selection archive(Feed feed, int number) {
        return selections().archive(feed, LogicalFeed.of(feed.name()), number).orElse(null);
    }

    private Selections selections() {
        return application.getBean(Selections.class);
    }

    private static List<FeedEntry> entries(Selection selection, FeedFormat format) throws IOException {
        var document = Documents.render(selection, format);
        return FeedReading.read(document.bytes(), document.format().contentType(), document.self())
                .entries();
    }

    @Override
    public void close() throws IOException {
        application.close();
        FileSystemUtils.deleteRecursively(data);
    }
}
