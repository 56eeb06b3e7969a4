package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.json;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What happens to some articles of a feed, step by step, and the model of what must come of it: what was acknowledged
 * is there exactly once, ids never change and are never given again, and nothing hidden is seen.
 */
final class Sequence {
    private static final List<String> OTHERS = List.of(".atom", ".rss", ".rdf", "", "/archive/1.atom", ".json?q=x");

    private static final List<Integer> ALIVE = List.of(200);
    private static final List<Integer> UNSURE = List.of(200, 404);
    private static final List<Integer> HIDDEN = List.of(404, 410);

    private final String name;
    private final String feed;
    private final RandomGenerator random;
    private final Tokens tokens;
    private final List<String> trail = new ArrayList<>();

    /** The articles that are there, by slug. */
    final Map<String, KnownArticle> model = new TreeMap<>();

    /** The ids of articles that readers have seen and that were then withdrawn through the API, by slug. */
    final Map<String, String> withdrawn = new TreeMap<>();

    private final Set<String> ids = new HashSet<>();
    private final Set<String> seenIds = new HashSet<>();
    private final Set<String> titles = new HashSet<>();

    private final ApiActs api;
    private final FileActs files;
    private @Nullable Sent unanswered;

    /**
     * Who asks.
     *
     * @param own may publish in the feed
     * @param other may publish in other feeds only
     */
    record Tokens(String own, String other) {}

    Sequence(String name, String feed, RandomGenerator random, Tokens tokens, @Nullable Path folder) {
        this.name = name;
        this.feed = feed;
        this.random = random;
        this.tokens = tokens;
        this.api = new ApiActs(this, random);
        this.files = new FileActs(this, random, folder);
    }

    /** With it begin the slugs of its articles, and of no others in the feed. */
    String name() {
        return name;
    }

    String articles() {
        return "/api/v1/feeds/" + feed + "/articles";
    }

    String article(String slug) {
        return articles() + "/" + slug;
    }

    String newTitle() {
        String title = titlesBegin() + titles.size() + ")";
        titles.add(title);
        return title;
    }

    private String titlesBegin() {
        return "(" + name + " ";
    }

    /** Does the next step: a change of a file, or a request. */
    void step(ApiService service) {
        var now = service.clock().instant();
        if (files.isDue() || (files.isPossible() && random.nextInt(3) == 0)) {
            trail.add(files.step(now));
        } else {
            send(service, api.next(now));
        }
    }

    private void send(ApiService service, Sent sent) {
        trail.add(sent.toString());
        unanswered = sent;
        try {
            var answer = sent.to(service, tokens);
            if (service.isLost()) {
                return; // it may have been answered after the loss
            }
            unanswered = null;
            sent.judge(answer);
            if (!sent.key().isEmpty() && random.nextInt(3) == 0) {
                assertThat(sent.to(service, tokens).body()).isEqualTo(answer.body());
            }
            check(service);
        } catch (RuntimeException | AssertionError e) {
            if (!service.isLost()) {
                throw e;
            }
        }
    }

    /** Sends again what was not answered before the service was lost. */
    void sendAgain(ApiService service) {
        var sent = unanswered;
        if (sent != null) {
            trail.add("again");
            sent.judge(sent.to(service, tokens));
            unanswered = null;
        }
    }

    /** Notes what was acknowledged of an article. */
    void know(String slug, String title, boolean isKeptBack, JsonNode id, JsonNode date, Instant now) {
        var before = model.get(slug);
        boolean isBack = before == null && id.asString().equals(withdrawn.remove(slug));
        if (before != null) {
            assertThat(id.asString()).as("the id of %s", slug).isEqualTo(before.id());
        } else if (!isBack) {
            assertThat(ids.add(id.asString())).as("a new id: %s", id).isTrue();
        }
        var published = date.isString() ? Instant.parse(date.asString()) : Instant.MAX;
        // What readers have met stays where they met it, unless its date lies ahead; so does what is brought back.
        boolean isSameDate = before != null && before.published().equals(published);
        boolean wasSeen = (isBack || (before != null && before.wasSeen())) && (isSameDate || !published.isAfter(now));
        model.put(slug, new KnownArticle(title, id.asString(), isKeptBack, published, now, wasSeen));
    }

