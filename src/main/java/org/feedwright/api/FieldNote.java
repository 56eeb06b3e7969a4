package org.feedwright.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A problem or a warning of one part of a request.
 *
 * @param pointer the part, as a JSON Pointer in a fragment (RFC 6901 §6); {@link #WHOLE} is the whole
 * @param line the line in a body, counted from 1; null elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldNote(String pointer, @Nullable Integer line, String detail, String remedy) {
    public static final String WHOLE = "#";

    /** The note of a part of something that stands in the request itself. */
    FieldNote within(String outer) {
        return new FieldNote(outer + pointer.substring(WHOLE.length()), line, detail, remedy);
    }
}
