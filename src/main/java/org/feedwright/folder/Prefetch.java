package org.feedwright.folder;

import java.io.IOException;
import org.feedwright.article.FeedName;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FolderAttachments;
import org.feedwright.folder.disk.SourceReading;
import org.feedwright.folder.reading.FeedFileReading;
import org.feedwright.folder.reading.ReadAhead;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins to read the files of the feed that comes next while the last ones of the feed before it are stored, so
 * that no processor waits between two feeds of a new folder. It guesses how a new feed will be defined; files that
 * were read by another definition are read again.
 */
final class Prefetch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Prefetch.class);

    private final FeedFolder folder;
    private final Feeds feeds;
    private final Intake intake;
    private @Nullable Guess guess;

    Prefetch(FeedFolder folder, Feeds feeds, Intake intake) {
        this.folder = folder;
        this.feeds = feeds;
        this.intake = intake;
    }

    private record Guess(FolderDifference difference, FeedDefinition definition, ReadAhead files) {}

    /** Begins with a feed that nobody knows yet, if its definition can be read. */
    void begin(FolderDifference next) {
        close();
        if (!FeedName.isValid(next.directory()) || !next.isDefined()) {
            return;
        }
        try {
            var feed = new FeedName(next.directory());
            if (feeds.definition(feed).isEmpty()
                    && folder.refusal(next.directory()).isEmpty()
                    && folder.read(next.definition()) instanceof SourceReading.Whole(var source)) {
                var files = new FolderAttachments(folder, next.directory());
                intake.definition(next.definition(), source, files)
                        .filter(read -> read.problems().isEmpty())
                        .map(FeedFileReading::definition)
                        .ifPresent(definition ->
                                guess = new Guess(next, definition, intake.read(folder, next, feed, definition)));
            }
        } catch (IOException | RuntimeException e) {
            log.debug("{} cannot be foreseen", next.directory(), e); // which is said when it is looked at
        }
    }

    /** A feed's files, of which some may have been read already. */
    ReadAhead files(FolderDifference difference, FeedName feed, FeedDefinition definition) {
        var guessed = guess;
        if (guessed != null
                && guessed.difference().equals(difference)
                && guessed.definition().equals(definition)) {
            guess = null;
            return guessed.files();
        }
        close();
        return intake.read(folder, difference, feed, definition);
    }

    /** Gives up what was begun. */
    @Override
    public void close() {
        if (guess != null) {
            guess.files().close();
            guess = null;
        }
    }
}
