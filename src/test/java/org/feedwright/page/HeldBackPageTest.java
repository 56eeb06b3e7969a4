package org.feedwright.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.feedwright.Feedwright;
import org.feedwright.testing.Requests;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What is held back, as editors are shown it who try Feedwright out on their own machine, and nobody else. */
class HeldBackPageTest {
    private static final String FILE = "'x' \"y\"><b onclick=z>&amp;.md";

    @TempDir
    private Path directory;

    private @Nullable ConfigurableApplicationContext context;

    @BeforeEach
    void makeFolder() throws IOException {
        write("bad/feed.yaml", "subtitle: Secret\n");
        write("held/feed.yaml", "title: The feed held\nhome: https://example.org/\n");
        write("held/bad.md", "---\ntitle: Untold\n---\nUntold\n");
        write("held/" + FILE, "---\n<b>: 1\n---\n");
        write("held-too/feed.yaml", "title: Another feed\n");
        write("held-too/bad.md", "---\ntitle: Untold\n---\nUntold\n");
        write("held/secret-merger.md", "---\ntitle: Merger\nstatus: draft\n---\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve("feeds").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void start(String base) {
        context = new SpringApplicationBuilder(Feedwright.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--feedwright.base-url=" + base,
                        "--feedwright.folder=" + directory.resolve("feeds"),
                        "--feedwright.data=" + directory.resolve("data"));
    }

    @AfterEach
    void stop() {
        requireNonNull(context).close();
    }

    private HttpResponse<String> get(String port, String path) {
        return new Requests(requireNonNull(context).getEnvironment().getRequiredProperty(port, Integer.class))
                .send(BodyHandlers.ofString(), "GET", path);
    }

    private Document page(String path) {
        return Jsoup.parse(get("local.server.port", path).body());
    }

    private String health() {
        return get("local.management.port", "/actuator/health").body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1/blog", "https://[::1]:8443"})
    void showsEditorsWhatIsHeldBackAndWhatToDo(String base) {
        start(base);

        await().untilAsserted(() -> {
            var held = page("/").select("#quarantine li:has(:containsOwn(bad/feed.yaml))");
            assertThat(held.select(".place").text()).isEqualTo("bad/feed.yaml, line 1");
            assertThat(held.select(".wrong").text()).isEqualTo("the feed has no title");
            assertThat(held.select(".remedy").text()).isEqualTo("What to do: add a line 'title: …'");
            var page = page("/feeds/held");
            assertThat(page.select("#quarantine .place bdi").eachText())
                    .containsOnly("held/" + FILE, "held/bad.md", "held/");
            assertThat(page.select("#quarantine b")).isEmpty();
            assertThat(page.text()).doesNotContain("Untold", "Secret", "merger");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://feeds.example.org", "http://localhost.example.org", "http://127.0.0.1.nip.io"})
    void showsReadersNothingOfIt(String base) {
        start(base);

        await().untilAsserted(() -> {
            assertThat(health()).contains("bad/feed.yaml:1: the feed has no title; add a line 'title: …'");
            assertThat(page("/feeds/held").select("h1").text()).isEqualTo("The feed held");
        });
        assertThat(page("/feeds/held").select("#quarantine")).isEmpty();
        assertThat(page("/").select("#quarantine")).isEmpty();
    }

    @Test
    void tellsTheOperatorOfProblemsAndWarningsAndStaysUp() throws IOException {
        write("held/warned.md", "---\ntitle: Warned\npublished: 2026-01-26\ncolour: red\n---\n");
        start("https://feeds.example.org");

        await().untilAsserted(() -> assertThat(health())
                .contains("held/warned.md:4: the key 'colour' is not known")
                .contains("held/secret-merger.md:2: the article has no date", "\"warnings\":1")
                .startsWith("{\"components\"")
                .contains("\"folder\":{\"details\":", "\"status\":\"UP\""));
    }
}
