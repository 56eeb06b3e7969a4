package org.feedwright.upload;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.feedwright.entry.LocalMedia;
import org.feedwright.upload.UploadRefused.Reason;

/** The names that uploaded files may have: those by which an article can name a file beside it. */
public final class UploadName {
    private static final int LONGEST = 200; // bytes

    private UploadName() {}

    /**
     * The name in Unicode's composed form.
     *
     * @param written may have folders, with {@code /}
     * @throws UploadRefused if no article could name a file so
     */
    public static String of(String written) {
        String name = Normalizer.normalize(written, Normalizer.Form.NFC);
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST || !canBeNamed(name)) {
            throw new UploadRefused(
                    Reason.NAME,
                    "No article could name a file '" + written
                            + "'. Write a name such as photo.jpg or img/photo.jpg, of"
                            + " at most " + LONGEST + " bytes, without '..', '%' and '\\', in which no part begins with"
                            + " a dot or is blank.");
        }
        return name;
    }

    private static boolean canBeNamed(String name) {
        var names = LocalMedia.names(name);
        return name.equals(name.strip())
                && !name.endsWith("/")
                && !name.startsWith(LocalMedia.OTHER_FEED)
                && !names.isEmpty()
                && names.getFirst().equals(name);
    }

    /** The last part of a path: what stands before it is the sender's own business (RFC 7578 §4.2). */
    public static String last(String path) {
        return path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
    }
}
