package org.feedwright.folder.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.feedwright.authoring.ArticleName;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Problem;
import org.springframework.util.unit.DataSize;

/**
 * The folder of feeds on the disk: one folder for each feed, and files in it. It may be one feed's folder itself, and
 * is then seen as a folder of feeds that has this one.
 */
public final class FeedFolder {
    /** The files that name a feed's authors by keys. */
    static final List<String> AUTHORS = List.of("authors.yml", "authors.yaml");

    /** And those that say what its tags are called. */
    static final List<String> TAGS = List.of("tags.yml", "tags.yaml");

    private static final List<String> READ_WITH_DEFINITION =
            Stream.of(AUTHORS, TAGS).flatMap(List::stream).toList();

    private final Path path;
    private final FolderTree tree = new FolderTree();
    private final ArticleFiles articles = new ArticleFiles();
    private final FolderLayout layout;
    private final Exclusions exclusions;
    private final SourceReader reader;
    private final AttachedFiles attached;

    public FeedFolder(Path path, DataSize maxFileSize) {
        this(path, maxFileSize, _ -> List.of());
    }

    /** @param lastGood what a feed excludes by its stored definition, while its file has a problem */
    public FeedFolder(Path path, DataSize maxFileSize, Function<String, List<String>> lastGood) {
        this.path = path;
        this.layout = new FolderLayout(path, this::isWithoutDefinition);
        this.reader = new SourceReader(path, this::path, maxFileSize);
        this.exclusions = new Exclusions(reader::read, lastGood);
        this.attached = new AttachedFiles(path, this);
    }

    public Path path() {
        return path;
    }

    public boolean exists() {
        return Files.isDirectory(path);
    }

    /**
     * Looks anew whether it holds feeds or is one, and lists every folder again, whatever its time says.
     *
     * @param stored the feeds' folders of which files are stored
     */
    public void look(Collection<String> stored) throws IOException {
        tree.doubt();
        layout.look(stored);
    }

    /** The name of the one feed that the folder itself is; empty if it holds a folder for each feed. */
    public Optional<String> only() {
        return layout.isOne() ? Optional.of(layout.name()) : Optional.empty();
    }

    /** The title of a feed that has no {@code feed.yaml} and needs none; empty if it needs one. */
    public Optional<String> impliedTitle(String directory) {
        return layout.isImplied() && directory.equals(layout.name()) ? Optional.of(layout.title()) : Optional.empty();
    }

    /** The names of the feeds' folders, sorted; hidden ones are not ours. */
    public List<String> directories() throws IOException {
        if (layout.isOne()) {
            return List.of(layout.name());
        }
        return layout.children().stream()
                .filter(Files::isDirectory)
                .map(child -> child.getFileName().toString())
                .sorted()
                .toList();
    }

    /** The articles and definitions that lie beside the feeds' folders, where they are not read; sorted. */
    public List<String> outside() throws IOException {
        if (layout.isOne()) {
            return List.of();
        }
        return layout.children().stream()
                .filter(child -> !Files.isDirectory(child))
                .map(child -> child.getFileName().toString())
                .filter(name -> name.equals(FeedFile.NAME) || ArticleName.isArticle(name))
                .sorted()
                .toList();
    }

    /** The folder of a feed. */
    public Path path(String directory) {
        return isOnly(directory) ? path : path.resolve(directory);
    }

    /** The file or the folder that a problem is about. */
    public Path path(Problem problem) {
        String source = problem.source();
        int slash = source.indexOf('/');
        return slash < 0 ? path.resolve(source) : path(FolderPath.of(source));
    }

    private Path path(FolderPath file) {
        return path(file.directory()).resolve(file.file());
    }

    private boolean isOnly(String directory) {
        return layout.isOne() && directory.equals(layout.name());
    }

