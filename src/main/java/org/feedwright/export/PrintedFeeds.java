package org.feedwright.export;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.document.Documents;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.Inventory;
import org.feedwright.feed.Selection;
import org.feedwright.feed.Strand;
import org.feedwright.page.PageCopies;
import org.feedwright.page.PageCopy;

/**
 * The documents of all feeds and of their parts, with archives and pages. A feed that counts no change since
 * the last export is passed over; of one that does, the archive documents are made again whose places or
 * articles are other ones.
 */
final class PrintedFeeds {
    /** Archive documents that one hand makes at a time. */
    private static final int SHARE = 20;

    private static final Pattern FEED = Pattern.compile("feeds/([a-z0-9-]+)[./]");

    private final Feeds feeds;
    private final Inventory inventory;
    private final PageCopies pages;
    private final Copies copies;
    private final Manifest manifest;
    private final PrintedArticles articles;
    private final Configuration configuration;
    private final String site;
    private final Instant now;

    PrintedFeeds(
            Feeds feeds,
            Inventory inventory,
            PageCopies pages,
            Copies copies,
            Manifest manifest,
            PrintedArticles articles,
            Configuration configuration,
            String site,
            Instant now) {
        this.feeds = feeds;
        this.inventory = inventory;
        this.pages = pages;
        this.copies = copies;
        this.manifest = manifest;
        this.articles = articles;
        this.configuration = configuration;
        this.site = site;
        this.now = now;
    }

    void print(Crew crew, Meter meter) throws IOException {
        var all = inventory.feeds();
        String definitions = Copies.key(all.stream().map(Feed::definition).toArray());
        var earlier = filesByFeed();
        for (var feed : all) {
            if (feed.isRetired()) {
                put(pages.ofEnded(feed), "");
            } else {
                // What is composed says which feeds its articles are from, as these are defined.
                String definition = Copies.key(
                        site, feed.id(), feed.defined(), feed.definition(), feed.isComposed() ? definitions : "");
                print(feed, definition, earlier.getOrDefault(feed.name().value(), List.of()), crew, meter);
            }
        }
        crew.finish();
    }

    private void print(Feed feed, String definition, List<String> files, Crew crew, Meter meter) throws IOException {
        String name = ":" + feed.name();
        String state = Copies.key(definition, feed.revision());
        var before = manifest.before(name);
        if (before != null
                && before.key().equals(state)
                && before.modified().isAfter(now)
                && files.stream().allMatch(copies::isWhole)) {
            files.forEach(copies::keep);
            manifest.note(name, state, before.modified());
            crew.does(() -> put(pages.of(feeds.select(feed)), "")); // which also shows what is held back
            return;
        }
        manifest.note(name, state, feeds.select(feed).next());
        for (var strand : inventory.strands(feed)) {
            if (strand.facet() != null) {
                crew.does(() -> {
                    int archives = printCurrent(feed, strand);
                    var made = archives < 2 ? List.<String>of() : made(feed, strand, definition);
                    printArchives(feed, strand, made, 1, archives, archives, meter);
                });
            } else {
                int archives = printCurrent(feed, strand);
                var made = made(feed, strand, definition);
                for (int from = 1; from <= archives; from += SHARE) {
                    int first = from;
                    crew.does(() -> printArchives(
                            feed, strand, made, first, Math.min(archives, first + SHARE - 1), archives, meter));
                }
            }
        }
    }

    private void put(PageCopy page, String key) throws IOException {
        configuration.add(page);
        copies.put(Names.file(page), key, page.bytes(), null);
    }

    /** Returns how many archive documents there are. */
    private int printCurrent(Feed feed, Strand strand) throws IOException {
        var selection = feeds.select(feed, strand);
        if (selection.isEmpty()) {
            return 0;
        }
        print(selection.get(), "");
        return selection.get().history().previous();
    }

    /** What each complete archive document is made of, from the oldest. */
    private List<String> made(Feed feed, Strand strand, String definition) {
        return inventory.archives(feed, strand, article -> String.valueOf(articles.digest(article))).stream()
                .map(made -> Copies.key(definition, made))
                .toList();
    }

    private void printArchives(
            Feed feed, Strand strand, List<String> made, int first, int last, int archives, Meter meter)
            throws IOException {
        for (int number = first; number <= last; number++) {
            // The newest one may still be filled, and does not say what comes after it.
            String key = number < archives && number <= made.size() ? made.get(number - 1) : "";
            int archive = number;
            var documents = Arrays.stream(FeedFormat.values()).map(format -> Names.document(strand, archive, format));
            var paths = Stream.concat(documents, Stream.of(Names.page("feeds/" + strand + "/archive/" + archive)))
                    .toList();
            if (!copies.keep(paths, key)) {
                var selection = feeds.archive(feed, strand, number);
                if (selection.isPresent()) {
                    print(selection.get(), key);
                }
            }
            meter.look();
        }
    }

    private void print(Selection selection, String key) throws IOException {
        for (var format : FeedFormat.values()) {
            var document = Documents.render(selection, format);
            copies.put(
                    Names.document(selection.strand(), selection.history().archive(), format),
                    key,
                    document.bytes(),
                    document.modified());
        }
        put(pages.of(selection), key);
    }

    /** What the last export has written of each feed, but for the feed's own page, which is always made. */
    private Map<String, List<String>> filesByFeed() {
        var files = new HashMap<String, List<String>>();
        for (String path : manifest.paths()) {
            var feed = FEED.matcher(path);
            if (feed.lookingAt() && !path.equals(Names.page("feeds/" + feed.group(1)))) {
                files.computeIfAbsent(feed.group(1), _ -> new ArrayList<>()).add(path);
            }
        }
        return files;
    }
}
