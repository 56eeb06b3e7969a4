package org.feedwright.upload;

import java.io.EOFException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.feedwright.upload.JdbcUploads.Part;

/**
 * The bytes of an uploaded file, read from the store some parts at a time. Between them no connection to the database is
 * held, so a slow reader keeps none from others. Skipping costs nothing.
 */
final class UploadedBytes extends InputStream {
    private final JdbcUploads store;
    private final String id;
    private final long length;
    private final Deque<Part> ahead = new ArrayDeque<>();
    private long position;

    UploadedBytes(JdbcUploads store, String id, long length) {
        this.store = store;
        this.id = id;
        this.length = length;
    }

    @Override
    public int read() throws EOFException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws EOFException if the file was removed meanwhile */
    @Override
    public int read(byte[] bytes, int from, int count) throws EOFException {
        Objects.checkFromIndexSize(from, count, bytes.length);
        if (count == 0) {
            return 0;
        }
        if (position >= length) {
            return -1;
        }
        var part = part();
        int at = (int) (position - part.starts());
        int read = Math.min(count, part.bytes().length - at);
        System.arraycopy(part.bytes(), at, bytes, from, read);
        position += read;
        return read;
    }

    private Part part() throws EOFException {
        while (!ahead.isEmpty() && !has(ahead.getFirst())) {
            ahead.removeFirst();
        }
        if (ahead.isEmpty()) {
            ahead.addAll(store.parts(id, position));
        }
        if (ahead.isEmpty() || !has(ahead.getFirst())) {
            throw new EOFException("the file was removed while it was read");
        }
        return ahead.getFirst();
    }

    private boolean has(Part part) {
        return position >= part.starts() && position < part.starts() + part.bytes().length;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.clamp(count, 0, length - position);
        position += skipped;
        return skipped;
    }
}
