package org.feedwright.access;

import java.util.List;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.CommonFields;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/**
 * What went wrong, as OAuth and Micropub tell it: "the response body MUST be encoded as a JSON object and include at
 * least a single property named error" (Micropub §3.8).
 *
 * @param error a word for programs, such as {@code invalid_request}
 * @param errorDescription sentences for people
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record OAuthError(String error, String errorDescription) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<Field> FIELDS = List.of(
            new Field("Content-Type", "application/json"),
            new Field("Cache-Control", "no-store"),
            CommonFields.NO_SNIFFING);

    /**
     * The answer that tells the error.
     *
     * @param more further header fields
     */
    public Answer answer(int status, Field... more) {
        return Answer.of(status, FIELDS, JSON.writeValueAsBytes(this)).with(more);
    }
}
