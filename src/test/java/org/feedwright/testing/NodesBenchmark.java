package org.feedwright.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.feedwright.Feedwright;
import org.feedwright.article.FeedName;
import org.feedwright.timeline.FeedLifecycle;
import org.feedwright.timeline.Publishing;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The figures of two nodes on one PostgreSQL, for {@code benchmarks/nodes.sh}. */
final class NodesBenchmark {
    private static final FeedName FEED = new FeedName("told");
    private static final String PATH = "/feeds/told.atom";

    private NodesBenchmark() {}

    /** The arguments: the number of publications, the number of kills, and perhaps a seed. */
    public static void main(String[] arguments) throws Exception {
        int publications = Integer.parseInt(arguments[0]);
        int kills = Integer.parseInt(arguments[1]);
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        var directory = Files.createTempDirectory("feedwright-nodes-");
        System.err.println("logs in " + directory);
        if (publications > 0) {
            System.out.println(latency(directory, publications));
        }
        if (kills > 0) {
            try (var nodes = new KilledNodes(
                    Files.createDirectories(directory.resolve("killed")),
                    Postgres.freshDatabase(),
                    new SplittableRandom(seed))) {
                System.out.println("| killed at random, seed " + seed + " | " + nodes.run(kills)
                        + "; nothing lost, nothing twice, equal bytes |");
            }
        }
        System.exit(0);
    }

    /** From the commit in this process until another process answers a poll with it. */
    private static String latency(Path directory, int publications) throws Exception {
        var settings = List.of(
                "--feedwright.base-url=https://feeds.example.org",
                "--feedwright.folder=" + directory.resolve("empty"),
                "--spring.datasource.url=" + Postgres.freshDatabase());
        var here = new ArrayList<>(settings);
        here.addAll(List.of("--server.port=0", "--management.server.port=-1"));
        try (var context = new SpringApplicationBuilder(Feedwright.class).run(here.toArray(String[]::new));
                var other = new NodeProcess("other", directory, settings)) {
            context.getBean(FeedLifecycle.class).define(FEED, Definitions.titled("Told"));
            context.getBean(FeedLifecycle.class).open(FEED);
            other.awaitFeed(PATH);
            var publishing = context.getBean(Publishing.class);
            var times = new double[publications];
            for (int i = -publications / 5; i < publications; i++) {
                String slug = "article-" + (i + publications) + "-of-them";
                publishing.publish(Manuscripts.article(slug)
                        .in(FEED.value())
                        .published(Instant.parse("2026-01-01T00:00:00Z")
                                .plusSeconds(i + publications)
                                .toString())
                        .done());
                double time = untilItHas(other, slug);
                if (i >= 0) {
                    times[i] = time;
                }
                Thread.sleep(5);
            }
            Arrays.sort(times);
            return "| published on one node, polled from the other, %d times | median %.1f ms, p99 %.1f ms, most %.1f ms |"
                    .formatted(
                            publications,
                            times[publications / 2],
                            times[(int) Math.ceil(publications * 0.99) - 1],
                            times[publications - 1]);
        }
    }

    private static double untilItHas(NodeProcess node, String slug) {
        long begun = System.nanoTime();
        while (!node.get(PATH).body().contains(slug)) {
            if (System.nanoTime() - begun > 10_000_000_000L) {
                throw new IllegalStateException(slug + " does not come");
            }
        }
        return (System.nanoTime() - begun) / 1e6;
    }
}
