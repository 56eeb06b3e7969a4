package org.feedwright.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.CommonFields;
import org.feedwright.http.HttpDate;
import org.feedwright.upload.UploadedFile;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * A file that comes with articles, as it is served.
 *
 * @param type its media type, with a charset if it is text
 * @param length in bytes
 * @param modified the file's own time, to the second
 * @param entityTag a strong validator (RFC 9110 §8.8.3): of the file's time and length, as static servers
 *     make it, because hashing a film at each request would cost more than sending it; of one that came through the API,
 *     its digest
 * @param isPublic whether an article names it that readers see; otherwise only who knows its address has it
 */
public record MediaCopy(
        Resource content, String type, long length, Instant modified, String entityTag, boolean isPublic)
        implements MediaLookup {
    /** What shows or plays and never acts. Policies are not for these: a browser's own players break under them. */
    private static final Pattern PASSIVE = Pattern.compile(
            "image/(?!svg).*|audio/.*|video/.*|text/(?:plain|vtt|css|csv)\\b.*|application/(?:pdf|json|zip|octet-stream)");

    /** What acts is opened without scripts, forms and the rights of this site; the picture in an SVG is still seen. */
    private static final Field POLICY =
            CommonFields.policy("sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'");

    private static final List<Field> PASSIVE_FIELDS = List.of(
            new Field("Accept-Ranges", "bytes"),
            new Field("Cache-Control", "public, max-age=300"),
            CommonFields.NO_SNIFFING,
            CommonFields.ANY_ORIGIN,
            CommonFields.exposing("Accept-Ranges, Content-Length, Content-Range, ETag"),
            new Field("Cross-Origin-Resource-Policy", "cross-origin"));

    /** What nobody keeps or finds, because no reader is shown its address yet. */
    private static final List<Field> UNLISTED =
            List.of(new Field("Cache-Control", "private, no-cache"), new Field("X-Robots-Tag", "noindex"));

    static MediaCopy of(Path path, String type) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        var modified = attributes.lastModifiedTime();
        String tag = "\"%x-%x\"".formatted(attributes.size(), modified.to(TimeUnit.NANOSECONDS));
        return new MediaCopy(
                new FileSystemResource(path),
                withCharset(type),
                attributes.size(),
                modified.toInstant().truncatedTo(ChronoUnit.SECONDS),
                tag,
                true);
    }

    static MediaCopy of(UploadedFile file, Resource content, String type, boolean isPublic) {
        return new MediaCopy(
                content,
                withCharset(type),
                file.length(),
                file.changed().truncatedTo(ChronoUnit.SECONDS),
                '"' + file.digest() + '"',
                isPublic);
    }

    private static String withCharset(String type) {
        return type.startsWith("text/") && !type.contains("charset") ? type + ";charset=utf-8" : type;
    }

    /** Whether its date tells it from what it may become: until its second is over, it may be written once more. */
    boolean isDated(Instant now) {
        return !modified.plusSeconds(1).isAfter(now);
    }

    /** When it was last changed, as far as that is known: a file without a date counts as about to be changed. */
    Instant changed(Instant now) {
        return isDated(now) ? modified : modified.plusSeconds(1);
    }

    /** Its header fields in every answer, but for its type, its validators and its length. */
    public Map<String, String> fields() {
        return said().stream()
                .collect(Collectors.toMap(Field::name, Field::value, (one, _) -> one, LinkedHashMap::new));
    }

    /** Players in other sites' pages may read it, as they may read feeds. */
    private List<Field> said() {
        var fields = new ArrayList<>(PASSIVE_FIELDS);
        if (!PASSIVE.matcher(type).matches()) {
            fields.add(POLICY);
        }
        if (!isPublic) {
            fields.removeIf(field -> field.name().equals("Cache-Control"));
            fields.addAll(UNLISTED);
        }
        return fields;
    }

    /** The answer about it, to which the content is still to be sent. */
    Answer answer(int status, Instant now) {
        var fields = new ArrayList<>(said());
        if (isDated(now)) {
            fields.add(new Field("Last-Modified", HttpDate.format(modified)));
        }
        fields.add(new Field("ETag", entityTag));
        return Answer.of(status, fields.toArray(Field[]::new));
    }
}
