package org.feedwright.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose header fields are encoded already, to be sent many times.
 *
 * @param body null where the status has none
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it
public record EncodedAnswer(
        int status, HttpField[] fields, @Nullable ByteBuffer body) {
    public static EncodedAnswer of(Answer answer) {
        var fields = answer.fields().stream()
                .map(field -> new PreEncodedHttpField(HttpHeader.CACHE.get(field.name()), field.name(), field.value()))
                .toArray(HttpField[]::new);
        return new EncodedAnswer(answer.status(), fields, answer.body().hasRemaining() ? answer.body() : null);
    }
}
