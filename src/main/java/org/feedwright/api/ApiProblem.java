package org.feedwright.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.CommonFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What went wrong with a request (RFC 9457).
 *
 * @param errors each with the part of the request that is wrong; empty where it is not in a part
 * @param warnings what should be known besides
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ApiProblem(
        @Nullable String title,
        int status,
        String detail,
        String instance,
        List<FieldNote> errors,
        List<FieldNote> warnings) {
    private static final Field TYPE = new Field("Content-Type", "application/problem+json");

    static Answer answer(Refusal refusal, String path) {
        var known = HttpStatus.resolve(refusal.status());
        var problem = new ApiProblem(
                known == null ? null : known.getReasonPhrase(),
                refusal.status(),
                refusal.detail(),
                path,
                refusal.errors(),
                refusal.warnings());
        return Answer.of(refusal.status(), List.of(TYPE, Json.NO_STORE, CommonFields.NO_SNIFFING), Json.bytes(problem))
                .with(refusal.fields().toArray(Field[]::new));
    }
}
