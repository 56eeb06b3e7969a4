package org.feedwright.folder.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Optional;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.text.Digest;
import org.feedwright.text.XmlText;

/** A file's text as it is on the disk, with {@code \n} at the end of lines. */
public final class SourceFile {
    private static final char REPLACEMENT = '\uFFFD';

    private final String written;
    private final byte[] bytes;

    private SourceFile(String written, byte[] bytes) {
        this.written = written;
        this.bytes = bytes;
    }

    /** Its text as feeds can hold it; made anew each time, for articles are read as they are written. */
    public String text() {
        return XmlText.legal(written);
    }

    /** Its text with the characters that no feed can hold, for a reader that tells of them. */
    public String written() {
        return written;
    }

    /** The digest of its bytes, SHA-256 in hexadecimal; made anew each time, for not everyone needs it. */
    public String digest() {
        return HexFormat.of().formatHex(Digest.of(bytes));
    }

    /** Decodes a file's bytes; nothing if a problem was added. */
    static Optional<SourceFile> of(byte[] bytes, Problems problems) {
        if (isUtf16(bytes)) {
            problems.add(1, "it is UTF-16", "save it as UTF-8");
            return Optional.empty();
        }
        String text = new String(bytes, UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) { // which stands there, or for what is no UTF-8
            var input = ByteBuffer.wrap(bytes);
            try {
                text = UTF_8.newDecoder().decode(input).toString();
            } catch (CharacterCodingException _) {
                problems.add(lineOf(input.position(), bytes), "it is not valid UTF-8", "save it as UTF-8");
                return Optional.empty();
            }
        }
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String lines = withoutMark.indexOf('\r') < 0
                ? withoutMark
                : withoutMark.replace("\r\n", "\n").replace('\r', '\n');
        return Optional.of(new SourceFile(lines, bytes));
    }

    /** By its mark, or because every other byte is NUL, as in Latin text without a mark. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        int zeros = 0;
        for (byte each : bytes) {
            zeros += each == 0 ? 1 : 0;
        }
        return mark == 0xFEFF || mark == 0xFFFE || zeros * 3L > bytes.length;
    }

    private static int lineOf(int position, byte[] bytes) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            boolean endsLine = bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n');
            line += endsLine ? 1 : 0;
        }
        return line;
    }
}
