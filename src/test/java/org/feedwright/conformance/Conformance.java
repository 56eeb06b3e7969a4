package org.feedwright.conformance;

import java.util.List;
import org.feedwright.document.FeedFormat;

/** Whether a document is what its specification says, judged by nothing that helped to write it. */
public final class Conformance {
    private Conformance() {}

    /** What is wrong with the document, in words; nothing if it conforms. */
    public static List<String> violations(FeedFormat format, byte[] document) {
        return switch (format) {
            case ATOM -> AtomSchema.violations(document);
            case RSS -> RssRules.violations(document);
            case JSON -> JsonFeedSchema.violations(document);
            case RDF -> RdfRules.violations(document);
        };
    }
}
