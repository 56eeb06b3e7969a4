package org.feedwright.poll;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is sent with documents and instead of their bytes, for a server that sends them from files. */
@Component
public class Offprints {
    private final Duration maxAge;

    Offprints(PollSettings settings) {
        this.maxAge = settings.maxAge();
    }

    /** The compressed bodies that polls are answered with, by the endings that static servers look for. */
    public static Map<String, byte[]> compressed(byte[] document) {
        var bodies = new LinkedHashMap<String, byte[]>();
        for (var coding : Compression.codings()) {
            switch (coding) {
                case IDENTITY -> {}
                case GZIP -> bodies.put(".gz", Compression.of(document, coding));
                case BROTLI -> bodies.put(".br", Compression.of(document, coding));
            }
        }
        return bodies;
    }

    /** The header fields that all documents have alike. A file knows no rhythm; the quietest feed's is safe to say. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Cache-Control", "public, max-age=" + maxAge.toSeconds() + ", stale-if-error=86400");
        fields.put("Vary", Poll.VARY);
        Answers.CROSS_ORIGIN.forEach(field -> fields.put(field.name(), field.value()));
        fields.put("X-Content-Type-Options", "nosniff");
        return fields;
    }
}
