package org.feedwright.page;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.feedwright.article.Enclosure;

/**
 * A file that comes with an article.
 *
 * @param kind how it is shown: {@code audio}, {@code video}, or as a {@code file} to take away
 * @param about its media type, and how long and how large it is where that is known
 */
record Attachment(String address, String name, String kind, String type, String about) {

    /** None for an address that a browser must not be sent to. */
    static Stream<Attachment> of(Enclosure enclosure) {
        String address = SafeAddress.orNull(enclosure.url());
        if (address == null) {
            return Stream.empty();
        }
        String time = enclosure.duration() == null ? "" : ", " + time(enclosure.duration());
        String size = enclosure.length() == 0 ? "" : ", " + size(enclosure.length());
        return Stream.of(new Attachment(
                address,
                enclosure.title() != null ? enclosure.title() : fileName(address),
                kind(enclosure.type()),
                enclosure.type(),
                enclosure.type() + time + size));
    }

    private static String kind(String type) {
        return Stream.of("audio", "video", "image")
                .filter(kind -> type.startsWith(kind + "/"))
                .findFirst()
                .orElse("file");
    }

    private static String fileName(String address) {
        String name = address.replaceFirst("[?#].*$", "").replaceFirst("^.*/", "");
        return name.isEmpty() ? address : name;
    }

    /** As players show it. */
    private static String time(Duration duration) {
        String minutes = String.format(Locale.ROOT, "%d:%02d", duration.toMinutesPart(), duration.toSecondsPart());
        return duration.toHours() == 0
                ? minutes
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        duration.toHours(),
                        duration.toMinutesPart(),
                        duration.toSecondsPart());
    }

    private static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ENGLISH, "%.0f kB", bytes / 1e3)
                : String.format(Locale.ENGLISH, "%.1f MB", bytes / 1e6);
    }
}
