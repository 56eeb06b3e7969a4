package org.feedwright.folder;

import java.io.IOException;
import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.feedwright.folder.Intake.Taken;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.reading.ArticleReader;
import org.feedwright.folder.reading.DefinitionReader;
import org.feedwright.timeline.FeedLifecycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes in what is new in one feed's folder: its definition first, then its articles. */
@Component
class FeedIntake {
    private static final Logger log = LoggerFactory.getLogger(FeedIntake.class);

    private final FeedFolder folder;
    private final Feeds feeds;
    private final FeedLifecycle lifecycle;
    private final FolderDifferences differences;
    private final DefinitionIntake definitions;
    private final Intake articles;
    private final HeldFiles held;
    private final ArticleReader articleReader;
    private final DefinitionReader definitionReader;

    FeedIntake(
            FeedFolder folder,
            Feeds feeds,
            FeedLifecycle lifecycle,
            FolderDifferences differences,
            DefinitionIntake definitions,
            Intake articles,
            HeldFiles held,
            ArticleReader articleReader,
            DefinitionReader definitionReader) {
        this.folder = folder;
        this.feeds = feeds;
        this.lifecycle = lifecycle;
        this.differences = differences;
        this.definitions = definitions;
        this.articles = articles;
        this.held = held;
        this.articleReader = articleReader;
        this.definitionReader = definitionReader;
    }

    /** Begins another look at the folder. */
    void begin() {
        definitions.begin();
    }

    /** Makes room for what is read ahead of its feed's turn. */
    Prefetch prefetch() {
        return new Prefetch(folder, feeds, articleReader, definitionReader);
    }

    /** Ends a long intake early. */
    void stop() {
        articles.stop();
    }

    /**
     * Takes in a folder. Whatever fails there keeps no other from being published.
     *
     * @param onLast is called when all articles are read and the last ones are about to be stored
     */
    Taken take(FolderDifference difference, MovedFiles moved, Progress progress, Prefetch prefetch, Runnable onLast)
            throws IOException {
        try {
            if (isFeed(difference)) {
                return publish(difference, moved, progress, prefetch, onLast);
            }
            difference.toRead().keySet().forEach(file -> moved.cannotRead(file, difference));
            return Taken.ALL;
        } catch (DataAccessException | TransactionException e) {
            throw e; // the database is not well, whatever the folder
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.error("The folder {} could not be read", difference.directory(), e);
            var path = difference.definition();
            String wrong = "the folder could not be read, by a fault of the program (" + e + ")";
            held.holdOrRelease(path, List.of(new Problem(path.toString(), 0, wrong, "report it, with the folder")));
            return Taken.NOT_ALL;
        }
    }

    /** Whether the folder is there and may be a feed's; one that may not is held back. */
    private boolean isFeed(FolderDifference difference) throws IOException {
        if (!difference.isThere()) {
            held.release(difference.definition());
            return false;
        }
        var refusal = folder.refusal(difference.directory());
        refusal.ifPresent(problem -> held.holdOrRelease(difference.definition(), List.of(problem)));
        return refusal.isEmpty();
    }

    private Taken publish(
            FolderDifference difference, MovedFiles moved, Progress progress, Prefetch prefetch, Runnable onLast)
            throws IOException {
        var feed = new FeedName(difference.directory());
        var before = feeds.definition(feed);
        boolean isUnfinished = definitions.take(feed, difference, before);
        var definition = feeds.definition(feed);
        if (definition.isEmpty()) {
            difference.toRead().keySet().forEach(file -> moved.cannotRead(file, difference));
            return isUnfinished ? Taken.ALL_BUT_UNFINISHED : Taken.ALL;
        }
        var toTake = DefinitionIntake.readsArticlesAnew(before, definition.get())
                ? differences.of(difference.directory())
                : difference;
        var files = prefetch.files(toTake, feed, definition.get());
        var taken = articles.take(files, toTake, moved, progress, onLast);
        open(feed, definition.get(), taken);
        return isUnfinished && taken == Taken.ALL ? Taken.ALL_BUT_UNFINISHED : taken;
    }

    /** A composed feed is opened later, when the articles of the others are there. */
    private void open(FeedName feed, FeedDefinition definition, Taken taken) {
        if (taken != Taken.NOT_ALL && definition.select() == null) {
            lifecycle.open(feed);
        }
    }
}
