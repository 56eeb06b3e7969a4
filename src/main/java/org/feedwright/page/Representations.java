package org.feedwright.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.feedwright.edition.Compression;
import org.feedwright.http.AcceptEncoding;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.Asked;
import org.feedwright.http.ContentCoding;
import org.feedwright.http.Fields;
import org.feedwright.http.HttpDate;
import org.feedwright.http.Preconditions;
import org.feedwright.http.Preconditions.Outcome;
import org.feedwright.http.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes of a page, a list or an asset the answer that is asked for: under conditions (304, 412), and in a coding, each
 * of which has an entity tag of its own. Conditions are decided before anything is compressed.
 *
 * <p>Documents and the files that come with articles have their own ways to do so.
 */
@Component
class Representations {
    private static final int WORTH_COMPRESSING = 256; // bytes
    private static final Set<String> OF_THE_CONTENT = Set.of("Content-Type", "ETag");

    private final CompressedPages compressed = new CompressedPages();

    /** @param plain the whole answer in no coding; what has no entity tag is sent as it is */
    Answer of(Answer plain, HttpServletRequest request) {
        String quoted = plain.value("ETag");
        if (plain.status() != 200 || quoted == null) {
            return plain;
        }
        String tag = quoted.replace("\"", "");
        return switch (Preconditions.of(Fields.of(request)).outcome(tag, each -> isOf(tag, each), modified(plain))) {
            case Outcome.Failed _ -> Problem.of(412, Asked.path(request)).answer();
            case Outcome.NotModified(var known) -> notModified(plain, known);
            case Outcome.Met _ -> coded(plain, tag, coding(plain, request));
        };
    }

    private static Answer notModified(Answer plain, String tag) {
        var fields = new ArrayList<>(plain.fields());
        fields.removeIf(field -> OF_THE_CONTENT.contains(field.name()));
        fields.add(etag(tag));
        return Answer.of(304, varied(fields, plain), new byte[0]);
    }

    private Answer coded(Answer plain, String tag, ContentCoding coding) {
        if (coding == ContentCoding.IDENTITY) {
            return new Answer(plain.status(), varied(plain.fields(), plain), plain.body());
        }
        var fields = new ArrayList<>(plain.fields());
        fields.replaceAll(field -> field.name().equals("ETag") ? etag(tag + coding.suffix()) : field);
        fields = new ArrayList<>(varied(fields, plain));
        fields.add(new Field("Content-Encoding", coding.token()));
        return Answer.of(plain.status(), fields, compressed.of(plain.bytes(), tag, coding));
    }

    private static ContentCoding coding(Answer plain, HttpServletRequest request) {
        return isText(plain) && plain.body().remaining() >= WORTH_COMPRESSING
                ? AcceptEncoding.parse(Fields.of(request).value("Accept-Encoding"))
                        .preferred(Compression.codings())
                        .orElse(ContentCoding.IDENTITY)
                : ContentCoding.IDENTITY;
    }

    private static List<Field> varied(List<Field> fields, Answer plain) {
        var varied = new ArrayList<>(fields);
        if (isText(plain)) {
            varied.add(new Field("Vary", "Accept-Encoding"));
        }
        return varied;
    }

    private static Field etag(String tag) {
        return new Field("ETag", '"' + tag + '"');
    }

    /** Whether a tag is that of the content with this plain tag, in whichever coding. */
    private static boolean isOf(String plain, String tag) {
        for (var coding : ContentCoding.values()) {
            if (tag.equals(plain + coding.suffix())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(Answer answer) {
        String type =
                Optional.ofNullable(answer.value("Content-Type")).orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || type.contains("xml") || type.contains("json");
    }

    private static @Nullable Instant modified(Answer plain) {
        return Optional.ofNullable(plain.value("Last-Modified"))
                .flatMap(HttpDate::parse)
                .orElse(null);
    }
}
