package org.feedwright.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * A file with everything that HTTP states about it.
 *
 * @param type the media type, with a charset if it is text
 * @param length the length in bytes
 * @param modified the file's own time, to the second
 * @param entityTag a strong validator (RFC 9110 §8.8.3), made of the file's time and length as static servers make it,
 *     because a hash of a film at each request would cost more than sending it
 */
record MediaRepresentation(Path path, String type, long length, Instant modified, String entityTag)
        implements PublishedMedia.Found {
    /**
     * Types that are shown or played and never run. They get no policy, because browsers' own players fail under one.
     */
    private static final Pattern PASSIVE = Pattern.compile(
            "image/(?!svg).*|audio/.*|video/.*|text/(?:plain|vtt|css|csv)\\b.*|application/(?:pdf|json|zip|octet-stream)");

    /**
     * The policy of types that can run: no scripts, no forms, no rights of this site. The picture in an SVG is still
     * shown.
     */
    private static final String POLICY = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    static MediaRepresentation of(Path path, String type) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        var modified = attributes.lastModifiedTime();
        String tag = "\"%x-%x\"".formatted(attributes.size(), modified.to(TimeUnit.NANOSECONDS));
        boolean isText = type.startsWith("text/") && !type.contains("charset");
        return new MediaRepresentation(
                path,
                isText ? type + ";charset=utf-8" : type,
                attributes.size(),
                modified.toInstant().truncatedTo(ChronoUnit.SECONDS),
                tag);
    }

    /**
     * Whether the file's date can be stated. Until its second is over, the file may be written once more under the same
     * date.
     */
    boolean isDated(Instant now) {
        return !modified.plusSeconds(1).isAfter(now);
    }

    Resource resource() {
        return new FileSystemResource(path);
    }

    /** What is said of it in every answer. Players in other sites' pages may read it, as they may read feeds. */
    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept-Ranges", "bytes");
        headers.put("Cache-Control", "public, max-age=300");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put("Access-Control-Expose-Headers", "Accept-Ranges, Content-Length, Content-Range, ETag");
        headers.put("Cross-Origin-Resource-Policy", "cross-origin");
        if (!PASSIVE.matcher(type).matches()) {
            headers.put("Content-Security-Policy", POLICY);
        }
        return headers;
    }
}
