package org.feedwright.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.core.ThrowingRunnable;
import org.feedwright.Feedwright;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.authoring.Quarantine;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.document.Documents;
import org.feedwright.document.FeedFormat;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selections;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedChanged;
import org.feedwright.feed.Feeds;
import org.feedwright.testing.AdvancingClock;
import org.feedwright.testing.Requests;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.GenericApplicationContext;

/** The whole service on a folder of its own, and what an editor and a reader do with it. */
final class RunningFolder implements AutoCloseable {
    private final Path folder;
    private final AdvancingClock clock;
    private final ConfigurableApplicationContext context;
    private final Set<FeedName> changed = ConcurrentHashMap.newKeySet();
    private int looks;

    private RunningFolder(Path folder, AdvancingClock clock, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.clock = clock;
        this.context = context;
        ApplicationListener<PayloadApplicationEvent<?>> listener = event -> {
            if (event.getPayload() instanceof FeedChanged change) {
                changed.add(change.feed());
            }
        };
        context.addApplicationListener(listener);
    }

    /**
     * Starts the service.
     *
     * @param data where the store is; an empty folder for a new one
     */
    static RunningFolder start(Path folder, Path data, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=-1",
                "--feedwright.base-url=https://feeds.example.org",
                "--feedwright.folder=" + folder,
                "--feedwright.data=" + data));
        arguments.removeIf(usual ->
                Arrays.stream(settings).anyMatch(own -> own.startsWith(usual.split("=", -1)[0] + "=")));
        arguments.addAll(List.of(settings));
        var clock = new AdvancingClock();
        return new RunningFolder(
                folder,
                clock,
                new SpringApplicationBuilder(Feedwright.class)
                        .initializers(context -> ((GenericApplicationContext) context)
                                .registerBean(AdvancingClock.class, () -> clock, bean -> bean.setPrimary(true)))
                        .run(arguments.toArray(String[]::new)));
    }

    /** The clock of the service. */
    AdvancingClock clock() {
        return clock;
    }

    /**
     * Starts it on an empty folder.
     *
     * @param rescan how often it looks through all of it; what is seen before was told of
     */
    static RunningFolder startIn(Path directory, String rescan) throws IOException {
        return start(
                Files.createDirectories(directory.resolve("feeds")),
                directory.resolve("data"),
                "--feedwright.authoring.rescan=" + rescan);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Articles articles() {
        return context.getBean(Articles.class);
    }

    Selections selections() {
        return context.getBean(Selections.class);
    }

    Feeds feeds() {
        return context.getBean(Feeds.class);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** What the operator is told; it has started with {@code --management.server.port=0}. */
    HttpResponse<String> health(String group) {
        int port = context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
        return new Requests(port).send(BodyHandlers.ofString(), "GET", "/actuator/health" + group);
    }

    /** What is held back in a feed's folder, one problem a line. */
    String problems(String directory) {
        return String.join(
                "\n",
                context.getBean(Quarantine.class).problems().stream()
                        .filter(problem -> problem.source().equals(directory)
                                || problem.source().startsWith(directory + "/"))
                        .map(Problem::toString)
                        .toList());
    }

    /** Makes a feed's folder with its definition. */
    Path feed(String name, String... lines) throws IOException {
        var directory = Files.createDirectories(folder.resolve(name));
        save(
                directory.resolve("feed.yaml"),
                "title: " + name + "\nhome: https://example.org/\n" + String.join("\n", lines));
        return directory;
    }

    /** An article's text, of yesterday. */
    static String article(String title, String body, String... front) {
        var lines = front.length == 0 ? "" : String.join("\n", front) + "\n";
        return "---\ntitle: " + title + "\npublished: 2026-01-26\n" + lines + "---\n" + body + "\n";
    }

    static void save(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    /** As most editors and all deployment tools save: beside it, then over it. */
    static void replace(Path file, String text) throws IOException {
        var beside = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What readers of a feed see, newest first. */
    List<Entry> entries(String feed) {
        return feeds().find(new FeedName(feed))
                .filter(each -> !each.isRetired())
                .map(each -> selections().select(each).entries())
                .orElse(List.of());
    }

    List<String> titles(String feed) {
        return entries(feed).stream().map(Entry::title).toList();
    }

    ArticleId id(String feed, String title) {
        return entries(feed).stream()
                .filter(entry -> entry.title().equals(title))
                .map(Entry::id)
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " is not in " + titles(feed)));
    }

    Optional<Article> stored(String feed, String slug) {
        return articles().find(new FeedName(feed), new Slug(slug));
    }

    /** The feeds that were said to have changed since this was asked last. */
    Set<FeedName> changed() {
        var all = Set.copyOf(changed);
        changed.clear();
        return all;
    }

    Feed find(String feed) {
        return feeds().find(new FeedName(feed)).orElseThrow();
    }

    /** Every document of a feed, one after the other. */
    String documents(String feed) {
        var selection = selections().select(find(feed));
        var all = new StringBuilder();
        for (var format : FeedFormat.values()) {
            all.append(new String(Documents.render(selection, format).bytes(), UTF_8));
        }
        return all.toString();
    }

    void awaitTitles(String feed, String... titles) {
        soon(() -> assertThat(titles(feed)).containsExactlyInAnyOrder(titles));
    }

    void awaitProblem(String directory, String... parts) {
        soon(() -> assertThat(problems(directory)).contains(parts));
    }

    void awaitNoProblem(String directory) {
        soon(() -> assertThat(problems(directory)).isEmpty());
    }

    /** Long enough for a busy machine; how soon it really is has a test of its own. */
    static void soon(ThrowingRunnable assertion) {
        await().ignoreExceptions()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(assertion);
    }

    /** Waits until the folder has been looked at three times more: what had not happened then never will. */
    void awaitLooks() throws IOException {
        var directory = Files.createDirectories(folder.resolve("looks"));
        if (looks == 0) {
            save(directory.resolve("feed.yaml"), "title: Looks");
        }
        for (int i = 0; i < 3; i++) {
            String title = "Look " + ++looks;
            save(directory.resolve("look.md"), article(title, "x"));
            awaitTitles("looks", title);
        }
    }

    /** What a reader is answered; nothing is followed. */
    HttpResponse<String> get(String path, String... fields) {
        return send("GET", path, fields);
    }

    HttpResponse<String> send(String method, String path, String... fields) {
        return new Requests(port()).send(BodyHandlers.ofString(), method, path, fields);
    }

    Path folder() {
        return requireNonNull(folder);
    }

    @Override
    public void close() {
        context.close();
    }
}
