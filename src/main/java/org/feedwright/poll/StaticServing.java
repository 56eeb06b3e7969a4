package org.feedwright.poll;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.document.FeedDocument;
import org.feedwright.edition.Compression;
import org.feedwright.edition.Compression.Effort;
import org.feedwright.edition.PollSettings;
import org.feedwright.http.CommonFields;
import org.feedwright.http.ContentCoding;
import org.springframework.stereotype.Component;

/** What is sent with documents and instead of their bytes, for a server that sends them from files. */
@Component
public class StaticServing {
    private final Duration maxAge;
    private final Duration archiveMaxAge;

    StaticServing(PollSettings settings) {
        this.maxAge = settings.maxAge();
        this.archiveMaxAge = settings.archiveMaxAge();
    }

    /** The endings of compressed files that this machine can make, as static servers look for them. */
    public static SortedSet<String> endings() {
        return Compression.codings().stream()
                .filter(coding -> coding != ContentCoding.IDENTITY)
                .map(StaticServing::ending)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A compressed body that polls are answered with, by the ending of its file. */
    public static byte[] compressed(FeedDocument document, String ending) {
        return compressed(document.bytes(), ending, Effort.of(document));
    }

    /** The same of a page, of which the service sends the plain bytes. */
    public static byte[] compressed(byte[] page, String ending) {
        return compressed(page, ending, Effort.SELDOM_READ);
    }

    private static byte[] compressed(byte[] plain, String ending, Effort effort) {
        return Compression.codings().stream()
                .filter(coding -> ending(coding).equals(ending))
                .map(coding -> Compression.of(plain, coding, effort))
                .findFirst()
                .orElseThrow();
    }

    private static String ending(ContentCoding coding) {
        return switch (coding) {
            case IDENTITY -> "";
            case GZIP -> ".gz";
            case BROTLI -> ".br";
        };
    }

    /** The {@code Cache-Control} of archive documents to which nothing is added any more. */
    public String archiveCaching() {
        return "public, " + Answers.freshness(archiveMaxAge);
    }

    /** The header fields that all documents have alike. A file knows no rhythm; the quietest feed's is safe to say. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Cache-Control", "public, max-age=" + maxAge.toSeconds() + ", stale-if-error=86400");
        fields.put("Vary", Poll.VARY);
        Stream.concat(Answers.CROSS_ORIGIN.stream(), Stream.of(CommonFields.NO_SNIFFING))
                .forEach(field -> fields.put(field.name(), field.value()));
        return fields;
    }
}
