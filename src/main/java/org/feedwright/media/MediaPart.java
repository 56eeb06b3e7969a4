package org.feedwright.media;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.ResourceRegion;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/** The part of a file that is sent: the whole, some ranges, or none (RFC 9110 §14). */
sealed interface MediaPart {

    record Whole() implements MediaPart {}

    record Regions(List<ResourceRegion> regions) implements MediaPart {}

    /** The file has none of the ranges that were asked for. */
    record Unsatisfiable() implements MediaPart {}

    /**
     * Decides which part of a file is sent. "A server MUST ignore a Range header field received with a request method
     * that is unrecognized or for which range handling is not defined. For this specification, GET is the only method
     * for which range handling is defined" (§14.2). A range that cannot be understood may be ignored too, and is; so
     * are so many or so large ranges that the whole is less work.
     */
    static MediaPart of(MediaCopy file, HttpServletRequest request) {
        String asked = request.getHeader(HttpHeaders.RANGE);
        if (asked == null || !request.getMethod().equals("GET") || file.length() == 0 || !isMeant(file, request)) {
            return new Whole();
        }
        try {
            var satisfiable = HttpRange.parseRanges(asked).stream()
                    .filter(range -> range.getRangeStart(file.length()) < file.length())
                    .toList();
            return satisfiable.isEmpty()
                    ? new Unsatisfiable()
                    : new Regions(HttpRange.toResourceRegions(satisfiable, file.content()));
        } catch (IllegalArgumentException _) {
            return new Whole();
        }
    }

    /** "If the validator does not match, the recipient MUST ignore the Range" (§13.1.5), by strong comparison. */
    private static boolean isMeant(MediaCopy file, HttpServletRequest request) {
        String validator = request.getHeader(HttpHeaders.IF_RANGE);
        if (validator == null) {
            return true;
        }
        return (validator.startsWith("\"") || validator.startsWith("W/"))
                ? validator.equals(file.entityTag())
                : file.modified().equals(date(request));
    }

    private static @Nullable Instant date(HttpServletRequest request) {
        try {
            return Instant.ofEpochMilli(request.getDateHeader(HttpHeaders.IF_RANGE));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
