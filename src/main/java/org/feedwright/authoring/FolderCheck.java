package org.feedwright.authoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.article.Manuscript;
import org.feedwright.feed.FeedDefinition;
import org.springframework.util.unit.DataSize;

/** Finds every problem of a folder without storing anything: what a service would hold back, and why. */
public final class FolderCheck {
    private final Folder folder;
    private final IntConsumer progress;
    private final List<Problem> found = new ArrayList<>();
    private final Map<ArticleId, String> fileOfId = new HashMap<>();
    private int files;

    private FolderCheck(Folder folder, IntConsumer progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * The problems of a folder of feeds, file by file.
     *
     * @param progress is told how many files have been read
     * @throws IOException if the folder cannot be listed
     */
    public static List<Problem> problems(Path folder, DataSize maxFileSize, IntConsumer progress) throws IOException {
        var check = new FolderCheck(new Folder(folder, maxFileSize), progress);
        for (String directory : check.folder.directories()) {
            check.feed(directory);
        }
        return check.found;
    }

    private void feed(String directory) throws IOException {
        var paths = new TreeSet<>(folder.files(directory).keySet());
        if (paths.isEmpty()) {
            return;
        }
        if (!Folder.isFeed(directory)) {
            found.add(Folder.noFeedsName(directory));
            return;
        }
        String definitionPath = directory + "/" + FeedFile.NAME;
        var definition = definition(definitionPath, paths.remove(definitionPath));
        var fileOfSlug = new HashMap<String, String>();
        for (String path : paths) {
            var reading = folder.read(path);
            String name = path.substring(path.indexOf('/') + 1);
            reading.source().ifPresent(source -> {
                var feed = new FeedName(directory);
                var manuscript = ArticleFile.read(name, source.text(), feed, definition, reading.problems());
                if (manuscript != null) {
                    refuseSecond(fileOfSlug, path, manuscript, ArticleFile.idLine(source.text()), reading.problems());
                }
            });
            found.addAll(reading.problems().list());
            progress.accept(++files);
        }
    }

    /** The definition as far as it can be read, so that the articles can be checked all the same. */
    private FeedDefinition definition(String path, boolean isThere) {
        if (!isThere) {
            found.add(FeedFile.missing(path));
        }
        var reading = isThere ? folder.read(path) : new SourceReading(Optional.empty(), new Problems(path));
        var problems = reading.problems();
        var definition =
                FeedFile.read(reading.source().map(SourceFile::text).orElse("title: unknown"), "localhost", problems);
        found.addAll(problems.list());
        return definition;
    }

    private void refuseSecond(
            Map<String, String> fileOfSlug, String path, Manuscript manuscript, int idLine, Problems problems) {
        String first = fileOfSlug.putIfAbsent(manuscript.slug().value(), path);
        if (first != null) {
            problems.add(0, "its address would be that of " + first, ArticleFile.RENAME);
        }
        var id = manuscript.statedId();
        String holder = id == null ? null : fileOfId.putIfAbsent(id, path);
        if (holder != null) {
            problems.add(idLine, "its id is that of " + holder, ArticleFile.OTHER_ID);
        }
    }
}
