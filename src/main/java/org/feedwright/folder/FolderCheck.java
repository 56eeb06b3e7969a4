package org.feedwright.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.SelectBlock;
import org.feedwright.authoring.problem.Limits;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.Conventions;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.folder.claim.AliasCheck;
import org.feedwright.folder.claim.FormerNameProblems;
import org.feedwright.folder.disk.ExcludedFiles;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FolderAttachments;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.disk.SourceReading;
import org.feedwright.folder.reading.ReadingThreads;
import org.springframework.util.unit.DataSize;

/**
 * Finds every problem and every warning of a folder without storing anything: what a service would hold back, and
 * why, and what it would publish otherwise than its author may think.
 */
public final class FolderCheck {
    /** So many files are being read while the one before them is looked at. */
    private static final int AHEAD = 16;

    private final FeedFolder folder;
    private final Instant now;
    private final IntConsumer progress;
    private final List<Found> found = new ArrayList<>();
    private final ReadingThreads threads = new ReadingThreads(ReadingThreads.DEFAULT_LIMIT);
    private final Map<ArticleId, FolderPath> fileOfId = new HashMap<>();
    private final Map<FeedName, FeedName> formerNames = new HashMap<>();
    private final AliasCheck aliases = new AliasCheck();
    private int files;

    private FolderCheck(FeedFolder folder, Instant now, IntConsumer progress) {
        this.folder = folder;
        this.now = now;
        this.progress = progress;
    }

    /**
     * A problem, or a warning, which holds nothing back.
     *
     * @param file where the problem's file or folder is on the disk
     */
    public record Found(Problem problem, Path file, boolean isWarning) {}

    /**
     * The problems and warnings of a folder of feeds, file by file.
     *
     * @param now after which nothing can have happened yet
     * @param progress is told how many files have been read
     * @throws IOException if the folder cannot be listed
     */
    public static List<Found> look(Path folder, DataSize maxFileSize, Instant now, IntConsumer progress)
            throws IOException {
        var check = new FolderCheck(new FeedFolder(folder, maxFileSize), now, progress);
        UnreadFiles.outside(check.folder.outside()).ifPresent(check::warn);
        for (String directory : check.folder.directories()) {
            check.feedOrProblem(directory);
        }
        check.aliases.warnings().forEach(check::warn);
        return check.found;
    }

    private void add(Problem problem) {
        found.add(new Found(problem, folder.path(problem), false));
    }

    private void warn(Problem warning) {
        found.add(new Found(warning, folder.path(warning), true));
    }

    private void addAll(Problems problems) {
        problems.list().forEach(this::add);
        problems.warnings().forEach(this::warn);
    }

    /** A folder that cannot be listed keeps no other from being looked at. */
    private void feedOrProblem(String directory) {
        try {
            feed(directory);
        } catch (IOException e) {
            add(new Problem(
                    directory,
                    0,
                    "the folder cannot be listed (" + e + ")",
                    "let the user that runs Feedwright read it, or name in 'exclude' what holds no articles"));
        }
    }

    /** A failure while a file is read is that file's problem, as in the service, and does not end the check. */
    private static void tryTo(Runnable read, Problems problems) {
        try {
            read.run();
        } catch (RuntimeException | Error e) {
            problems.add(0, "it could not be read, by a fault of the program (" + e + ")", "report it, with the file");
        }
    }

    private void feed(String directory) throws IOException {
        var paths = new TreeSet<>(folder.files(directory).keySet());
        if (paths.isEmpty()) {
            return;
        }
        var refusal = folder.refusal(directory);
        if (refusal.isPresent()) {
            add(refusal.get());
            return;
        }
        var definitionPath = FolderPath.definition(directory);
        var definition = definition(directory, definitionPath, paths.remove(definitionPath));
        var fileOfSlug = new HashMap<String, FolderPath>();
        var named = new HashSet<String>();
        var ahead = new ArrayDeque<Begun>();
        for (var path : paths) {
            ahead.add(begin(path, definition));
            if (ahead.size() > AHEAD) {
                end(ahead.remove(), definition, fileOfSlug, named);
            }
        }
        while (!ahead.isEmpty()) {
            end(ahead.remove(), definition, fileOfSlug, named);
        }
        var unread = UnreadFiles.unread(folder.strays(directory), named, Optional.ofNullable(definition.podcast()));
        UnreadFiles.warning(directory, unread).ifPresent(this::warn);
    }

    /** An article that is being read. */
    private record Begun(
            FolderPath path, Problems problems, FolderAttachments beside, Supplier<Optional<ArticleFile>> reading) {}

