package org.feedwright.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A problem or a warning of one part of a request.
 *
 * @param pointer the part, as a JSON Pointer in a fragment (RFC 6901 §6); {@code #} is the whole
 * @param line the line in a body, counted from 1; null elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FieldNote(String pointer, @Nullable Integer line, String detail, String remedy) {}
