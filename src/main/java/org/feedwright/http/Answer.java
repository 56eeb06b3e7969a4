package org.feedwright.http;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a request: status, header fields and body, whoever sends it.
 *
 * @param fields in the order in which they are sent; {@code Date} is the sender's to add
 * @param body empty where the status has none
 */
public record Answer(int status, List<Field> fields, ByteBuffer body) {
    private static final int FIRST_ERROR = 400;

    /** A header field. */
    public record Field(String name, String value) {}

    public Answer {
        fields = List.copyOf(fields);
    }

    public static Answer of(int status, List<Field> fields, byte[] body) {
        return new Answer(status, fields, ByteBuffer.wrap(body));
    }

    /** An answer without a body. */
    public static Answer of(int status, Field... fields) {
        return new Answer(status, List.of(fields), ByteBuffer.allocate(0));
    }

    boolean isError() {
        return status >= FIRST_ERROR;
    }

    /** The first value of a header field; null where the answer has no such field. */
    public @Nullable String value(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst()
                .orElse(null);
    }

    /** The answer with more header fields, after those that it has. */
    public Answer with(Field... more) {
        return new Answer(
                status, Stream.concat(fields.stream(), Stream.of(more)).toList(), body);
    }

    /** A copy of the body. */
    public byte[] bytes() {
        byte[] bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        return bytes;
    }

    /** Those of the header fields that have one of these names. */
    Field[] only(Set<String> names) {
        return fields.stream().filter(field -> names.contains(field.name())).toArray(Field[]::new);
    }
}
