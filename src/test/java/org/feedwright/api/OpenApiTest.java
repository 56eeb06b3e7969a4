package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.field;
import static org.feedwright.api.ApiService.with;
import static org.feedwright.api.DescribedService.DESCRIPTION;
import static org.feedwright.api.DescribedService.at;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.testing.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The API's description says what the code does and the running service answers, and nothing else. */
@SuppressWarnings("NullAway.Init") // JUnit sets them before the tests
class OpenApiTest {
    private static final String FEEDS = "/api/v1/feeds";
    private static final String FEED = FEEDS + "/{feed}";
    private static final String ARTICLES = FEED + "/articles";
    private static final String PREVIEW = ARTICLES + "/preview";
    private static final String ARTICLE = ARTICLES + "/{slug}";

    /** Answers to requests that no operation describes: a method that an address does not have. */
    private static final Set<String> OF_NO_OPERATION = Set.of("405");

    private static final Pattern STATED = Pattern.compile(
            "(?:new Refusal|Refusal\\.of|Problem\\.of|form\\.refusal|Answer\\.of|Json\\.answer)\\(\\s*([0-9]{3}),?");

    /** Where a status is decided by what else is known. */
    private static final Pattern CHOSEN = Pattern.compile("isNew(?:\\(\\))? \\? ([0-9]{3}) : ([0-9]{3})");

    @TempDir
    static Path directory;

    private static ApiService service;
    private static HttpResponse<String> veryFirst;

    private final DescribedService described = new DescribedService(service);

    @BeforeAll
    static void start() throws IOException {
        Path feed = Files.createDirectories(directory.resolve("feeds/files"));
        Files.writeString(feed.resolve("feed.yaml"), "title: Files\n");
        Files.writeString(feed.resolve("file.md"), "---\ntitle: A file\npublished: 2026-05-30\n---\nText\n");
        service = ApiService.start(
                directory,
                Database.SQLITE,
                "--feedwright.api.max-request-size=20KB",
                "--feedwright.api.require-if-match=true",
                "--feedwright.access.failed-tries=1");
        veryFirst = service.get(FEEDS);
        service.use(service.administrator());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void describesEveryAddressAndNoOther() {
        var addresses = service.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/v1/"))
                .map(path -> path.replace("{*", "{")) // a name with folders
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(DESCRIPTION.paths()).isEqualTo(addresses);
    }

    @Test
    void describesEveryMethodAndNoOther() {
        for (String path : DESCRIPTION.paths()) {
            if (!path.equals(PREVIEW)) { // other methods there are those of an article with this name
                var answer = service.send("BREW", at(path, "news", "rain"), null);
                var allowed = new TreeSet<>(Arrays.asList(field(answer, "Allow").split(", ", -1)));
                allowed.remove("HEAD"); // is answered as GET
                assertThat(DESCRIPTION.methods(path)).as(path).isEqualTo(allowed);
            }
        }
    }

    @Test
    void describesEveryStatusThatTheCodeStates() throws IOException {
        var described = DESCRIPTION.statuses().stream()
                .map(status -> status.split(" ", -1)[1])
                .collect(Collectors.toCollection(TreeSet::new));
        described.addAll(OF_NO_OPERATION);

        assertThat(described).isEqualTo(stated());
    }

    private static Set<String> stated() throws IOException {
        var all = new TreeSet<String>();
        for (String source : List.of("api", "api/media", "upload", "access")) {
            try (var files = Files.list(Path.of("src/main/java/org/feedwright", source))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String code = Files.readString(file);
                    Stream.concat(
                                    STATED.matcher(code).results(),
                                    CHOSEN.matcher(code).results())
                            .forEach(stated -> all.addAll(groups(stated)));
                }
            }
        }
        return all;
    }

    private static List<String> groups(MatchResult match) {
        var groups = new ArrayList<String>();
        for (int i = 1; i <= match.groupCount(); i++) {
            groups.add(match.group(i));
        }
        return groups;
    }

    @Test
    void answersInEveryOperationWithEveryStatusAsIsDescribed() {
        described.check("GET", FEEDS, veryFirst);
        everywhere();
        readsAndDefinesFeeds();
        writesArticles();
        writesManyArticles();
        changesAndWithdrawsArticles();

        described.hasAnsweredWithEveryStatusOf(others());
    }

