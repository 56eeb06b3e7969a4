package org.feedwright.imports.pasted;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a text file in the encoding that its first bytes or its owner state, else in UTF-8. */
final class TextFile {
    private static final int LARGEST = 2 * 1024 * 1024; // bytes, as an article's file may have

    private TextFile() {}

    /** @throws IOException if it cannot be read, with a message for its owner */
    static String read(Path file, @Nullable Charset stated) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is not a file; name a text file");
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException("it is larger than 2 MB; an article is not, so divide it");
        }
        byte[] bytes = Files.readAllBytes(file);
        var charset = marked(bytes, stated == null ? StandardCharsets.UTF_8 : stated);
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new IOException("it is no text; if it is UTF-16, say --charset UTF-16LE or UTF-16BE");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw new IOException("it is not in " + charset.name()
                    + "; save it as UTF-8, or say its encoding, such as --charset windows-1252");
        }
    }

    /** The encoding that a byte order mark states. */
    private static Charset marked(byte[] bytes, Charset otherwise) {
        int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        if (first == 0xFEFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFFFE) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0xEFBB && bytes.length > 2 && (bytes[2] & 0xFF) == 0xBF ? StandardCharsets.UTF_8 : otherwise;
    }
}
