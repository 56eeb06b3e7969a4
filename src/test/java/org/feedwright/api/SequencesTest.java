package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import org.feedwright.testing.Database;
import org.feedwright.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Requests, changes of files, restarts, losses of the service and steps of its clock in sequences that are made from a
 * seed, against a model ({@link Sequence}). Many sequences share one service, and some of them a feed; at the same
 * step of all of them it is lost, started again, or finds its clock set. {@code -Dsequences=10000} makes more.
 */
@SuppressWarnings("NullAway.Init") // JUnit sets them before the tests on each database
@ParameterizedClass
@EnumSource(Database.class)
@TestInstance(Lifecycle.PER_CLASS)
class SequencesTest {
    private static final int SEQUENCES = Integer.getInteger("sequences", 1_000) / Database.values().length;
    private static final int AT_ONCE = 1250;
    private static final int IN_A_FEED = 5;
    private static final int STEPS = 3;
    private static final int LONG = 12; // steps
    private static final int CLIENTS = 4;

    @Parameter
    Database database;

    @TempDir
    static Path directory;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private ApiService service;
    private String administrator;
    private int feeds;
    private int looks;
    private int losses;

    @BeforeParameterizedClassInvocation
    void start() throws IOException {
        feeds = 0;
        looks = 0;
        service = ApiService.start(
                directory.resolve("sequences-" + database),
                database,
                "--server.shutdown=immediate",
                "--server.jetty.connection-idle-timeout=10m",
                "--spring.datasource.hikari.connection-timeout=5000");
        administrator = service.administrator();
        Files.createDirectories(service.folder().resolve("looks"));
        Files.writeString(service.folder().resolve("looks/feed.yaml"), "title: Looks");
    }

    @AfterParameterizedClassInvocation
    void stop() {
        service.close();
    }

    @Test
    @ExtendWith(Seeded.class)
    void keepWhatWasAcknowledgedAndShowNothingThatIsHidden(SplittableGenerator random) throws Exception {
        run(sequences(Math.min(SEQUENCES, AT_ONCE) / 25, random), LONG, random);
        for (int left = SEQUENCES; left > 0; left -= AT_ONCE) {
            run(sequences(Math.min(left, AT_ONCE), random), STEPS, random);
        }
    }

    /** Several share a feed. Every fourth feed has a folder, and every second of those is defined there. */
    private List<Sequence> sequences(int count, SplittableGenerator random) throws Exception {
        int first = feeds;
        feeds += (count + IN_A_FEED - 1) / IN_A_FEED;
        var names = IntStream.range(first, feeds).mapToObj(i -> "feed-" + i).toList();
        var tokens = tokens(names);
        for (int i = 0; i < names.size(); i += 8) {
            var folder = Files.createDirectories(service.folder().resolve(names.get(i)));
            Files.writeString(folder.resolve("feed.yaml"), "title: F\nauthority: example.org\nwindow: 100\n");
        }
        awaitLooks();
        each(IntStream.range(0, names.size()).filter(i -> i % 8 != 0).boxed().toList(), i -> define(names.get(i)));
        return IntStream.range(0, count)
                .mapToObj(i -> sequence(i, names.get(i / IN_A_FEED), i / IN_A_FEED, tokens, random.split()))
                .toList();
    }

    private Sequence sequence(
            int number, String feed, int feedNumber, List<Sequence.Tokens> tokens, SplittableGenerator random) {
        return new Sequence(
                "s-" + number,
                feed,
                random,
                tokens.get(feedNumber % 2),
                feedNumber % 4 == 0 ? service.folder().resolve(feed) : null);
    }