    /** Files have a test of their own. */
    private static Set<String> others() {
        var paths = DESCRIPTION.paths();
        paths.removeAll(OpenApiMediaTest.PATHS);
        return paths;
    }

    /** What the gate and the reading of a request say is the same everywhere. */
    private void everywhere() {
        String large = "{\"title\": \"" + "x".repeat(30_000) + "\"}";
        service.get(FEEDS, "Authorization", "Bearer wrong", "X-Forwarded-For", "192.0.2.9");
        for (String path : others()) {
            for (String method : DESCRIPTION.methods(path)) {
                described.ask(401, method, path, "news", "rain", null, "Authorization", "");
                described.ask(429, method, path, "news", "rain", null, "X-Forwarded-For", "192.0.2.9");
                described.ask(413, method, path, "news", "rain", large);
                if (!path.equals(FEEDS)) {
                    described.ask(
                            403,
                            method,
                            path,
                            "news",
                            "rain",
                            null,
                            "Authorization",
                            "Bearer " + service.publisher("x"));
                }
                if (!method.equals("GET") && !method.equals("DELETE")) {
                    described.ask(415, method, path, "news", "rain", "{}", "Content-Type", "text/plain");
                    described.ask(400, method, path, "news", "rain", "{", "Content-Type", type(method));
                }
            }
        }
    }

    private static String type(String method) {
        return method.equals("PATCH") ? ApiRequest.PATCH : ApiRequest.JSON;
    }

    private static String tag(HttpResponse<String> answer) {
        return field(answer, "ETag");
    }

    private void readsAndDefinesFeeds() {
        String news = "{\"title\": \"News\", \"window\": 5, \"content\": \"full\", \"home\": \"https://example.org/\","
                + " \"authors\": null, \"podcast\": null, \"keys\": null}";
        String made = tag(described.ask(201, "PUT", FEED, "news", "", news));
        described.ask(200, "PUT", FEED, "news", "", news, "If-Match", made);
        described.ask(428, "PUT", FEED, "news", "", news);
        described.ask(412, "PUT", FEED, "news", "", news, "If-Match", "\"x\"");
        described.ask(409, "PUT", FEED, "files", "", news);
        described.ask(422, "PUT", FEED, "other", "", "{\"titel\": \"x\"}");
        described.ask(404, "PUT", FEED, "No_Feed", "", news);
        described.askAt(200, "GET", FEEDS, FEEDS, null);
        described.ask(200, "GET", FEED, "news", "", null);
        described.ask(200, "GET", FEED, "files", "", null);
        described.ask(304, "GET", FEED, "news", "", null, "If-None-Match", made);
        described.ask(412, "GET", FEED, "news", "", null, "If-Match", "\"x\"");
        described.ask(404, "GET", FEED, "nothing", "", null);
        described.ask(400, "DELETE", FEED, "news", "", null, "Idempotency-Key", "\"");
        described.ask(404, "DELETE", FEED, "nothing", "", null);
        described.ask(409, "DELETE", FEED, "files", "", null);
        described.ask(412, "DELETE", FEED, "news", "", null, "If-Match", "\"x\"");
        described.ask(428, "DELETE", FEED, "news", "", null);
        String ended = tag(described.ask(201, "PUT", FEED, "ended", "", news));
        described.ask(204, "DELETE", FEED, "ended", "", null, "If-Match", ended, "Idempotency-Key", "end");
        described.ask(422, "DELETE", FEED, "news", "", null, "If-Match", made, "Idempotency-Key", "end");
    }

