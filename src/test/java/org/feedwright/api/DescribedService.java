package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.feedwright.testing.OpenApi;
import org.jspecify.annotations.Nullable;

/** Asks a running service, and holds each answer against the API's description. */
final class DescribedService {
    static final OpenApi DESCRIPTION = OpenApi.read();

    private final ApiService service;
    private final Set<String> seen = new TreeSet<>();

    DescribedService(ApiService service) {
        this.service = service;
    }

    /** An address of a path of the description. */
    static String at(String path, String feed, String last) {
        return path.replace("{feed}", feed).replaceFirst("\\{[a-z]+}$", last);
    }

    /** @param last the article, file or upload, where the path names one */
    HttpResponse<String> ask(
            int status, String method, String path, String feed, String last, @Nullable String body, String... fields) {
        return askAt(status, method, path, at(path, feed, last), body, fields);
    }

    HttpResponse<String> askAt(
            int status, String method, String path, String address, @Nullable String body, String... fields) {
        var answer = service.send(method, address, body, fields);
        assertThat(answer.statusCode())
                .as(method + " " + address + ": " + answer.body())
                .isEqualTo(status);
        check(method, path, answer);
        return answer;
    }

    void check(String method, String path, HttpResponse<String> answer) {
        var operation = DESCRIPTION.operation(method, path);
        assertThat(DESCRIPTION.violations(
                        operation, answer.statusCode(), answer.headers().map(), answer.body()))
                .as(answer.body())
                .isEmpty();
        seen.add(OpenApi.name(operation) + " " + answer.statusCode());
    }

    /**
     * Fails unless every operation of these paths has answered with every status that is described, but for 503 and 507,
     * which take a store that does not answer or is full; that their field is there, the description demands.
     */
    void hasAnsweredWithEveryStatusOf(Set<String> paths) {
        var described = DESCRIPTION.statuses(paths);
        described.removeIf(status -> status.endsWith(" 503") || status.endsWith(" 507"));
        assertThat(seen).isEqualTo(described);
    }
}
