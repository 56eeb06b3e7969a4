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
import org.feedwright.feed.FeedDefinition;
import org.springframework.util.unit.DataSize;

/** Finds every problem of a folder without storing anything: what a service would hold back, and why. */
public final class FolderCheck {
    private final Folder folder;
    private final IntConsumer progress;
    private final List<Problem> found = new ArrayList<>();
    private final Map<ArticleId, String> fileOfId = new HashMap<>();
    private final Map<FeedName, FeedName> formerNames = new HashMap<>();
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
        var refusal = folder.refusal(directory);
        if (refusal.isPresent()) {
            found.add(refusal.get());
            return;
        }
        String definitionPath = directory + "/" + FeedFile.NAME;
        var definition = definition(directory, definitionPath, paths.remove(definitionPath));
        var fileOfSlug = new HashMap<String, String>();
        for (String path : paths) {
            var problems = new Problems(path);
            text(path).ifPresent(text -> {
                String name = path.substring(path.indexOf('/') + 1);
                ArticleFile.read(
                                name,
                                text,
                                new FeedName(directory),
                                definition,
                                new FilesBeside(folder, directory),
                                problems)
                        .map(file -> file.within(definition.idIn(new FeedName(directory))))
                        .ifPresent(file -> refuseSecond(fileOfSlug, path, file, problems));
            });
            found.addAll(problems.list());
            progress.accept(++files);
        }
    }

    /** The definition as far as it can be read, so that the articles can be checked all the same. */
    private FeedDefinition definition(String directory, String path, boolean isThere) throws IOException {
        if (!isThere) {
            found.add(FeedFile.missing(path));
        }
        var problems = new Problems(path);
        var text = isThere ? text(path) : Optional.<String>empty();
        var definition =
                FeedFile.read(text.orElse("title: unknown"), "localhost", new FilesBeside(folder, directory), problems);
        found.addAll(problems.list());
        if (problems.isEmpty()) {
            found.addAll(new SelectedFeeds(folder, _ -> false)
                    .problems(path, FeedFile.line(text.orElse(""), SelectBlock.KEY), definition));
        }
        refuseFormer(path, FeedFile.line(text.orElse(""), "formerly"), definition);
        return definition;
    }

    private void refuseFormer(String path, int line, FeedDefinition definition) throws IOException {
        var feed = new FeedName(path.substring(0, path.indexOf('/')));
        for (var name : definition.formerly()) {
            var holder = formerNames.putIfAbsent(name, feed);
            if (!name.equals(feed) && !folder.files(name.value()).isEmpty()) {
                found.add(FormerName.alive(path, line, name));
            } else if (holder != null) {
                found.add(FormerName.taken(path, line, name, holder));
            }
        }
    }

    /** A file's text; nothing if a problem was found, or the file has gone. */
    private Optional<String> text(String path) {
        return switch (folder.read(path)) {
            case SourceReading.Whole(var source) -> Optional.of(source.text());
            case SourceReading.Unreadable(var problems) -> {
                found.addAll(problems);
                yield Optional.empty();
            }
            case SourceReading.Unfinished _ -> {
                found.add(new Problem(path, 0, "it is being written just now", "check again when it is saved"));
                yield Optional.empty();
            }
            case SourceReading.Gone _ -> Optional.empty();
        };
    }

    private void refuseSecond(Map<String, String> fileOfSlug, String path, ArticleFile file, Problems problems) {
        var manuscript = file.manuscript();
        String first = manuscript.withdrawal() != null
                ? null
                : fileOfSlug.putIfAbsent(manuscript.slug().value(), path);
        if (first != null) {
            problems.add(0, "its address would be that of " + first, ArticleFile.RENAME);
        }
        var id = manuscript.id();
        String holder = id == null ? null : fileOfId.putIfAbsent(id, path);
        if (holder != null) {
            problems.add(file.idLine(), "its id is that of " + holder, ArticleFile.OTHER_ID);
        }
    }
}
