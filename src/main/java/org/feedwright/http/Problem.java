package org.feedwright.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.feedwright.http.Answer.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private static final Field TYPE = new Field("Content-Type", "application/problem+json");

    public static Problem of(int status, @Nullable String detail, @Nullable String instance) {
        return new Problem(title(status), status, detail, instance, null, null);
    }

    /** A problem of which nothing is known but its status. */
    public static Problem of(int status, @Nullable String instance) {
        return of(status, detail(status), instance);
    }

    /** The problem that an article was withdrawn. */
    public static Problem withdrawn(
            String detail, @Nullable String instance, @Nullable String reason, @Nullable String since) {
        return new Problem(title(410), 410, detail, instance, reason, since);
    }

    /**
     * The answer that tells the problem.
     *
     * @param more further header fields
     */
    public Answer answer(Field... more) {
        return Answer.of(
                        status,
                        List.of(TYPE, CommonFields.NO_CACHE, CommonFields.NO_SNIFFING),
                        JSON.writeValueAsBytes(this))
                .with(more);
    }

    private static @Nullable String title(int status) {
        var known = HttpStatus.resolve(status);
        return known == null ? null : known.getReasonPhrase();
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 410 -> "What was at this address has been taken back for good, or has ended.";
            case 412 -> "What is here is not what If-Match or If-Unmodified-Since names.";
            default ->
                status < 500
                        ? "The address is not meant to be used this way."
                        : "This cannot be answered just now. Please ask again later.";
        };
    }
}