    private Begun begin(FolderPath path, FeedDefinition definition) {
        var problems = new Problems(path.toString());
        var beside = new FolderAttachments(folder, path);
        var feed = new FeedName(path.directory());
        var begun = new AtomicReference<Supplier<Optional<ArticleFile>>>(Optional::empty);
        tryTo(
                () -> text(path, problems)
                        .ifPresent(text -> begun.set(threads.begin(
                                path,
                                problems,
                                own -> ArticleFile.read(path.file(), text, feed, definition, beside, now, own)))),
                problems);
        return new Begun(path, problems, beside, begun.get());
    }

    private void end(Begun begun, FeedDefinition definition, Map<String, FolderPath> fileOfSlug, Set<String> named) {
        var path = begun.path();
        var problems = begun.problems();
        tryTo(
                () -> begun.reading()
                        .get()
                        .map(file -> file.within(definition.idIn(new FeedName(path.directory()))))
                        .ifPresent(file -> {
                            refuseSecond(fileOfSlug, path, file, problems);
                            refuseSecondLink(path, file, definition, problems);
                            aliases.note(path, file, definition.description().home());
                        }),
                problems);
        addAll(problems);
        named.addAll(begun.beside().named().keySet());
        progress.accept(++files);
    }

    /** The definition as far as it can be read, so that the articles can be checked all the same. */
    private FeedDefinition definition(String directory, FolderPath path, boolean isThere) throws IOException {
        if (!isThere) {
            folder.impliedTitle(directory)
                    .map(title -> FeedFile.adds(path.toString(), title))
                    .ifPresentOrElse(this::warn, () -> add(FeedFile.missing(path.toString())));
        }
        var problems = new Problems(path.toString());
        var text = isThere ? text(path, problems) : Optional.<String>empty();
        var beside = new FolderAttachments(folder, path);
        var definition = text.flatMap(each ->
                        threads.read(path, problems, own -> Optional.of(FeedFile.read(each, "localhost", beside, own))))
                .orElseGet(() -> FeedFile.read("title: unknown", "localhost", new Problems(path.toString())));
        Limits.check(definition, problems);
        ExcludedFiles.check(definition.conventions().exclude(), text.orElse(""), problems);
        addAll(problems);
        if (problems.isEmpty()) {
            new SelectedFeeds(folder, _ -> false)
                    .problems(path.toString(), FeedFile.line(text.orElse(""), SelectBlock.KEY), definition)
                    .forEach(this::add);
        }
        refuseFormer(path, FeedFile.line(text.orElse(""), "formerly"), definition);
        aliases.note(path, FeedFile.line(text.orElse(""), "formerly-at"), definition);
        return definition;
    }

    private void refuseFormer(FolderPath definitionPath, int line, FeedDefinition definition) throws IOException {
        var feed = new FeedName(definitionPath.directory());
        String path = definitionPath.toString();
        for (var name : definition.formerly()) {
            var holder = formerNames.putIfAbsent(name, feed);
            if (!name.equals(feed) && !folder.files(name.value()).isEmpty()) {
                add(FormerNameProblems.alive(path, line, name));
            } else if (holder != null) {
                add(FormerNameProblems.taken(path, line, name, holder));
            }
        }
    }

    /** A file's text; nothing if a problem was found, or the file has gone. */
    private Optional<String> text(FolderPath path, Problems problems) {
        return switch (folder.read(path)) {
            case SourceReading.Whole(var source) -> Optional.of(source.written());
            case SourceReading.Unreadable(var unreadable) -> {
                problems.addAll(unreadable);
                yield Optional.empty();
            }
            case SourceReading.Unfinished _ -> {
                problems.add(0, "it is being written just now", "check again when it is saved");
                yield Optional.empty();
            }
            case SourceReading.Gone _ -> Optional.empty();
        };
    }

    private void refuseSecond(
            Map<String, FolderPath> fileOfSlug, FolderPath path, ArticleFile file, Problems problems) {
        var manuscript = file.manuscript();
        var first = manuscript.withdrawal() != null
                ? null
                : fileOfSlug.putIfAbsent(manuscript.slug().value(), path);
        if (first != null) {
            problems.add(0, "its address would be that of " + first, ArticleFile.RENAME);
        }
        var id = manuscript.id();
        var holder = id == null ? null : fileOfId.putIfAbsent(id, path);
        if (holder != null) {
            problems.add(file.idLine(), "its id is that of " + holder, ArticleFile.OTHER_ID);
        }
    }

    /** Refuses the second article with one link where the link is the id. */
    private void refuseSecondLink(FolderPath path, ArticleFile file, FeedDefinition definition, Problems problems) {
        String link = file.manuscript().text().link();
        var holder = link != null
                        && file.manuscript().statedId() == null
                        && definition.conventions().ids() == Conventions.Ids.LINK
                        && ArticleId.isAddress(link)
                ? fileOfId.putIfAbsent(ArticleId.ofAddress(link, 1), path)
                : null;
        if (holder != null) {
            problems.add(0, ArticleFile.SECOND_LINK + holder, ArticleFile.OTHER_LINK);
        }
    }
}
