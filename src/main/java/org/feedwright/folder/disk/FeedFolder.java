package org.feedwright.folder.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.ArticleName;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Problem;
import org.springframework.util.unit.DataSize;

/** The folder of feeds on the disk: one folder for each feed, and files in it. */
public final class FeedFolder {
    private final Path path;
    private final SourceReader reader;
    private final AttachedFiles attached;

    public FeedFolder(Path path, DataSize maxFileSize) {
        this.path = path;
        this.reader = new SourceReader(path, maxFileSize);
        this.attached = new AttachedFiles(path);
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
                if (name.equals(FeedFile.NAME) || ArticleName.isArticle(name)) {
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
        if (SourceReader.leadsOut(path, path.resolve(directory))) {
            return Optional.of(new Problem(
                    directory,
                    0,
                    "the folder is a link that leads out of the folder of feeds",
                    "put the folder itself there"));
        }
        return Optional.empty();
    }

    /** Reads a file, if it is one and nobody is writing it. */
    public SourceReading read(FolderPath file) {
        return reader.read(file);
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
        return attached.find(directory, name);
    }

    /**
     * Tells whether such a file has changed; {@link FileStamp#NONE} where there is none. Of an article it tells
     * only that the file is there: its text is not in the articles that name it.
     */
    public FileStamp besideStamp(String directory, String name) {
        return attached.stamp(directory, name);
    }

    /** Whether there is something under this name, whoever may have it. */
    boolean isThere(String directory, String name) {
        return attached.isThere(directory, name);
    }

    /** The file that has this name in other capitals. */
    Optional<String> inOtherCapitals(String directory, String name) {
        return attached.inOtherCapitals(directory, name);
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
