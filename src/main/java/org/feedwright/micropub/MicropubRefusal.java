package org.feedwright.micropub;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.access.OAuthError;
import org.feedwright.api.FieldNote;
import org.feedwright.api.Refusal;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;

/** Says a refusal as Micropub does (§3.8): its statuses are fewer than the API's. */
final class MicropubRefusal {
    private MicropubRefusal() {}

    /** A request that cannot be understood, or asks for what cannot be. */
    static Refusal invalid(String detail) {
        return new Refusal(400, detail);
    }

    static Answer answer(Refusal refusal) {
        int status = status(refusal);
        return new OAuthError(error(refusal), description(refusal))
                .answer(status, refusal.fields().toArray(Field[]::new));
    }

    /** "HTTP 401: insufficient_scope" is this Recommendation's own; RFC 6750 §3.1 has 403. */
    private static int status(Refusal refusal) {
        return switch (refusal.status()) {
            case 403 -> 401;
            case 404, 409, 410, 412, 415, 422, 428 -> 400;
            default -> refusal.status();
        };
    }

    private static String error(Refusal refusal) {
        return switch (refusal.status()) {
            case 401 -> "unauthorized";
            case 403 -> "insufficient_scope";
            case 429, 503, 507 -> "temporarily_unavailable";
            default -> "invalid_request";
        };
    }

    private static String description(Refusal refusal) {
        return Stream.concat(Stream.of(refusal.detail()), sentences(refusal.errors()))
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> sentences(List<FieldNote> errors) {
        return errors.stream().map(error -> error.pointer() + ": " + error.detail() + "; " + error.remedy() + ".");
    }
}
