package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The requests of a {@link Sequence}. */
final class ApiActs {
    private final Sequence sequence;
    private final RandomGenerator random;
    private int keys;

    /** The slugs of articles that are there and say that they are withdrawn. */
    final Set<String> withdrawnByAKey = new HashSet<>();

    ApiActs(Sequence sequence, RandomGenerator random) {
        this.sequence = sequence;
        this.random = random;
    }

    Sent next(Instant now) {
        String slug = anySlug();
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> put(slug, now);
            case 4, 5 -> patch(slug, now);
            case 6, 7 -> delete(slug);
            case 8 -> bringBack(now);
            case 9 -> batch(now);
            case 10 -> ofAnother(slug);
            default -> refused(slug);
        };
    }

    private String anySlug() {
        return sequence.name() + "-a" + random.nextInt(4);
    }

    private boolean isThere(String slug) {
        return sequence.model.containsKey(slug);
    }

    private Sent change(
            String method, String path, @Nullable String content, int expected, Consumer<HttpResponse<String>> then) {
        String key = "\"" + sequence.name() + " " + keys++ + "\"";
        return new Sent(method, path, content, key, false, List.of(), List.of(expected), then);
    }

    /** The members of a new state: of now, of a date, of a date ahead, a draft, or one that was seen and is withdrawn. */
    private Sent put(String slug, Instant now) {
        String title = sequence.newTitle();
        var known = sequence.model.get(slug);
        String more = switch (random.nextInt(6)) {
            case 0 -> ", \"published\": \"2026-05-30T00:00:00Z\"";
            case 1 -> ", \"published\": \"" + ahead(now) + "\"";
            case 2 -> ", \"draft\": true";
            case 3 -> known != null && sequence.wasSeen(known) ? ", \"withdrawn\": \"A mistake\"" : "";
            default -> "";
        };
        return change(
                "PUT",
                sequence.article(slug),
                "{" + members(title) + more + "}",
                isThere(slug) ? 200 : 201,
                answer -> know(slug, title, answer, now));
    }

    private static String members(String title) {
        return "\"title\": \"" + title + "\", \"body\": {\"text\": \"Text " + title.length() + " x\"}";
    }

    private Instant ahead(Instant now) {
        return Instant.ofEpochSecond(
                now.plus(Duration.ofMinutes(random.nextInt(1, 600))).getEpochSecond());
    }

    private void know(String slug, String title, HttpResponse<String> answer, Instant now) {
        var written = json(answer);
        boolean isWithdrawn = written.has("withdrawn");
        boolean isDraft = written.has("draft");
        var published = isDraft ? written.at("/none") : written.at("/published");
        sequence.know(slug, title, isWithdrawn || isDraft, written.at("/stored/id"), published, now);
        boolean isAhead =
                published.isString() && Instant.parse(published.asString()).isAfter(now);
        assertThat(written.at("/stored/state").asString())
                .isEqualTo(isWithdrawn ? "withdrawn" : isDraft ? "draft" : isAhead ? "scheduled" : "published");
        if (isWithdrawn) {
            withdrawnByAKey.add(slug);
        } else {
            withdrawnByAKey.remove(slug);
        }
    }

    private Sent patch(String slug, Instant now) {
        var known = sequence.model.get(slug);
        if (known == null) {
            return Sent.refused("PATCH", sequence.article(slug), "{\"draft\": null}", 404, 410);
        }
        String title = sequence.newTitle();
        return switch (random.nextInt(4)) {
            case 0, 1 -> patch(slug, "{\"draft\": null}", known.title(), now);
            case 2 -> patch(slug, "{\"published\": \"" + ahead(now) + "\"}", known.title(), now);
            default -> patch(slug, "{\"title\": \"" + title + "\"}", title, now);
        };
    }

    private Sent patch(String slug, String content, String title, Instant now) {
        return change("PATCH", sequence.article(slug), content, 200, answer -> know(slug, title, answer, now));
    }

    private Sent delete(String slug) {
        return isThere(slug)
                ? change("DELETE", sequence.article(slug) + "?reason=Because", null, 204, _ -> {
                    sequence.forget(slug);
                    withdrawnByAKey.remove(slug);
                })
                : Sent.refused("DELETE", sequence.article(slug), null, 404, 410);
    }

    /** Publishes a withdrawn article again, as itself. */
    private Sent bringBack(Instant now) {
        var free = sequence.withdrawn.entrySet().stream()
                .filter(each -> !isThere(each.getKey()))
                .findFirst();
        if (free.isEmpty()) {
            return put(anySlug(), now);
        }
        String slug = free.get().getKey();
        String id = free.get().getValue();
        String title = sequence.newTitle();
        return change(
                "PUT", sequence.article(slug), "{\"id\": \"" + id + "\", " + members(title) + "}", 201, answer -> {
                    assertThat(json(answer).at("/stored/id").asString()).isEqualTo(id);
                    know(slug, title, answer, now);
                });
    }

    private Sent batch(Instant now) {
        var titles = new TreeMap<String, String>();
        Stream.generate(this::anySlug).limit(3).forEach(slug -> titles.computeIfAbsent(slug, _ -> sequence.newTitle()));
        return change(
                "POST",
                sequence.articles(),
                batch(titles),
                200,
                answer -> json(answer).get("articles").values().forEach(each -> {
                    String slug = each.get("slug").asString();
                    sequence.know(
                            slug,
                            Objects.requireNonNull(titles.get(slug)),
                            false,
                            each.get("id"),
                            each.get("published"),
                            now);
                    withdrawnByAKey.remove(slug);
                }));
    }

    private static String batch(Map<String, String> titles) {
        return titles.entrySet().stream()
                .map(each -> "{\"slug\": \"" + each.getKey() + "\", " + members(each.getValue()) + "}")
                .collect(Collectors.joining(", ", "{\"articles\": [", "]}"));
    }

    /** Who may not publish here changes nothing. */
    private Sent ofAnother(String slug) {
        String article = sequence.article(slug);
        return switch (random.nextInt(4)) {
            case 0 ->
                Sent.refused("PUT", article, "{" + members(sequence.newTitle()) + "}", 403)
                        .byAnother();
            case 1 -> Sent.refused("DELETE", article, null, 403).byAnother();
            case 2 -> Sent.refused("PATCH", article, "{\"draft\": null}", 403).byAnother();
            default -> Sent.refused("GET", article, null, 403).byAnother();
        };
    }

    /** What is wrong, or meets another state than it expects, changes nothing. */
    private Sent refused(String slug) {
        String article = sequence.article(slug);
        String content = "{" + members(sequence.newTitle()) + "}";
        var file = sequence.model.entrySet().stream()
                .filter(each -> FileActs.isOfAFile(each.getKey()))
                .findFirst();
        return switch (random.nextInt(6)) {
            case 0 -> Sent.refused("PUT", article, "{\"title\": \" \"}", 422);
            case 1 -> Sent.refused("PUT", article, content, 412).with("If-Match", "\"x\"");
            case 2 ->
                isThere(slug)
                        ? Sent.refused("PUT", article, content, 412).with("If-None-Match", "*")
                        : Sent.refused("PUT", article, content.replace('}', ' '), 400);
            case 3 ->
                Sent.refused(
                        "POST", sequence.articles(), batch(Map.of(slug, sequence.newTitle(), slug + "b", " ")), 422);
            default ->
                file.isEmpty()
                        ? Sent.refused("PUT", article, content, 412).with("If-Match", "\"x\"")
                        : ofAFile(file.get().getKey(), file.get().getValue());
        };
    }

    /** What a file holds is neither changed nor taken. */
    private Sent ofAFile(String slug, KnownArticle known) {
        String content = members(sequence.newTitle());
        return switch (random.nextInt(known.id().isEmpty() ? 3 : 4)) {
            case 0 -> Sent.refused("PUT", sequence.article(slug), "{" + content + "}", 409);
            case 1 -> Sent.refused("DELETE", sequence.article(slug), null, 409);
            case 2 -> Sent.refused("PATCH", sequence.article(slug), "{\"draft\": null}", 409);
            default ->
                Sent.refused(
                        "PUT",
                        sequence.article(sequence.name() + "-a9"),
                        "{\"id\": \"" + known.id() + "\", " + content + "}",
                        409);
        };
    }
}
