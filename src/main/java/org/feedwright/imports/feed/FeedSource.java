package org.feedwright.imports.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.feedwright.imports.network.Downloads;
import org.jspecify.annotations.Nullable;

/**
 * Where a document of a feed is: a file, or an address on the web.
 *
 * @param downloads what fetches, within bounds
 */
public record FeedSource(String place, Downloads downloads) {
    private static final String WANTED = "application/atom+xml, application/rss+xml, application/feed+json,"
            + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    /** Whether the document has to be fetched. */
    boolean isOnTheWeb() {
        return place.matches("(?i)https?://.*");
    }

    /**
     * Reads the document.
     *
     * @throws IOException if it cannot be had or is no feed; its message says which one, and why
     */
    public FeedPage read() throws IOException {
        if (!isOnTheWeb()) {
            return named(file(), null, null);
        }
        try {
            var fetched = downloads.bytes(place, WANTED, FeedReading.LARGEST);
            return named(
                    fetched.body(),
                    fetched.fields().get("Content-Type"),
                    fetched.address().toString());
        } catch (Downloads.Answered e) {
            throw e;
        } catch (IOException e) {
            throw e instanceof NoFeed ? e : new IOException(place + ": " + e.getMessage(), e);
        }
    }

    private byte[] file() throws IOException {
        Path file = Path.of(place);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(place, null, "name a file, or an address that begins with https://");
        }
        if (Files.size(file) > FeedReading.LARGEST) {
            throw new NoFeed(place + ": it is longer than 50 MB");
        }
        return Files.readAllBytes(file);
    }

    private FeedPage named(byte[] bytes, @Nullable String type, @Nullable String address) throws NoFeed {
        try {
            return FeedReading.read(bytes, type, address);
        } catch (IOException e) {
            throw new NoFeed(place + ": " + e.getMessage(), e);
        }
    }

    private static final class NoFeed extends IOException {
        private static final long serialVersionUID = 1L;

        NoFeed(String message) {
            super(message);
        }

        NoFeed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
