package org.feedwright.poll;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** As much of HTTP/2 (RFC 9113) as a reader needs that does not read. */
final class Frames {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int END_OF_STREAM = 1;

    private Frames() {}

    static byte[] opening() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(frame(SETTINGS, 0, 0, new byte[0]));
        return bytes.toByteArray();
    }

    static byte[] get(int stream, String path, String... fields) {
        var head = new ByteArrayOutputStream();
        head.writeBytes(new byte[] {(byte) 0x82, (byte) 0x87, 0x04}); // GET, https, a path
        literal(path, head);
        head.write(0x01); // an authority
        literal("localhost", head);
        for (String text : fields) {
            if (text.equals(fields[0])) {
                head.write(0);
            }
            literal(text, head);
        }
        return frame(HEADERS, 5, stream, head.toByteArray());
    }

    private static void literal(String text, ByteArrayOutputStream head) {
        head.write(text.length());
        head.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] frame(int type, int flags, int stream, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0, 0, (byte) content.length, (byte) type, (byte) flags, 0, 0, 0, (byte) stream});
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    /** The type of the frame that ends a stream. */
    static int awaitEnd(DataInputStream in, int stream, ByteArrayOutputStream content) {
        try {
            while (true) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int of = in.readInt();
                byte[] octets = in.readNBytes(length);
                if (type == DATA) {
                    content.writeBytes(octets);
                }
                boolean isEnd = type == RESET || (type <= HEADERS && (flags & END_OF_STREAM) != 0);
                if (of == stream && isEnd) {
                    return type;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
