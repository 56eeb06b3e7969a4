package org.feedwright.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two nodes on one PostgreSQL and one folder, of which one after the other is killed while an editor saves, changes and
 * removes files, and readers poll both.
 */
public final class KilledNodes implements AutoCloseable {
    private static final String FEED = "/feeds/news.atom";
    private static final Pattern ENTRY = Pattern.compile("<entry.*?</entry>", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("<id>([^<]*)</id>");
    private static final Pattern SLUG = Pattern.compile("/articles/news/(article-\\d+)\"");

    private final Path folder;
    private final String database;
    private final RandomGenerator random;
    private final List<NodeProcess> nodes = new ArrayList<>();

    /** The version that each file holds; 0 for one that was removed. */
    private final Map<String, Integer> files = new TreeMap<>();

    /** The ids under which readers have met each article. */
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;
    private int polled; // by the one reader
    private Duration longestTakeOver = Duration.ZERO;

    public KilledNodes(Path directory, String database, RandomGenerator random) throws IOException {
        this.folder = Files.createDirectories(directory.resolve("feeds/news"));
        this.database = database;
        this.random = random;
        Files.writeString(folder.resolve("feed.yaml"), "title: News\nhome: https://example.org/\nwindow: 30\n");
        save("article-0", 1);
        for (String name : List.of("one", "two")) {
            nodes.add(new NodeProcess(
                    name,
                    directory,
                    List.of(
                            "--feedwright.base-url=https://feeds.example.org",
                            "--feedwright.folder=" + directory.resolve("feeds"),
                            "--spring.datasource.url=" + database)));
        }
        nodes.forEach(node -> node.awaitFeed(FEED));
    }

    /** Kills so many times, then waits until all is calm, and checks what has come of it. */
    public String run(int kills) throws Exception {
        var editor = Thread.ofPlatform().name("editor").start(this::edit);
        var reader = Thread.ofPlatform().name("reader").start(this::read);
        for (int kill = 0; kill < kills; kill++) {
            Thread.sleep(random.nextInt(1500));
            var victim = nodes.get(random.nextInt(nodes.size()));
            victim.kill();
            longestTakeOver = max(longestTakeOver, untilSomethingIsPublished(other(victim)));
            victim.restart();
            victim.awaitFeed(FEED);
            System.err.println("killed " + (kill + 1) + " times");
        }
        stopping = true;
        editor.join();
        reader.join();
        awaitTheEnd();
        check();
        return "%d kills, %d files, %d ids met, %,d polls, longest pause of publishing %d ms"
                .formatted(kills, files.size(), ids.size(), polled, longestTakeOver.toMillis());
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private NodeProcess other(NodeProcess node) {
        return node == nodes.getFirst() ? nodes.getLast() : nodes.getFirst();
    }

    /** How long the node that is left takes until it shows something that it did not when the other was killed. */
    private Duration untilSomethingIsPublished(NodeProcess node) {
        long begun = System.nanoTime();
        String before = node.get(FEED).body();
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(2))
                .until(() -> !node.get(FEED).body().equals(before));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void edit() {
        try {
            while (!stopping) {
                editOnce();
                Thread.sleep(random.nextInt(20, 120));
            }
        } catch (IOException | InterruptedException e) {
            faults.add(e.toString());
        }
    }

    private void editOnce() throws IOException {
        var living = files.entrySet().stream()
                .filter(file -> file.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
        int what = random.nextInt(20);
        if (what < 4) {
            String name = living.get(random.nextInt(living.size()));
            save(name, files.get(name) + 1);
        } else if (what == 4 && living.size() > 20) {
            String name = living.get(random.nextInt(living.size()));
            Files.delete(folder.resolve(name + ".md"));
            files.put(name, 0);
        } else {
            save("article-" + files.size(), 1);
        }
    }

    private void save(String name, int version) throws IOException {
        var beside = folder.resolve("." + name + ".tmp");
        Files.writeString(
                beside,
                "---\ntitle: " + name + "\npublished: 2026-01-26\n---\nVersion " + version + ". A text.\n",
                UTF_8);
        Files.move(beside, folder.resolve(name + ".md"), StandardCopyOption.ATOMIC_MOVE);
        files.put(name, version);
    }

    /** Whoever is not being killed answers, and no article has two ids. */
    private void read() {
        while (!stopping) {
            boolean isAnswered = false;
            for (var node : nodes) {
                try {
                    var answer = node.get(FEED);
                    if (answer.statusCode() == 200) {
                        isAnswered = true;
                        polled++;
                        meet(answer.body());
                    }
                } catch (RuntimeException _) {
                    // it is being killed or started
                }
            }
            if (!isAnswered) {
                faults.add("nobody answered");
            }
        }
    }

    private void meet(String document) {
        ENTRY.matcher(document).results().forEach(entry -> {
            String slug = found(SLUG, entry.group());
            String id = found(ID, entry.group());
            String before = ids.putIfAbsent(slug, id);
            if (before != null && !before.equals(id)) {
                faults.add(slug + " had the id " + before + " and has " + id);
            }
        });
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private void awaitTheEnd() {
        var expected = new TreeMap<String, Integer>();
        files.forEach((name, version) -> {
            if (version > 0) {
                expected.put(name, version);
            }
        });
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(stored()).isEqualTo(expected));
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(nodes.getFirst().get(FEED).body())
                        .isEqualTo(nodes.getLast().get(FEED).body()));
    }

    /** The published articles, each with its version. */
    private Map<String, Integer> stored() {
        var stored = new TreeMap<String, Integer>();
        jdbc().sql("select slug, text from article where state = 'PUBLISHED'").query(row -> {
            var version = Pattern.compile("Version (\\d+)\\.").matcher(row.getString("text"));
            assertThat(version.find()).isTrue();
            var twice = stored.put(row.getString("slug"), Integer.valueOf(version.group(1)));
            assertThat(twice).as(row.getString("slug")).isNull();
        });
        return stored;
    }

    private void check() {
        assertThat(faults).isEmpty();
        var kept = new TreeMap<String, String>();
        jdbc().sql("select id, slug from article").query(row -> {
            var twice = kept.put(row.getString("slug"), row.getString("id"));
            assertThat(twice).as(row.getString("slug")).isNull();
        });
        assertThat(kept).containsAllEntriesOf(ids);
        assertThat(count("select count(*) from place where strand = 'news'")).isEqualTo(kept.size());
        assertThat(count("select count(*) from place where strand = 'news' and gone is null"))
                .isEqualTo(stored().size());
        var documents = new ArrayList<>(List.of("/feeds/news", "/feeds/all"));
        int archives = (int) IntStream.iterate(1, n -> n + 1)
                .takeWhile(n -> nodes.getFirst()
                                .get("/feeds/news/archive/" + n + ".atom")
                                .statusCode()
                        == 200)
                .count();
        IntStream.rangeClosed(1, archives).forEach(n -> documents.add("/feeds/news/archive/" + n));
        for (String document : documents) {
            for (String format : List.of(".atom", ".rss", ".json")) {
                var one = nodes.getFirst().get(document + format);
                var two = nodes.getLast().get(document + format);
                assertThat(one.statusCode()).as(document + format).isEqualTo(200);
                assertThat(one.body()).as(document + format).isEqualTo(two.body());
                assertThat(one.headers().firstValue("ETag"))
                        .isPresent()
                        .isEqualTo(two.headers().firstValue("ETag"));
            }
        }
        assertThat(nodes.getFirst().get("/feeds/all.atom").body()).contains("<entry");
    }

    private int count(String query) {
        return jdbc().sql(query).query(Integer.class).single();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(database));
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::close);
    }
}
