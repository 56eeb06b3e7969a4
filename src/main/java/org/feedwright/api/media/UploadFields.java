package org.feedwright.api.media;

import java.util.regex.Pattern;
import org.feedwright.api.Refusal;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of the upload that it is a part of
 * (<a href="https://datatracker.ietf.org/doc/draft-ietf-httpbis-resumable-upload/">Resumable Uploads for HTTP</a>).
 *
 * @param isLast whether nothing follows
 * @param offset where its content begins; null where it does not say
 * @param total the bytes of the whole; null where it does not say
 */
record UploadFields(
        boolean isLast, @Nullable Long offset, @Nullable Long total) {
    private static final String COMPLETE = "Upload-Complete";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}"); // an Integer of RFC 9651 §3.3.1

    /** "An origin server SHOULD respond with a 400 status code if it receives Content-Range" (RFC 9110 §14.5). */
    static void refuseOtherForms(Fields fields) {
        if (fields.value("Content-Range") != null) {
            throw new Refusal(
                    400,
                    "A part of a file is not sent with Content-Range, but with Upload-Complete and Upload-Offset.");
        }
        String coding = fields.value("Content-Encoding");
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new Refusal(415, "Send the file itself, without Content-Encoding.");
        }
    }

    static UploadFields of(Fields fields) {
        var offset = number(fields.value(OFFSET));
        boolean isLast = !"?0".equals(fields.value(COMPLETE));
        var total = number(fields.value(LENGTH));
        var content = number(fields.value("Content-Length"));
        if (isLast && content != null) {
            long end = (offset == null ? 0 : offset) + content;
            if (total != null && total != end) {
                throw new Refusal(
                        400,
                        "The content ends at byte " + end + ", and Upload-Length is " + total
                                + ". Begin another upload.");
            }
            total = end;
        }
        return new UploadFields(isLast, offset, total);
    }

    /** "Other values MUST cause the entire header field to be ignored." */
    private static @Nullable Long number(@Nullable String value) {
        return value != null && NUMBER.matcher(value.strip()).matches() ? Long.valueOf(value.strip()) : null;
    }

    static Field complete(boolean is) {
        return new Field(COMPLETE, is ? "?1" : "?0");
    }

    static Field offset(long offset) {
        return new Field(OFFSET, String.valueOf(offset));
    }

    static Field length(long length) {
        return new Field(LENGTH, String.valueOf(length));
    }

    /** @param patience how long the upload is kept after its last bytes, in seconds */
    static Field limit(long most, long patience) {
        return new Field("Upload-Limit", "max-size=" + most + ", max-age=" + patience);
    }
}