    private void writesArticles() {
        String rain =
                "{\"title\": \"Rain\", \"published\": \"2026-05-30\", \"sumary\": \"x\", \"authors\": [\"Ann\"], \"highlights\": null,"
                        + " \"body\": {\"markdown\": \"It rained\"}}";
        String made = tag(described.ask(201, "PUT", ARTICLE, "news", "rain", rain));
        described.ask(200, "PUT", ARTICLE, "news", "rain", rain, "If-Match", made);
        described.ask(428, "PUT", ARTICLE, "news", "rain", rain);
        described.ask(412, "PUT", ARTICLE, "news", "rain", rain, "If-Match", "\"x\"");
        described.ask(409, "PUT", ARTICLE, "files", "file", rain);
        described.ask(404, "PUT", ARTICLE, "nothing", "rain", rain);
        described.ask(422, "PUT", ARTICLE, "news", "sun", "{\"title\": \"Sun\", \"published\": \"06.05.2013\"}");
        described.ask(200, "GET", ARTICLE, "news", "rain", null);
        described.ask(200, "GET", ARTICLE, "files", "file", null);
        described.ask(304, "GET", ARTICLE, "news", "rain", null, "If-None-Match", made);
        described.ask(412, "GET", ARTICLE, "news", "rain", null, "If-Match", "\"x\"");
        described.ask(404, "GET", ARTICLE, "news", "nothing", null);
        described.ask(200, "POST", PREVIEW, "news", "", "{\"slug\": \"sun\", \"title\": \"Sun\", \"draft\": true}");
        described.ask(200, "POST", PREVIEW, "news", "", "{\"title\": \"Sun\", \"withdrawn\": true}");
        described.ask(404, "POST", PREVIEW, "nothing", "", rain);
        described.ask(409, "POST", PREVIEW, "files", "", "{\"slug\": \"file\", \"title\": \"x\"}");
        described.ask(422, "POST", PREVIEW, "news", "", "{\"title\": \"Sun\", \"published\": \"x\"}");
    }

    private void writesManyArticles() {
        String two = "{\"articles\": [{\"slug\": \"one\", \"title\": \"One\"},"
                + " {\"slug\": \"two\", \"title\": \"Two\", \"draft\": true}]}";
        described.ask(412, "POST", ARTICLES, "news", "", two, "If-Match", "\"x\"");
        described.ask(200, "POST", ARTICLES, "news", "", two);
        described.ask(428, "POST", ARTICLES, "news", "", two);
        described.ask(404, "POST", ARTICLES, "nothing", "", two);
        described.ask(409, "POST", ARTICLES, "files", "", "{\"articles\": [{\"slug\": \"file\", \"title\": \"x\"}]}");
        described.ask(422, "POST", ARTICLES, "news", "", "{\"articles\": []}");
        described.ask(200, "GET", ARTICLES, "news", "", null);
        described.askAt(200, "GET", ARTICLES, at(ARTICLES, "news", "") + "?limit=1", null);
        described.askAt(400, "GET", ARTICLES, at(ARTICLES, "news", "") + "?limit=0", null);
        described.ask(404, "GET", ARTICLES, "nothing", "", null);
    }

    private void changesAndWithdrawsArticles() {
        String draft = "{\"draft\": true}";
        String[] patch = {"Content-Type", ApiRequest.PATCH};
        String before = tag(service.get(at(ARTICLE, "news", "one")));
        described.ask(428, "PATCH", ARTICLE, "news", "one", draft, patch);
        described.ask(412, "PATCH", ARTICLE, "news", "one", draft, with(patch, "If-Match", "\"x\""));
        String after = tag(described.ask(
                200, "PATCH", ARTICLE, "news", "one", "{\"rights\": \"x\"}", with(patch, "If-Match", before)));
        described.ask(422, "PATCH", ARTICLE, "news", "one", "{\"published\": \"x\"}", with(patch, "If-Match", after));
        described.ask(404, "PATCH", ARTICLE, "news", "nothing", draft, patch);
        described.ask(409, "PATCH", ARTICLE, "files", "file", draft, patch);
        described.ask(400, "DELETE", ARTICLE, "news", "one", null, "Idempotency-Key", "\"");
        described.ask(404, "DELETE", ARTICLE, "news", "nothing", null);
        described.ask(409, "DELETE", ARTICLE, "files", "file", null);
        described.ask(412, "DELETE", ARTICLE, "news", "one", null, "If-Match", "\"x\"");
        described.ask(428, "DELETE", ARTICLE, "news", "one", null);
        described.askAt(
                204,
                "DELETE",
                ARTICLE,
                at(ARTICLE, "news", "one") + "?reason=Wrong",
                null,
                "If-Match",
                after,
                "Idempotency-Key",
                "w");
        described.ask(422, "DELETE", ARTICLE, "news", "two", null, "Idempotency-Key", "w");
        described.ask(410, "DELETE", ARTICLE, "news", "one", null);
        described.ask(410, "GET", ARTICLE, "news", "one", null);
        described.ask(410, "PATCH", ARTICLE, "news", "one", draft, patch);
    }
}
