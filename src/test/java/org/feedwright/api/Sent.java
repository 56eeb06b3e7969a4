package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request of a {@link Sequence}.
 *
 * @param key its Idempotency-Key; empty for none
 * @param expected the statuses that it may be answered with
 * @param then follows what was acknowledged
 */
record Sent(
        String method,
        String path,
        @Nullable String content,
        String key,
        boolean isByAnother,
        List<String> fields,
        List<Integer> expected,
        Consumer<HttpResponse<String>> then) {

    /** One that is refused, and so changes nothing. */
    static Sent refused(String method, String path, @Nullable String content, Integer... expected) {
        return new Sent(method, path, content, "", false, List.of(), List.of(expected), _ -> {});
    }

    Sent byAnother() {
        return new Sent(method, path, content, key, true, fields, expected, then);
    }

    Sent with(String name, String value) {
        return new Sent(method, path, content, key, isByAnother, List.of(name, value), expected, then);
    }

    HttpResponse<String> to(ApiService service, Sequence.Tokens tokens) {
        var all = new ArrayList<>(fields);
        all.addAll(List.of(
                "Authorization", "Bearer " + (isByAnother ? tokens.other() : tokens.own()), "Idempotency-Key", key));
        return method.equals("PATCH")
                ? service.patch(path, String.valueOf(content), all.toArray(String[]::new))
                : service.send(method, path, content, all.toArray(String[]::new));
    }

    void judge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(expected);
        if (answer.statusCode() < 300) {
            then.accept(answer);
        }
    }

    @Override
    public String toString() {
        return method + " " + path + " " + fields + " " + key + " " + content;
    }
}
