package org.feedwright.folder.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.entry.LocalMedia;
import org.springframework.util.unit.DataSize;

/** The folder of feeds on the disk: one folder for each feed, and files in it. Paths are relative, with {@code /}. */
public final class FeedFolder {
    /** What the system's character encoding cannot tell of a name. */
    private static final char NO_CHARACTER = '\uFFFD';

    /** The first line of front matter, behind a byte order mark or not. */
    private static final Pattern FRONT_MATTER = Pattern.compile("\uFEFF?(?:---|\\+\\+\\+)[ \\t]*\\R");

    private final Path path;
    private final DataSize maxFileSize;
    private final NamesOnDisk names = new NamesOnDisk();

    public FeedFolder(Path path, DataSize maxFileSize) {
        this.path = path;
        this.maxFileSize = maxFileSize;
    }

    public Path path() {
        return path;
    }

    public boolean exists() {
        return Files.isDirectory(path);
    }

    /** The names of the folders in it, sorted; hidden ones are not ours. */
    public List<String> directories() throws IOException {
        var names = new ArrayList<String>();
        for (Path child : children(path)) {
            String name = child.getFileName().toString();
            if (!name.startsWith(".") && Files.isDirectory(child)) {
                names.add(name);
            }
        }
        return names.stream().sorted().toList();
    }

    /** The articles and the definition in a feed's folder, in the order of their names; none if it is not there. */
    public Map<FolderPath, FileStamp> files(String directory) throws IOException {
        var files = new TreeMap<FolderPath, FileStamp>();
        try {
            for (Path child : children(path.resolve(directory))) {
                String name = child.getFileName().toString();
                if (name.equals(FeedFile.NAME) || ArticleFile.isArticle(name)) {
                    stamp(files, new FolderPath(directory, name), child);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            return Map.of();
        }
        return files;
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
        if (!FeedName.isValid(directory)) {
            return Optional.of(new Problem(
                    directory,
                    0,
                    "the folder's name cannot be a feed's name",
                    "use lower-case letters, digits and '-' only, at most 100"));
        }
        if (leadsOut(path.resolve(directory))) {
            return Optional.of(new Problem(
                    directory,
                    0,
                    "the folder is a link that leads out of the folder of feeds",
                    "put the folder itself there"));
        }
        return Optional.empty();
    }

    /** Reads a file, if it is one and nobody is writing it. */
    public SourceReading read(FolderPath path) {
        String file = path.toString();
        var problems = new Problems(file);
        try {
            if (file.indexOf(NO_CHARACTER) >= 0) {
                problems.add(
                        0,
                        "its name is not valid in this system's character encoding",
                        "rename it, or start Feedwright with LC_ALL=C.UTF-8");
            } else {
                var source = read(this.path.resolve(file), problems);
                if (source.isPresent()) {
                    return source.get();
                }
            }
        } catch (NoSuchFileException _) {
            if (!Files.isSymbolicLink(this.path.resolve(file))) {
                return new SourceReading.Gone();
            }
            problems.add(0, "it is a link that leads nowhere", "put the file itself into the folder");
        } catch (AccessDeniedException _) {
            problems.add(0, "it may not be read", "let the user that runs Feedwright read it (chmod a+r)");
        } catch (IOException e) {
            problems.add(0, "it cannot be read (" + e.getMessage() + ")", "see whether the disk or the mount is well");
        }
        return new SourceReading.Unreadable(problems.list());
    }

    /** The result, or nothing if a problem was added. */
    private Optional<SourceReading> read(Path file, Problems problems) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            if (leadsOut(file)) {
                problems.add(0, "it is a link that leads out of the folder", "put the file itself into the folder");
                return Optional.empty();
            }
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        }
        if (!attributes.isRegularFile()) {
            // Opening a pipe would wait for someone to write to it.
            problems.add(
                    0,
                    attributes.isDirectory() ? "it is a folder" : "it is no ordinary file",
                    "rename it, or put an article in its place");
            return Optional.empty();
        }
        var before = FileStamp.of(file);
        byte[] bytes = beginning(file, before.size());
        // Only now: who wrote before or while it was read is seen either here or in the stamp.
        if (WriteLease.test(file) || !FileStamp.of(file).equals(before)) {
            return Optional.of(new SourceReading.Unfinished());
        }
        if (bytes.length > maxFileSize.toBytes()) {
            problems.add(
                    0,
                    "it has " + before.size() + " bytes, and no more than " + maxFileSize.toBytes() + " are read",
                    "shorten it, or raise feedwright.authoring.max-file-size");
            return Optional.empty();
        }
        return SourceFile.of(bytes, problems).map(SourceReading.Whole::new);
    }

