package org.feedwright.folder.reading;

import java.util.List;
import java.util.Optional;
import org.feedwright.authoring.Attachments;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Limits;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.Feeds;
import org.feedwright.folder.disk.ExcludedFiles;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FolderAttachments;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.disk.SourceFile;
import org.springframework.stereotype.Component;

/** Reads {@code feed.yaml} files within the time that one file may take. */
@Component
public class DefinitionReader {
    private final FeedFolder folder;
    private final Feeds feeds;
    private final ReadingThreads threads;

    public DefinitionReader(FeedFolder folder, Feeds feeds, ReadingThreads threads) {
        this.folder = folder;
        this.feeds = feeds;
        this.threads = threads;
    }

    /** Reads a definition. The result is empty as long as reading takes long: other files go first. */
    public Optional<DefinitionReading> read(FolderPath path, SourceFile source) {
        var files = new FolderAttachments(folder, path);
        var reading = threads.begin(
                path,
                source.digest(),
                () -> Optional.of(read(path, source.written(), files)),
                failure -> Optional.of(refused(path, ReadingThreads.failed(path, "read", failure))));
        return threads.await(
                reading, problem -> Optional.of(refused(path, problem)), Optional::<DefinitionReading>empty);
    }

    private DefinitionReading read(FolderPath path, String text, Attachments files) {
        var problems = new Problems(path.toString());
        var definition = FeedFile.read(text, feeds.addresses().host(), files, problems);
        Limits.check(definition, problems);
        ExcludedFiles.check(definition.conventions().exclude(), text, problems);
        return new DefinitionReading(definition, problems);
    }

    private DefinitionReading refused(FolderPath path, Problem problem) {
        var reading = read(path, "title: unknown", Attachments.NONE);
        reading.problems().addAll(List.of(problem));
        return reading;
    }
}
