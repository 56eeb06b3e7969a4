package org.feedwright.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * What programs are told of an error (RFC 9457 §3.1); a problem without a {@code type} is known by its status.
 * Whoever asks again is told what is true then.
 *
 * @param title what the status is called; null where it has no name
 * @param instance the path that was asked for, as it was asked; null where that could not be read
 * @param reason why an article was withdrawn
 * @param withdrawn since when, as RFC 3339 has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Nullable String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable String reason,
        @Nullable String withdrawn) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public Problem(
            HttpStatusCode status,
            @Nullable String detail,
            @Nullable String instance,
            @Nullable String reason,
            @Nullable String withdrawn) {
        this(
                status instanceof HttpStatus known ? known.getReasonPhrase() : null,
                status.value(),
                detail,
                instance,
                reason,
                withdrawn);
    }

    public static Problem of(HttpStatusCode status, @Nullable String detail, @Nullable String instance) {
        return new Problem(status, detail, instance, null, null);
    }

    public byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    public ResponseEntity<byte[]> answer() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes());
    }
}
