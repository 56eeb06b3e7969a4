package org.feedwright.folder.disk;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what each feed's {@code feed.yaml} excludes. It is read from the file, because it must be known before the
 * folder is walked through; as long as the file has a problem, the feed's last good definition counts.
 */
final class Exclusions {
    private final Function<FolderPath, SourceReading> reader;
    private final Function<String, List<String>> lastGood;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(FileStamp stamp, Predicate<String> isExcluded) {}

    /** @param lastGood the patterns of a feed's folder as they were last stored */
    Exclusions(Function<FolderPath, SourceReading> reader, Function<String, List<String>> lastGood) {
        this.reader = reader;
        this.lastGood = lastGood;
    }

    /** @param stamp of the feed's {@code feed.yaml} */
    Predicate<String> of(String directory, FileStamp stamp) {
        var before = known.get(directory);
        if (before != null && before.stamp().equals(stamp) && !stamp.equals(FileStamp.NONE)) {
            return before.isExcluded();
        }
        var read = patterns(FolderPath.definition(directory));
        if (read == null) {
            return ExcludedFiles.of(lastGood.apply(directory));
        }
        var isExcluded = ExcludedFiles.of(read);
        known.put(directory, new Known(stamp, isExcluded));
        return isExcluded;
    }

    private @Nullable List<String> patterns(FolderPath definition) {
        if (!(reader.apply(definition) instanceof SourceReading.Whole(var source))) {
            return null;
        }
        var problems = new Problems(definition.toString());
        var patterns = FeedFile.read(source.text(), "localhost", problems)
                .conventions()
                .exclude();
        ExcludedFiles.check(patterns, source.text(), problems);
        return problems.isEmpty() ? patterns : null;
    }
}
