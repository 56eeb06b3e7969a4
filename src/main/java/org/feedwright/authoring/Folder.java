package org.feedwright.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;
import org.springframework.util.unit.DataSize;

/** The folder of feeds on the disk: one folder for each feed, and files in it. Paths are relative, with {@code /}. */
record Folder(Path path, DataSize maxFileSize) {
    static final Stamp UNREADABLE = new Stamp(-1, -1);

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** The names of the folders in it; hidden ones are not ours. */
    List<String> directories() throws IOException {
        try (Stream<Path> children = Files.list(path)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** The articles and the definition in a feed's folder, in the order of their names; none if it is not there. */
    Map<String, Stamp> files(String directory) throws IOException {
        var files = new TreeMap<String, Stamp>();
        try (Stream<Path> children = Files.list(path.resolve(directory))) {
            for (Path child : (Iterable<Path>) children::iterator) {
                String name = child.getFileName().toString();
                if (name.equals(FeedFile.NAME) || ArticleFile.isArticle(name)) {
                    stamp(files, directory + "/" + name, child);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            return Map.of();
        }
        return files;
    }

    SourceReading read(String file) {
        var problems = new Problems(file);
        var source = SourceFile.read(path, path.resolve(file), maxFileSize.toBytes(), problems);
        return new SourceReading(source, problems);
    }

    boolean isOpenForWriting(String file) {
        return OpenForWriting.test(path.resolve(file));
    }

    static boolean isFeed(String directory) {
        return FeedName.isValid(directory);
    }

    static Problem noFeedsName(String directory) {
        return new Problem(
                directory,
                0,
                "the folder's name cannot be a feed's name",
                "use lower-case letters, digits and '-' only");
    }

    private static void stamp(Map<String, Stamp> files, String file, Path path) {
        try {
            files.put(file, Stamp.of(path));
        } catch (IOException _) {
            if (Files.isSymbolicLink(path)) {
                files.put(file, UNREADABLE);
            }
        }
    }
}
