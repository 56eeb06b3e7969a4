package org.feedwright.folder;

import java.io.IOException;
import org.feedwright.article.FeedName;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.SourceReading;
import org.feedwright.folder.reading.ArticleReader;
import org.feedwright.folder.reading.DefinitionReader;
import org.feedwright.folder.reading.DefinitionReading;
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
    private final ArticleReader articles;
    private final DefinitionReader definitions;
    private @Nullable Guess guess;

    Prefetch(FeedFolder folder, Feeds feeds, ArticleReader articles, DefinitionReader definitions) {
        this.folder = folder;
        this.feeds = feeds;
        this.articles = articles;
        this.definitions = definitions;
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
                definitions
                        .read(next.definition(), source)
                        .filter(read -> read.problems().isEmpty())
                        .map(DefinitionReading::definition)
                        .ifPresent(definition -> guess = new Guess(next, definition, read(next, feed, definition)));
            }
        } catch (IOException | RuntimeException e) {
            log.debug("{} cannot be foreseen", next.directory(), e); // and the look at that feed reports it
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
        return read(difference, feed, definition);
    }

    private ReadAhead read(FolderDifference difference, FeedName feed, FeedDefinition definition) {
        return articles.begin(difference.articlesToRead(), difference.known(), feed, definition);
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
