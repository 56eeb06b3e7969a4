package org.feedwright.export;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Consumer;
import org.feedwright.article.Articles;
import org.feedwright.entry.Selections;
import org.feedwright.export.server.ServerFacts;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FormerNames;
import org.feedwright.media.PublishedMedia;
import org.feedwright.page.PageCopies;
import org.feedwright.poll.StaticServing;
import org.feedwright.timeline.Inventory;
import org.springframework.stereotype.Component;

/**
 * Writes all that is served as files. What has not changed since the last export is neither made nor written
 * again, as far as the store can tell that beforehand.
 */
@Component
public class Export {
    private final Articles articles;
    private final Feeds feeds;
    private final Selections selections;
    private final FormerNames formerNames;
    private final Inventory inventory;
    private final PageCopies pages;
    private final PublishedMedia media;
    private final StaticServing offprints;
    private final OtherAddressExport others;
    private final InstantSource clock;

    Export(
            Articles articles,
            Feeds feeds,
            Selections selections,
            FormerNames formerNames,
            Inventory inventory,
            PageCopies pages,
            PublishedMedia media,
            StaticServing offprints,
            OtherAddressExport others,
            InstantSource clock) {
        this.articles = articles;
        this.feeds = feeds;
        this.selections = selections;
        this.formerNames = formerNames;
        this.inventory = inventory;
        this.pages = pages;
        this.media = media;
        this.offprints = offprints;
        this.others = others;
        this.clock = clock;
    }

    /** How many documents and pages were written, were there already, and are there no more. */
    public record Outcome(long written, long kept, int removed) {}

    /**
     * Writes all that is published into a directory, and removes what is not published any more.
     *
     * @param endings of the compressed files beside each document and page, of {@link StaticServing#endings()}
     * @param version of what makes pages and documents; another one makes all of them anew
     * @param progress is told now and then how far it has come
     * @throws ExportRefused if something stands where a file has to be
     */
    public Outcome run(ExportDirectory directory, Set<String> endings, String version, Consumer<String> progress)
            throws IOException {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try (var manifest = new Manifest(directory);
                var crew = new Workers()) {
            var copies = new IncrementalFiles(directory, manifest, endings, now);
            var configuration = new ServerFacts(
                    offprints.fields(),
                    offprints.archiveCaching(),
                    feeds.addresses().home(),
                    !endings.isEmpty());
            var run = new ExportRun(
                    copies,
                    manifest,
                    configuration,
                    crew,
                    new ExportProgress(copies, clock, progress),
                    IncrementalFiles.key(version, feeds.addresses().home(), pages.frame()),
                    now);
            print(run);
            int removed = copies.removeOthers();
            manifest.settle();
            for (var file : configuration.files(directory.root()).entrySet()) {
                directory.writeOwn(file.getKey(), file.getValue(), now);
            }
            return new Outcome(copies.written(), copies.kept(), removed);
        }
    }

    private void print(ExportRun run) throws IOException {
        var files = new MediaExport(run, media);
        for (var feed : inventory.feeds()) {
            run.configuration().add(feed);
            files.note(feed);
        }
        var successors = formerNames.successors();
        successors.forEach(run.configuration()::move);
        var printed = new ArticleExport(run, articles, pages, inventory.feeds());
        printed.print();
        printed.printFormer(feeds.addresses(), successors);
        files.print();
        new FeedExport(run, selections, inventory, pages, printed).print();
        run.crew().finish();
        for (var page : pages.ofSite().toList()) {
            run.configuration().add(page);
            run.copies().put(ExportPaths.file(page), "", page.bytes());
        }
        others.note(run, feeds.addresses(), successors, clock.instant());
    }
}
