package org.feedwright.http;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * An answer as HTTP has it, whoever sends it.
 *
 * @param fields in the order in which they are sent; {@code Date} is the sender's to add
 * @param body empty where the status has none
 */
public record Answer(int status, List<Field> fields, ByteBuffer body) {
    public record Field(String name, String value) {}

    public Answer {
        fields = List.copyOf(fields);
    }
}