    private void define(String feed) {
        var answer = service.put(
                "/api/v1/feeds/" + feed,
                "{\"title\": \"F\", \"authority\": \"example.org\", \"window\": 100}",
                "Authorization",
                "Bearer " + administrator);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** Those of feeds with even numbers and those of the others. */
    private List<Sequence.Tokens> tokens(List<String> names) {
        var made = IntStream.range(0, 2)
                .mapToObj(odd -> service.publisher(IntStream.range(0, names.size() + 1)
                        .filter(i -> i % 2 == odd || i == names.size())
                        .mapToObj(i -> i < names.size() ? names.get(i) : "another")
                        .toArray(String[]::new)))
                .toList();
        return List.of(
                new Sequence.Tokens(made.getFirst(), made.getLast()),
                new Sequence.Tokens(made.getLast(), made.getFirst()));
    }

    private void run(List<Sequence> sequences, int steps, SplittableGenerator random) throws Exception {
        int loss = random.nextInt(steps);
        int restart = random.nextInt(steps);
        for (int step = 0; step < steps; step++) {
            if (step == loss) {
                stepUntilLost(sequences, random);
            } else {
                each(sequences, explained(sequence -> sequence.step(service)));
            }
            setTheClock(sequences, random);
            if (step == restart) {
                sequences.forEach(sequence -> sequence.note("restarted"));
                service = service.restart();
            }
            awaitLooks();
            each(sequences, explained(sequence -> sequence.check(service)));
        }
        each(sequences, explained(sequence -> {
            sequence.checkElsewhere(service);
            sequence.checkList(service);
        }));
    }

    private void setTheClock(List<Sequence> sequences, SplittableGenerator random) {
        var by = switch (random.nextInt(4)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofSeconds(-random.nextInt(7200));
            default -> Duration.ofMinutes(random.nextInt(400));
        };
        service.clock().advance(by);
        sequences.forEach(sequence -> sequence.note("the clock is set by " + by));
    }

    /** The service is lost somewhere among the requests; what was not answered by then is sent again to the next. */
    private void stepUntilLost(List<Sequence> sequences, SplittableGenerator random) throws Exception {
        var moment = new CountDownLatch(random.nextInt(1, sequences.size() + 1));
        var lost = service;
        Callable<Void> all = () -> {
            each(sequences, explained(sequence -> {
                if (!lost.isLost()) {
                    try {
                        sequence.step(lost);
                    } finally {
                        moment.countDown();
                    }
                }
            }));
            return null;
        };
        try (var thread = Executors.newSingleThreadExecutor()) {
            var stepping = thread.submit(all);
            moment.await();
            var next = service.lose(directory.resolve("lost-" + database + losses++));
            stepping.get();
            service = next.get();
        }
        sequences.forEach(sequence -> sequence.note("the service was lost"));
        each(sequences, explained(sequence -> sequence.sendAgain(service)));
    }

    /** Does something with all of them, by several clients at the same time. */
    private <T> void each(List<T> all, Consumer<T> what) throws Exception {
        var parts = IntStream.range(0, CLIENTS)
                .<Callable<Void>>mapToObj(client -> () -> {
                    for (int i = client; i < all.size(); i += CLIENTS) {
                        what.accept(all.get(i));
                    }
                    return null;
                })
                .toList();
        for (var part : clients.invokeAll(parts)) {
            try {
                part.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AssertionError failure) {
                    throw failure;
                }
                throw e;
            }
        }
    }

    private static Consumer<Sequence> explained(Consumer<Sequence> what) {
        return sequence -> {
            try {
                what.accept(sequence);
            } catch (AssertionError | RuntimeException e) {
                throw sequence.explain(e);
            }
        };
    }

    /** Waits until the folder has been looked at after this: what had not happened by then never will. */
    private void awaitLooks() throws IOException {
        for (int i = 0; i < 3; i++) {
            String title = "Look " + ++looks;
            Files.writeString(
                    service.folder().resolve("looks/look.md"),
                    "---\ntitle: " + title + "\npublished: 2026-05-26\n---\nText\n");
            await().ignoreExceptions()
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(service.polled("looks")).containsExactly(title));
        }
    }
}
