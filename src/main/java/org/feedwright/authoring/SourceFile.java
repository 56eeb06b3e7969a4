package org.feedwright.authoring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.feedwright.article.XmlText;

/**
 * A file's text as it is on the disk.
 *
 * @param digest of its bytes, SHA-256 in hexadecimal
 */
record SourceFile(String text, String digest) {

    /** Reads a file, or adds the problem that keeps it from being read; nothing also if it has gone. */
    static Optional<SourceFile> read(Path folder, Path path, long maxSize, Problems problems) {
        try {
            if (!path.toRealPath().startsWith(folder.toRealPath())) {
                problems.add(0, "it is a link that leads out of the folder", "put the file itself into the folder");
                return Optional.empty();
            }
            long size = Files.size(path);
            if (size > maxSize) {
                problems.add(
                        0,
                        "it has " + size + " bytes, and no more than " + maxSize + " are read",
                        "shorten it, or raise feedwright.authoring.max-file-size");
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(path);
            return text(bytes, problems).map(text -> new SourceFile(text, digest(bytes)));
        } catch (NoSuchFileException _) {
            if (Files.isSymbolicLink(path)) {
                problems.add(0, "it is a link that leads nowhere", "put the file itself into the folder");
            }
        } catch (AccessDeniedException _) {
            problems.add(0, "it may not be read", "let the user that runs Feedwright read it (chmod a+r)");
        } catch (IOException e) {
            problems.add(0, "it cannot be read (" + e.getMessage() + ")", "see whether the disk or the mount is well");
        }
        return Optional.empty();
    }

    private static Optional<String> text(byte[] bytes, Problems problems) {
        var input = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(input).toString();
            String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return Optional.of(XmlText.legal(withoutMark.replace("\r\n", "\n").replace('\r', '\n')));
        } catch (CharacterCodingException _) {
            int line = 1;
            for (int i = 0; i < input.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            problems.add(line, "it is not valid UTF-8", "save it as UTF-8");
            return Optional.empty();
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
