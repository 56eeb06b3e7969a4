package org.feedwright.folder.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.feedwright.authoring.problem.Problems;
import org.springframework.util.unit.DataSize;

/** Reads single files of the folder, whole or not at all, and tells why one cannot be read. */
final class SourceReader {
    /** Stands in names for what the system's character encoding does not have. */
    private static final char NO_CHARACTER = '\uFFFD';

    private final Path folder;
    private final Function<FolderPath, Path> places;
    private final DataSize maxFileSize;

    /**
     * @param folder the one out of which no link may lead
     * @param places where each file is on the disk
     */
    SourceReader(Path folder, Function<FolderPath, Path> places, DataSize maxFileSize) {
        this.folder = folder;
        this.places = places;
        this.maxFileSize = maxFileSize;
    }

    /** Reads a file, if it is one and nobody is writing it. */
    SourceReading read(FolderPath path) {
        var problems = new Problems(path.toString());
        try {
            var reading = readAt(path, problems);
            if (reading.isPresent()) {
                return reading.get();
            }
        } catch (NoSuchFileException _) {
            if (!Files.isSymbolicLink(places.apply(path))) {
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
    private Optional<SourceReading> readAt(FolderPath path, Problems problems) throws IOException {
        if (path.toString().indexOf(NO_CHARACTER) >= 0) {
            problems.add(
                    0,
                    "its name is not valid in this system's character encoding",
                    "rename it, or start Feedwright with LC_ALL=C.UTF-8");
            return Optional.empty();
        }
        var file = places.apply(path);
        return isOrdinary(file, problems) ? readOrdinary(file, problems) : Optional.empty();
    }

    private boolean isOrdinary(Path file, Problems problems) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            if (leadsOut(folder, file)) {
                problems.add(0, "it is a link that leads out of the folder", "put the file itself into the folder");
                return false;
            }
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        }
        if (!attributes.isRegularFile()) {
            // Opening a pipe would wait for someone to write to it.
            problems.add(
                    0,
                    attributes.isDirectory() ? "it is a folder" : "it is no ordinary file",
                    "rename it, or put an article in its place");
        }
        return attributes.isRegularFile();
    }

    private Optional<SourceReading> readOrdinary(Path file, Problems problems) throws IOException {
        var before = FileStamp.of(file);
        byte[] bytes = beginning(file, before.size());
        // Asked only now: whoever wrote before or during the reading is seen either here or in the stamp.
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

    /** Whether a path in a folder is a link to somewhere outside of the folder. */
    static boolean leadsOut(Path folder, Path child) throws IOException {
        return Files.isSymbolicLink(child) && !child.toRealPath().startsWith(folder.toRealPath());
    }
}
