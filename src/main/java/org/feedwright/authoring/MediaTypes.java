package org.feedwright.authoring;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/** Media types by the suffixes of names: the framework's table, and what it does not know yet. */
public final class MediaTypes {
    static final String FORM = "[\\w.+-]+/[\\w.+-]+";

    private static final Map<String, String> MORE = Map.of(
            "flac", "audio/flac",
            "heic", "image/heic",
            "jxl", "image/jxl",
            "m4b", "audio/mp4",
            "opus", "audio/ogg",
            "srt", "application/x-subrip",
            "vtt", "text/vtt",
            "wav", "audio/wav");

    private MediaTypes() {}

    /** The type of what an address leads to; empty if its name does not tell. */
    public static Optional<String> of(String address) {
        return ofName(address.replaceFirst("[?#].*$", ""));
    }

    /** The type of a file; empty if its name does not tell. */
    public static Optional<String> ofName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(MORE.get(suffix))
                .or(() -> MediaTypeFactory.getMediaType(name).map(MediaType::toString));
    }

    /** The type under which a file is served: without a better one, as bytes to be saved. */
    public static String servedAs(String path) {
        return ofName(path).orElse(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    }
}
