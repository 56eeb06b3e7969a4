package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.feedwright.testing.Manuscripts.article;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.feedwright.Feedwright;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.testing.Requests;
import org.feedwright.timeline.Publishing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The secret address of a file's draft, which is made beside a running service. */
class PreviewCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private List<String> settings() {
        return List.of(
                "--feedwright.data=" + directory.resolve("data"),
                "--feedwright.folder=" + directory.resolve("feeds"),
                "--feedwright.base-url=https://feeds.example.org");
    }

    private int run(String article) {
        out.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of("preview", article));
        all.addAll(settings());
        return Feedwright.commands()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private ConfigurableApplicationContext start() throws IOException {
        Path feed = Files.createDirectories(directory.resolve("feeds/news"));
        Files.writeString(feed.resolve("feed.yaml"), "title: News\n");
        Files.writeString(
                feed.resolve("snow.md"), "---\ntitle: Snow\npublished: 2026-01-26\ndraft: true\n---\nIt snows.\n");
        var arguments = new ArrayList<>(settings());
        arguments.addAll(List.of(
                "--server.port=0",
                "--management.server.port=-1",
                "--server.jetty.accesslog.enabled=true",
                "--server.jetty.accesslog.filename=" + directory.resolve("access.log")));
        return new SpringApplicationBuilder(Feedwright.class).run(arguments.toArray(String[]::new));
    }

    @Test
    void printsAnAddressThatTheServiceKnowsAndNoLogNames() throws IOException {
        try (var service = start()) {
            var articles = service.getBean(Articles.class);
            await().until(() ->
                    articles.find(new FeedName("news"), new Slug("snow")).isPresent());
            var requests =
                    new Requests(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));

            assertThat(run("news/snow")).isZero();
            String address = out.toString().lines().toList().getLast();
            assertThat(address).startsWith("https://feeds.example.org/preview/");
            String path = URI.create(address).getRawPath();
            assertThat(requests.get(path).statusCode()).isEqualTo(200);
            assertThat(requests.get("/articles/news/snow").statusCode()).isEqualTo(404);

            await().until(() ->
                    Files.readString(directory.resolve("access.log")).contains("/articles/news/snow"));
            assertThat(Files.readString(directory.resolve("access.log"))).doesNotContain("/preview/");
            assertThat(run("news/rain")).isEqualTo(Commands.NOT_DONE);
            assertThat(err.toString()).contains("The store has no article news/rain");

            var snow = articles.find(new FeedName("news"), new Slug("snow")).orElseThrow();
            var publishing = service.getBean(Publishing.class);
            publishing.revise(
                    snow.id(), article("snow").published("2026-01-26T00:00:00Z").done());
            assertThat(run("news/snow")).isZero();
            assertThat(out.toString().lines().toList().getLast())
                    .isEqualTo("https://feeds.example.org/articles/news/snow");
            assertThat(err.toString()).contains("Readers see this article already.");
            publishing.withdraw(snow.id());
            assertThat(run("news/snow")).isEqualTo(Commands.NOT_DONE);
            assertThat(out.toString()).isEmpty();
            assertThat(err.toString()).contains("The article news/snow was withdrawn");
        }
    }

    @Test
    void refusesWhatNamesNoArticle() {
        assertThat(run("news")).isEqualTo(Commands.WRONG_USE);
        assertThat(run("News/x/y")).isEqualTo(Commands.WRONG_USE);
        assertThat(out.toString()).isEmpty();
    }
}