    /** A file's text, as far as it can be read now. */
    Optional<String> text(FolderPath file) {
        return read(file) instanceof SourceReading.Whole(var source) ? Optional.of(source.text()) : Optional.empty();
    }

    /**
     * A file in a feed's folder that may come with an article: an ordinary one that is not hidden and lies
     * nowhere outside, whatever links say. Articles and definitions are none: they may not be out yet.
     *
     * @param name in the feed's folder, with {@code /} and in NFC, whatever the disk has
     */
    public Optional<Path> beside(String directory, String name) {
        try {
            Path root = path.toRealPath().resolve(directory).toRealPath();
            Path file = names.find(root, name).toRealPath();
            boolean isInside = root.startsWith(path.toRealPath()) && file.startsWith(root);
            return isInside && isMedia(root.relativize(file)) && Files.isRegularFile(file) && !isUnread(root, file)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    /**
     * What tells whether such a file has changed; {@link FileStamp#NONE} where there is none. Of an article it is only
     * told that it is there: what it says is not in the articles that name it.
     */
    public FileStamp besideStamp(String directory, String name) {
        if (isArticle(name)) {
            return isThere(directory, name) ? FileStamp.THERE : FileStamp.NONE;
        }
        return beside(directory, name).map(FeedFolder::stampOrNone).orElse(FileStamp.NONE);
    }

    static FileStamp stampOrNone(Path file) {
        try {
            return FileStamp.of(file);
        } catch (IOException _) {
            return FileStamp.NONE;
        }
    }

    /** Whether a path, in a feed's folder or with {@code ../} in another's, is one of an article. */
    static boolean isArticle(String name) {
        String inFeed = name.startsWith(LocalMedia.OTHER_FEED) ? name.substring(name.indexOf('/', 3) + 1) : name;
        return inFeed.indexOf('/') < 0 && ArticleFile.isArticle(inFeed);
    }

    /** Whether there is something under this name, whoever may have it. */
    boolean isThere(String directory, String name) {
        try {
            return Files.exists(names.find(path.resolve(directory), name));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /** What there is instead under a name in other capitals. */
    Optional<String> inOtherCapitals(String directory, String name) {
        try {
            return names.inOtherCapitals(path.resolve(directory), name);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static boolean isMedia(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = file.getFileName().toString();
        return file.getNameCount() > 1 || !(name.equals(FeedFile.NAME) || ArticleFile.isWritten(name));
    }

    /** Whether it is an article that is not read, because it lies in a folder within the feed's: a draft, perhaps. */
    private static boolean isUnread(Path root, Path file) throws IOException {
        if (!ArticleFile.isWritten(file.getFileName().toString())) {
            return false;
        }
        for (Path part : root.relativize(file)) {
            if (part.toString().startsWith("_")) {
                return true;
            }
        }
        try (var bytes = Files.newInputStream(file)) {
            return FRONT_MATTER
                    .matcher(new String(bytes.readNBytes(100), UTF_8))
                    .lookingAt();
        }
    }

    /** As much of a file as may be read, and one byte more if there is one, which it may have got meanwhile. */
    private byte[] beginning(Path file, long size) throws IOException {
        var bytes = ByteBuffer.allocate(Math.toIntExact(Math.min(size, maxFileSize.toBytes()) + 1));
        try (var channel = Files.newByteChannel(file)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // goes on until the end, or until it is too much
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private boolean leadsOut(Path child) throws IOException {
        return Files.isSymbolicLink(child) && !child.toRealPath().startsWith(path.toRealPath());
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

    private static List<Path> children(Path directory) throws IOException {
        var children = new ArrayList<Path>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(children::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return children;
    }
}
