package org.feedwright.folder.reading;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.authoring.Embargo;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.disk.FolderAttachments;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.disk.SourceFile;
import org.feedwright.folder.disk.SourceReading;
import org.feedwright.folder.ledger.KnownFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads articles' files, several at once, and tells what came of each as a {@link Reading}. */
@Component
public class ArticleReader {
    private static final Logger log = LoggerFactory.getLogger(ArticleReader.class);

    private final FeedFolder folder;
    private final ReadingThreads threads;
    private final InstantSource clock;

    /** Files at which the program failed, as they were then: they are not tried again until they change. */
    private final Map<FolderPath, Reading.Bad> failed = new ConcurrentHashMap<>();

    public ArticleReader(FeedFolder folder, ReadingThreads threads, InstantSource clock) {
        this.folder = folder;
        this.threads = threads;
        this.clock = clock;
    }

    /** A file that is to be read for a feed, and how it was known before. */
    private record Task(
            FolderPath path, FileStamp stamp, Optional<KnownFile> known, FeedName feed, FeedDefinition definition) {
        /** A file that differs in any of these must be read anew. */
        Object version() {
            return List.of(stamp, known, definition);
        }

        Reading.Bad bad(List<Problem> problems, boolean isSecret) {
            return new Reading.Bad(path, stamp, problems, isSecret);
        }
    }

    /**
     * Begins to read the articles of a feed.
     *
     * @param files with what tells whether they have changed
     * @param known the files as they were last read; those with the same bytes are not read again
     */
    public ReadAhead begin(
            List<Map.Entry<FolderPath, FileStamp>> files,
            Map<FolderPath, KnownFile> known,
            FeedName feed,
            FeedDefinition definition) {
        return new ReadAhead(
                files,
                file -> begin(new Task(
                        file.getKey(),
                        file.getValue(),
                        Optional.ofNullable(known.get(file.getKey())),
                        feed,
                        definition)),
                this::await);
    }

    /** Reads a file no more until it changes, because the program failed at it. */
    public void putAside(Reading.Bad file) {
        failed.put(file.path(), file);
    }

    private TimedReading<Reading> begin(Task task) {
        return threads.begin(task.path(), task.version(), () -> read(task), failure -> failed(task, failure));
    }

    private Reading await(TimedReading<Reading> reading) {
        return threads.await(
                reading,
                problem -> new Reading.Bad(reading.path(), FileStamp.NONE, List.of(problem), true),
                () -> new Reading.Late(reading.path()));
    }

    /** A failure while a file is read is that file's problem, and never keeps another from being read. */
    private Reading.Bad failed(Task task, Throwable failure) {
        log.error("{} could not be read", Problem.visible(task.path().toString()), failure);
        var bad = Reading.Bad.failure(task.path(), task.stamp(), "read", failure, true);
        if (failure instanceof Error) {
            putAside(bad); // what exhausts memory once will do so again
        }
        return bad;
    }

    private Reading read(Task task) {
        return switch (folder.read(task.path())) {
            case SourceReading.Unfinished _ -> unfinished(task);
            case SourceReading.Gone _ -> new Reading.Gone(task.path());
            case SourceReading.Unreadable(var problems) -> task.bad(problems, isSecret(task, ""));
            case SourceReading.Whole(var source) -> readOrRecall(task, source);
        };
    }

    /** Until a file that is not known has been read, it may be a missing one under another name. */
    private static Reading unfinished(Task task) {
        return task.known().isPresent() ? new Reading.Unfinished(task.path()) : new Reading.Late(task.path());
    }

    private Reading readOrRecall(Task task, SourceFile source) {
        var failure = failed.get(task.path());
        if (failure != null && failure.stamp().equals(task.stamp())) {
            return failure;
        }
        String digest = source.digest();
        return task.known()
                .filter(known -> known.digest().equals(digest))
                .<Reading>map(known -> new Reading.Same(task.path(), task.stamp(), known))
                .orElseGet(() -> read(task, source, digest));
    }

    private Reading read(Task task, SourceFile source, String digest) {
        var problems = new Problems(task.path().toString());
        var files = new FolderAttachments(folder, task.path());
        String name = task.path().file();
        var file = ArticleFile.read(
                name, source.written(), task.feed(), task.definition(), files, clock.instant(), problems);
        if (file.isPresent() && files.isUnfinished()) {
            return unfinished(task);
        }
        return file.<Reading>map(good -> new Reading.Good(task.path(), task.stamp(), digest, good, files.named()))
                .orElseGet(() ->
                        task.bad(problems.list(), isSecret(task, source.text())).naming(files.named()));
    }

    private boolean isSecret(Task task, String text) {
        return Embargo.covers(task.path().file(), text, task.definition(), clock.instant());
    }
}
