package org.feedwright.page;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;

/**
 * A page as it is served to whoever asks for it.
 *
 * @param path its address, decoded, such as {@code /feeds/news}
 * @param number which further part of the page at that address it is; 1 for the page itself
 * @param status 200; 410 for what was taken back, 404 for what never was
 * @param fields what is said of it, but for its validators and its length
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it, and a copy would cost its size
public record PageCopy(String path, int number, int status, Map<String, String> fields, byte[] bytes) {
    private static final Set<String> VALIDATORS = Set.of("ETag", "Last-Modified");

    public PageCopy {
        fields = Map.copyOf(fields);
    }

    static PageCopy of(String path, Answer answer) {
        return of(path, 1, answer);
    }

    static PageCopy of(String path, int number, Answer answer) {
        var fields = answer.fields().stream()
                .filter(field -> !VALIDATORS.contains(field.name()))
                .collect(Collectors.toMap(Field::name, Field::value));
        return new PageCopy(path, number, answer.status(), fields, answer.bytes());
    }
}