    /** The articles and the definition of a feed, in the order of their paths; none if its folder is not there. */
    public Map<FolderPath, FileStamp> files(String directory) throws IOException {
        var files = new TreeMap<FolderPath, FileStamp>();
        if (isNone(directory)) {
            return files;
        }
        var definition = FolderPath.definition(directory);
        stamp(files, definition, path(definition));
        for (String name : READ_WITH_DEFINITION) {
            var beside = AttachedFiles.stampOrNone(path(definition.sibling(name)));
            if (!beside.equals(FileStamp.NONE)) {
                files.computeIfPresent(definition, (_, stamp) -> stamp.with(beside));
            }
        }
        try {
            for (String name : walk(directory).written()) {
                add(files, new FolderPath(directory, name));
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            return Map.of();
        }
        return files;
    }

    private void add(Map<FolderPath, FileStamp> files, FolderPath file) {
        var place = path(file);
        stamp(files, file, place);
        var stamp = files.get(file);
        if (stamp != null && !articles.isArticle(file, place, _ -> stamp)) {
            files.remove(file);
        }
    }

    /** Takes files for articles that were stored as such, even if they do not look like one for a moment. */
    public void know(Set<FolderPath> files) {
        articles.know(files);
    }

    /** The folders of a feed that are looked through, its own first; none if it is not there. */
    public List<Path> folders(String directory) throws IOException {
        try {
            return isNone(directory) ? List.of() : walk(directory).folders();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        }
    }

    /** The files of a feed's folder that are not read, by their paths in NFC, sorted; folders have a {@code /} behind. */
    public List<String> strays(String directory) {
        try {
            var walk = walk(directory);
            var strays = new ArrayList<>(walk.others());
            strays.removeIf(FeedFolder::isOurs);
            for (String name : walk.written()) {
                var file = new FolderPath(directory, name);
                if (!articles.isArticle(file, path(file), AttachedFiles::stampOrNone)) {
                    strays.add(name);
                }
            }
            return strays.stream().map(NamesOnDisk::composed).sorted().toList();
        } catch (IOException _) {
            return List.of(); // that it cannot be read is said elsewhere
        }
    }

    /** Files that belong to the feed's definition. */
    private static boolean isOurs(String file) {
        return file.equals(FeedFile.NAME) || READ_WITH_DEFINITION.contains(file);
    }

    /** The files of a feed's folder that have names of articles, by their paths in NFC; none if it cannot be listed. */
    List<String> written(String directory) {
        try {
            return isNone(directory)
                    ? List.of()
                    : walk(directory).written().stream()
                            .map(NamesOnDisk::composed)
                            .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private FolderTree.Walk walk(String directory) throws IOException {
        return tree.walk(path(directory), excluded(directory));
    }

    /** Whether it cannot be a feed's folder, because the folder itself is the only one. */
    private boolean isNone(String directory) {
        return layout.isOne() && !isOnly(directory);
    }

    private boolean isWithoutDefinition(Path folder) throws IOException {
        var walk = tree.walk(folder, _ -> false);
        return walk.others().stream().noneMatch(name -> name.endsWith("/" + FeedFile.NAME))
                && walk.written().stream()
                        .anyMatch(name -> articles.isArticle(
                                new FolderPath(layout.name(), name), folder.resolve(name), AttachedFiles::stampOrNone));
    }

    /** Whether no folder in it has any file of ours: it was emptied, or is not mounted. */
    public boolean isBare() throws IOException {
        for (String directory : directories()) {
            if (!files(directory).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Why a folder in it cannot be a feed's. */
    public Optional<Problem> refusal(String directory) throws IOException {
        return RefusedFolder.problem(directory, isOnly(directory) ? Optional.empty() : Optional.of(path));
    }

    /** Reads a file, if it is one and nobody is writing it. */
    public SourceReading read(FolderPath file) {
        return reader.read(file);
    }

    /** A file's text, as far as it can be read now. */
    Optional<String> text(FolderPath file) {
        return read(file) instanceof SourceReading.Whole(var source) ? Optional.of(source.text()) : Optional.empty();
    }

    /** Whether the file on the disk that has this path in the feed's folder is an article. */
    boolean isArticle(FolderPath file, Path place) {
        return !ExcludedFiles.isWithin(excluded(file.directory()), file.file())
                && articles.isArticle(file, place, AttachedFiles::stampOrNone);
    }

    private Predicate<String> excluded(String directory) {
        return exclusions.of(directory, AttachedFiles.stampOrNone(path(FolderPath.definition(directory))));
    }

    /**
     * A file in a feed's folder that may come with an article: an ordinary one that is not hidden and lies
     * nowhere outside, whatever links say. Articles and definitions are none: they may not be out yet.
     *
     * @param name in the feed's folder, with {@code /} and in NFC, whatever the disk has
     */
    public Optional<Path> beside(String directory, String name) {
        return attached.find(directory, name);
    }

    /**
     * Tells whether such a file has changed; {@link FileStamp#NONE} where there is none. Of an article it tells
     * only that the file is there: its text is not in the articles that name it.
     */
    public FileStamp besideStamp(String directory, String name) {
        return attached.stamp(directory, name);
    }

    /** The files that articles name. */
    AttachedFiles attached() {
        return attached;
    }

    private static void stamp(Map<FolderPath, FileStamp> files, FolderPath file, Path path) {
        try {
            files.put(file, FileStamp.of(path));
        } catch (IOException _) {
            if (Files.isSymbolicLink(path)) {
                files.put(file, FileStamp.NONE);
            }
        }
    }
}
