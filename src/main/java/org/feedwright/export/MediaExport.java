package org.feedwright.export;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.feedwright.article.FeedName;
import org.feedwright.export.server.ServerFacts;
import org.feedwright.feed.Address;
import org.feedwright.feed.Feed;
import org.feedwright.http.Absence;
import org.feedwright.media.MediaCopy;
import org.feedwright.media.MediaLookup;
import org.feedwright.media.PublishedMedia;

/** The files that come with articles and podcasts. */
final class MediaExport {
    /** What no file's address may begin with, or a web server would take it for its own. */
    private static final Pattern ADDRESS = Pattern.compile("[^/].*");

    private final ExportRun run;
    private final PublishedMedia media;
    private final IncrementalFiles copies;
    private final ServerFacts configuration;

    /** Feed and path of whatever an article or podcast names, or has named. */
    private final Set<Named> named = new ConcurrentSkipListSet<>();

    private record Named(FeedName feed, String path) implements Comparable<Named> {
        @Override
        public int compareTo(Named other) {
            int order = feed.compareTo(other.feed);
            return order == 0 ? path.compareTo(other.path) : order;
        }

        @Override
        public String toString() {
            return ExportPaths.file(new Address.MediaFile(feed, path));
        }
    }

    MediaExport(ExportRun run, PublishedMedia media) {
        this.run = run;
        this.copies = run.copies();
        this.configuration = run.configuration();
        this.media = media;
    }

    void note(Feed feed) {
        var podcast = feed.definition().podcast();
        if (podcast != null) {
            podcast.pictures().forEach(path -> note(feed.name(), path));
        }
    }

    private void note(FeedName feed, String path) {
        if (ADDRESS.matcher(path).matches()) {
            named.add(new Named(feed, path));
        }
    }

    /** What readers are not shown yet has no address in an export. */
    private void print(Named each, MediaCopy file) throws IOException {
        if (file.isPublic()) {
            copies.put(each.toString(), file.content(), file.entityTag(), file.modified());
            configuration.add("/" + each, file);
        }
    }

    /** Once all feeds have been noted. */
    void print() throws IOException {
        media.named().forEach(file -> note(file.feed(), file.path()));
        for (var each : named) {
            run.crew().does(() -> {
                switch (media.find(each.feed, each.path)) {
                    case MediaCopy file -> print(each, file);
                    case MediaLookup.Nothing(var reason) -> {
                        if (reason == Absence.GONE) {
                            configuration.addGone("/" + each);
                        }
                    }
                }
                run.meter().look();
            });
        }
        run.crew().finish();
    }
}
