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
 * A file as it is served.
 *
 * @param type its media type, with a charset if it is text
 * @param length in bytes
 * @param modified the file's own time, to the second
 * @param entityTag a strong validator (RFC 9110 §8.8.3): of the file's time and length, as static servers
 *     make it, because hashing a film at each request would cost more than sending it
 */
record MediaRepresentation(Path path, String type, long length, Instant modified, String entityTag)
        implements PublishedMedia.Found {
    /** What shows or plays and never acts. Policies are not for these: a browser's own players break under them. */
    private static final Pattern PASSIVE = Pattern.compile(
            "image/(?!svg).*|audio/.*|video/.*|text/(?:plain|vtt|css|csv)\\b.*|application/(?:pdf|json|zip|octet-stream)");

    /** What acts is opened without scripts, forms and the rights of this site; the picture in an SVG is still seen. */
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

    /** Whether its date tells it from what it may become: until its second is over, it may be written once more. */
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
