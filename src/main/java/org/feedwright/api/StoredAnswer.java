package org.feedwright.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.feedwright.http.Answer;

/** An answer that is kept, to be given again. */
record StoredAnswer(int status, List<Answer.Field> fields, String body) {
    static StoredAnswer of(Answer answer) {
        return new StoredAnswer(answer.status(), answer.fields(), new String(answer.bytes(), StandardCharsets.UTF_8));
    }

    Answer answer() {
        return Answer.of(status, fields, body.getBytes(StandardCharsets.UTF_8));
    }
}
