package org.feedwright.poll;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.feedwright.http.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The header fields that a poll may ask for, picked out of all that a request has: it asks for half a dozen, and would look
 * at all of them each time.
 */
final class PollFields implements Fields {
    /** Of the fields that Jetty knows by name, those that a poll asks for. */
    private static final Set<HttpHeader> KNOWN = EnumSet.of(
            HttpHeader.ACCEPT_ENCODING,
            HttpHeader.IF_MATCH,
            HttpHeader.IF_MODIFIED_SINCE,
            HttpHeader.IF_NONE_MATCH,
            HttpHeader.IF_UNMODIFIED_SINCE,
            HttpHeader.USER_AGENT);

    private final HttpField[] fields;
    private int count;

    PollFields(HttpFields all) {
        fields = new HttpField[all.size()];
        for (int i = 0; i < fields.length; i++) {
            var field = all.getField(i);
            var header = field.getHeader();
            if (header == null || KNOWN.contains(header)) {
                fields[count++] = field;
            }
        }
    }

    @Override
    public @Nullable String value(String name) {
        String value = null;
        for (int i = 0; i < count; i++) {
            var field = fields[i];
            if (field.is(name)) {
                value = value == null ? field.getValue() : value + ", " + field.getValue();
            }
        }
        return value;
    }
}
