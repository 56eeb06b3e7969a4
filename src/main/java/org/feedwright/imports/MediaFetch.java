package org.feedwright.imports;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.feedwright.imports.network.Downloads;
import org.feedwright.imports.network.FileSignature;

/**
 * Fetches files into {@code files/}, with a folder for each article. The ending of a file's name says what is in it,
 * whatever the server called it.
 *
 * @param directory the feed's folder
 */
record MediaFetch(Path directory) {
    private static final String FOLDER = "files";
    private static final long LARGEST = 256L * 1024 * 1024; // bytes

    /**
     * Fetches a file.
     *
     * @return its path in the feed's folder
     * @throws MediaMissing if it cannot be had
     * @throws IOException if it cannot be written
     */
    String file(Downloads downloads, String address, String slug) throws MediaMissing, IOException {
        Path folder = Files.createDirectories(directory.resolve(FOLDER).resolve(slug));
        Path draft = folder.resolve(".importing");
        try {
            String name = fetch(downloads, address, draft);
            Path file = free(folder, name, draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return FOLDER + "/" + slug + "/" + file.getFileName();
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String fetch(Downloads downloads, String address, Path draft) throws MediaMissing {
        try {
            downloads.file(address, draft, LARGEST);
            var endings = FileSignature.endings(head(draft));
            if (endings.isEmpty()) {
                throw new MediaMissing("what is there is no picture, recording, film or PDF");
            }
            String last = last(address);
            int dot = last.lastIndexOf('.');
            String ending = last.substring(dot + 1).toLowerCase(Locale.ROOT);
            String stem = TakenNames.slug(dot > 0 ? last.substring(0, dot) : last, "file");
            return stem + "." + (endings.contains(ending) ? ending : endings.getFirst());
        } catch (IOException e) {
            throw new MediaMissing(String.valueOf(e.getMessage()));
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(FileSignature.LENGTH);
        }
    }

    private static String last(String address) {
        String path = address.replaceFirst("[?#].*$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        try {
            return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return last;
        }
    }

    /** A name that no other file has. */
    private static Path free(Path folder, String name, Path draft) throws IOException {
        Path file = folder.resolve(name);
        int dot = name.lastIndexOf('.');
        for (int number = 2; Files.exists(file) && Files.mismatch(file, draft) >= 0; number++) {
            file = folder.resolve(name.substring(0, dot) + "-" + number + name.substring(dot));
        }
        return file;
    }
}
