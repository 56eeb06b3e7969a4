package org.feedwright.folder.reading;

import java.util.List;
import java.util.Optional;
import org.feedwright.authoring.Attachments;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Limits;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.folder.disk.SourceFile;

/**
 * A {@code feed.yaml} that was read within the time that a file may take.
 *
 * @param definition to be used only if there is no problem
 */
public record FeedFileReading(FeedDefinition definition, Problems problems) {

    /** Reads it; nothing as long as that takes long, while others go first. */
    public static Optional<FeedFileReading> read(
            String path, SourceFile source, String host, Attachments files, ReadingThreads threads) {
        var reading = threads.begin(
                path,
                source.digest(),
                () -> Optional.of(read(path, source.text(), host, files)),
                failure -> Optional.of(refused(path, host, ReadingThreads.failed(path, "read", failure))));
        return threads.await(
                reading, problem -> Optional.of(refused(path, host, problem)), Optional::<FeedFileReading>empty);
    }

    private static FeedFileReading read(String path, String text, String host, Attachments files) {
        var problems = new Problems(path);
        var definition = FeedFile.read(text, host, files, problems);
        Limits.check(definition, problems);
        return new FeedFileReading(definition, problems);
    }

    private static FeedFileReading refused(String path, String host, Problem problem) {
        var reading = read(path, "title: unknown", host, Attachments.NONE);
        reading.problems().addAll(List.of(problem));
        return reading;
    }
}