    /** Notes that an article was withdrawn through the API. */
    void forget(String slug) {
        var known = model.remove(slug);
        withdrawn.remove(slug);
        if (known != null && seenIds.contains(known.id())) {
            withdrawn.put(slug, known.id());
        }
    }

    boolean wasSeen(KnownArticle known) {
        return seenIds.contains(known.id());
    }

    /** Compares what the next poll shows with the model. */
    void check(ApiService service) {
        var now = service.clock().instant();
        var shown = new TreeMap<String, String>();
        for (var item :
                json(service.get("/feeds/" + feed + ".json")).get("items").values()) {
            String title = item.get("title").asString();
            if (title.startsWith(titlesBegin())) {
                assertThat(shown.put(title, item.get("id").asString()))
                        .as("shown twice: %s", item)
                        .isNull();
            }
        }
        for (var each : Map.copyOf(model).entrySet()) {
            var known = each.getValue();
            String id = shown.remove(known.title());
            if (id == null) {
                assertThat(known.mustBeSeen(now)).as("not seen: %s", known).isFalse();
            } else {
                assertThat(known.mayBeSeen(now)).as("seen: %s", known).isTrue();
                meet(each.getKey(), known, id);
            }
        }
        assertThat(shown).as("seen, and not known").isEmpty();
    }

    private void meet(String slug, KnownArticle known, String id) {
        if (known.id().isEmpty()) {
            assertThat(ids.add(id)).as("a new id: %s", id).isTrue();
        } else {
            assertThat(id).isEqualTo(known.id());
        }
        seenIds.add(id);
        model.put(slug, known.seenAs(id));
    }

    /** Looks for what is hidden in any other representation, and for what is not. */
    void checkElsewhere(ApiService service) {
        var now = service.clock().instant();
        String path = "/feeds/" + feed + OTHERS.get(random.nextInt(OTHERS.size()));
        String document = service.get(path).body();
        for (String title : titles) {
            var known = model.values().stream()
                    .filter(each -> each.title().equals(title))
                    .findFirst();
            if (known.filter(each -> each.mayBeSeen(now)).isEmpty()) {
                assertThat(document).as(path).doesNotContain(title);
            }
        }
        model.forEach((slug, known) -> assertThat(
                        service.get("/articles/" + feed + "/" + slug).statusCode())
                .as("the page of %s", known)
                .isIn(known.mustBeSeen(now) ? ALIVE : known.mayBeSeen(now) ? UNSURE : HIDDEN));
    }

    /** Compares what the API lists with the model, and sees that nobody else may know it. */
    void checkList(ApiService service) {
        var list = json(service.get(articles() + "?limit=500", "Authorization", "Bearer " + tokens.own()))
                .get("articles")
                .values();
        var listed = new TreeMap<String, String>();
        list.stream()
                .filter(each -> each.get("slug").asString().startsWith(name + "-"))
                .forEach(each -> assertThat(listed.put(
                                each.get("slug").asString(), each.get("title").asString()))
                        .isNull());
        var expected = new TreeMap<String, String>();
        model.forEach((slug, known) -> {
            if (!api.withdrawnByAKey.contains(slug)) {
                expected.put(slug, known.title());
            }
        });
        assertThat(listed).isEqualTo(expected);
        refuse(service.get(articles(), "Authorization", "Bearer " + tokens.other()), 403);
        refuse(service.get(articles()), 401);
    }

    private void refuse(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        titles.forEach(title -> assertThat(answer.body()).doesNotContain(title));
    }

    /** A failure says what has happened until then. */
    AssertionError explain(Throwable failure) {
        return new AssertionError(name + ": " + failure.getMessage() + "\nafter\n" + String.join("\n", trail), failure);
    }

    void note(String event) {
        trail.add(event);
    }
}
