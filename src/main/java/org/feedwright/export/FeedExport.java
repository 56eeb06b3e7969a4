package org.feedwright.export;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.feedwright.document.Documents;
import org.feedwright.document.FeedFormat;
import org.feedwright.document.RecentMarkup;
import org.feedwright.entry.EntryCache;
import org.feedwright.entry.Selection;
import org.feedwright.entry.Selections;
import org.feedwright.export.server.ServerFacts;
import org.feedwright.feed.Address;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedPath;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.page.PageCopies;
import org.feedwright.page.PageCopy;
import org.feedwright.timeline.Inventory;
import org.feedwright.timeline.Inventory.Contents;

/**
 * The documents of all feeds and of their parts, with archives and pages. A feed that counts no change since
 * the last export is passed over; of one that does, the archive documents are made again whose places or
 * articles are other ones.
 */
final class FeedExport {
    private static final String OPEN = ":open/";

    private final Selections selections;
    private final Inventory inventory;
    private final PageCopies pages;
    private final IncrementalFiles copies;
    private final Manifest manifest;
    private final ArticleExport articles;
    private final ServerFacts configuration;
    private final ExportRun run;
    private final EntryCache recent = new EntryCache();
    private final RecentMarkup markup = new RecentMarkup();
    private final Queue<Archive> archives = new ConcurrentLinkedQueue<>();

    /**
     * An archive to be looked after.
     *
     * @param key what its documents are made of; empty where that says nothing
     * @param oldest when the first of its articles appeared
     */
    private record Archive(Feed feed, LogicalFeed logicalFeed, int number, String key, Instant oldest) {
        String path() {
            return ExportPaths.file(new Address.Page(logicalFeed, number));
        }
    }

    /** @param articles whose pages have been exported */
    FeedExport(ExportRun run, Selections selections, Inventory inventory, PageCopies pages, ArticleExport articles) {
        this.run = run;
        this.copies = run.copies();
        this.manifest = run.manifest();
        this.configuration = run.configuration();
        this.selections = selections;
        this.inventory = inventory;
        this.pages = pages;
        this.articles = articles;
    }

    void print() throws IOException {
        var all = inventory.feeds();
        String definitions =
                IncrementalFiles.key(all.stream().map(Feed::definition).toArray());
        var earlier = byFeed("");
        var open = byFeed(OPEN);
        for (var feed : all) {
            if (feed.isRetired()) {
                put(pages.ofEnded(feed), "");
            } else {
                // What is composed says which feeds its articles are from, as these are defined.
                String definition = IncrementalFiles.key(
                        run.site(), feed.id(), feed.defined(), feed.definition(), feed.isComposed() ? definitions : "");
                String name = feed.name().value();
                print(feed, definition, earlier.getOrDefault(name, List.of()), open.getOrDefault(name, List.of()));
            }
        }
        run.crew().finish();
        // In the order of time, so that a feed makes an article's entry once for all of its archives that have it.
        for (var archive : archives.stream()
                .sorted(Comparator.comparing((Archive each) -> each.feed.name()).thenComparing(Archive::oldest))
                .toList()) {
            run.crew().does(() -> print(archive));
        }
        run.crew().finish();
    }

    private void print(Feed feed, String definition, List<String> files, List<String> open) throws IOException {
        String name = ":" + feed.name();
        String state = IncrementalFiles.key(definition, feed.revision());
        var before = manifest.before(name);
        if (before != null
                && before.key().equals(state)
                && before.modified().isAfter(run.now())
                && files.stream().allMatch(copies::isWhole)) {
            files.forEach(copies::keep);
            manifest.note(name, state, before.modified());
            open.forEach(this::noteOpen);
            run.crew().does(() -> put(pages.of(selections.select(feed)), "")); // which also shows what is held back
            return;
        }
        manifest.note(name, state, selections.select(feed).next());
        for (var logicalFeed : inventory.logicalFeeds(feed)) {
            run.crew().does(() -> print(feed, logicalFeed, definition));
        }
    }

    /** What the logical feed shows now; its archives come later. */
    private void print(Feed feed, LogicalFeed logicalFeed, String definition) throws IOException {
        var selection = selections.select(feed, logicalFeed, recent);
        if (selection.isEmpty()) {
            return;
        }
        print(selection.get(), "");
        int last = selection.get().history().previous();
        var contents = last == 0 ? List.<Contents>of() : inventory.archives(feed, logicalFeed, articles::stamp);
        for (int number = 1; number <= last; number++) {
            // The newest one may still be filled, and does not say what comes after it.
            archives.add(
                    number < last && number <= contents.size()
                            ? archive(feed, logicalFeed, number, definition, contents.get(number - 1))
                            : new Archive(feed, logicalFeed, number, "", Instant.MAX));
        }
    }

    private static Archive archive(
            Feed feed, LogicalFeed logicalFeed, int number, String definition, Contents contents) {
        return new Archive(
                feed, logicalFeed, number, IncrementalFiles.key(definition, contents.digest()), contents.oldest());
    }

    private void put(PageCopy page, String key) throws IOException {
        configuration.add(page);
        copies.put(ExportPaths.file(page), key, page.bytes());
    }

    private void print(Archive archive) throws IOException {
        var documents = Arrays.stream(FeedFormat.values())
                .map(format -> ExportPaths.document(archive.logicalFeed, archive.number, format));
        var paths = Stream.concat(documents, Stream.of(ExportPaths.page(archive.path())))
                .toList();
        if (!copies.keep(paths, archive.key)) {
            var selection = selections.archive(archive.feed, archive.logicalFeed, archive.number, recent);
            if (selection.isPresent()) {
                print(selection.get(), archive.key);
                if (!selection.get().history().isComplete()) {
                    noteOpen(archive.path());
                }
            }
        }
        run.meter().look();
    }

    /** Notes an archive to which something can be added, also for the next export, which may pass it over. */
    private void noteOpen(String path) {
        configuration.addOpen("/" + path);
        manifest.note(OPEN + path, "", null);
    }

    private void print(Selection selection, String key) throws IOException {
        for (var format : FeedFormat.values()) {
            var document = Documents.render(selection, format, markup);
            String path = ExportPaths.document(
                    selection.logicalFeed(), selection.history().archive(), format);
            copies.put(path, key, document);
        }
        put(pages.of(selection), key);
    }

    /** What the last export has noted of each feed under names that begin so; not the feed's own page, which is always made. */
    private Map<String, List<String>> byFeed(String prefix) {
        var paths = new HashMap<String, List<String>>();
        for (String name : manifest.paths()) {
            if (name.startsWith(prefix)) {
                String path = name.substring(prefix.length());
                FeedPath.parse("/" + path)
                        .filter(named -> named.root().equals(Address.FEEDS)
                                && !named.rest().equals(ExportPaths.PAGE))
                        .ifPresent(named -> paths.computeIfAbsent(named.name(), _ -> new ArrayList<>())
                                .add(path));
            }
        }
        return paths;
    }
}
