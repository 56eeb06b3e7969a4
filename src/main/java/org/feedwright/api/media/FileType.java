package org.feedwright.api.media;

import java.util.Locale;
import java.util.Set;
import org.feedwright.api.Refusal;
import org.feedwright.authoring.MediaTypes;
import org.jspecify.annotations.Nullable;

/** Compares the media type that a sender states with the one that the file's name tells, under which it is served. */
public final class FileType {
    /** What programs state that know nothing of a file. */
    private static final Set<String> NOTHING =
            Set.of("", "application/octet-stream", "application/x-www-form-urlencoded", "application/partial-upload");

    private FileType() {}

    /**
     * Refuses a file whose name says another kind than its sender.
     *
     * @param stated null where the sender states none
     */
    static void check(String name, @Nullable String stated) {
        String type = plain(stated);
        String named = MediaTypes.servedAs(name);
        if (!NOTHING.contains(type) && !kind(type).equals(kind(named))) {
            throw new Refusal(
                    415,
                    "The Content-Type is " + type + ", and a file named '" + name + "' is served as " + named
                            + ". Send it under a name with the right ending, or leave the Content-Type out.");
        }
    }

    /** A type without its parameters; empty where none is stated. */
    public static String plain(@Nullable String stated) {
        return stated == null ? "" : stated.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Several names are usual for most types of a kind, such as {@code audio/x-m4a}; texts are told by their names. */
    private static String kind(String type) {
        String kind = type.substring(0, Math.max(0, type.indexOf('/')));
        return Set.of("image", "audio", "video").contains(kind) ? kind : "";
    }
}
