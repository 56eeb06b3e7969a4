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
 * seed, against a model ({@link Sequence}). Many sequences, each with a feed of its own, share one service; at the same
 * step of all of them it is lost, started again, or finds its clock set. {@code -Dsequences=100000} makes more.
 */
@SuppressWarnings("NullAway.Init") // JUnit sets them before the tests on each database
@ParameterizedClass
@EnumSource(Database.class)
@TestInstance(Lifecycle.PER_CLASS)
class SequencesTest {
    private static final int SEQUENCES =
            Integer.getInteger("sequences", 10_000) / Database.values().length;
    private static final int AT_ONCE = 1250;
    private static final int STEPS = 6;
    private static final int CLIENTS = 4;

    @Parameter
    Database database;

    @TempDir
    static Path directory;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private ApiService service;
    private int feeds;
    private int looks;
    private int losses;

    @BeforeParameterizedClassInvocation
    void start() throws IOException {
        feeds = 0;
        looks = 0;
        service = ApiService.start(directory.resolve("sequences-" + database), database, "--server.shutdown=immediate");
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
        for (int left = SEQUENCES; left > 0; left -= AT_ONCE) {
            run(sequences(Math.min(left, AT_ONCE), random), random);
        }
    }

    /** Every fourth has a folder, and every second of those a definition there. */
    private List<Sequence> sequences(int count, SplittableGenerator random) throws Exception {
        int first = feeds;
        feeds += count;
        var names = IntStream.range(first, feeds).mapToObj(i -> "s-" + i).toList();
        var tokens = tokens(names);
        for (int i = 0; i < count; i++) {
            var folder = service.folder().resolve(names.get(i));
            if (i % 8 == 0) {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve("feed.yaml"), "title: " + names.get(i) + "\nauthority: example.org");
            }
        }
        service.use(service.administrator());
        awaitLooks();
        IntStream.range(0, count).parallel().filter(i -> i % 8 != 0).forEach(i -> service.feed(names.get(i)));
        service.use("");
        return IntStream.range(0, count)
                .mapToObj(i -> new Sequence(
                        names.get(i),
                        random.split(),
                        tokens.get(i % 2),
                        i % 4 == 0 ? service.folder().resolve(names.get(i)) : null))
                .toList();
    }

    /** Those of feeds with even numbers and those of the others. */
    private List<Sequence.Tokens> tokens(List<String> names) {
        var made = IntStream.range(0, 2)
                .mapToObj(odd -> service.publisher(IntStream.range(0, names.size())
                        .filter(i -> i % 2 == odd)
                        .mapToObj(names::get)
                        .toArray(String[]::new)))
                .toList();
        return List.of(
                new Sequence.Tokens(made.getFirst(), made.getLast()),
                new Sequence.Tokens(made.getLast(), made.getFirst()));
    }

    static long t0 = System.nanoTime();
    static void lap(String what) { long t = System.nanoTime(); System.err.printf("LAP %s %d ms%n", what, (t - t0) / 1_000_000); t0 = t; }
    private void run(List<Sequence> sequences, SplittableGenerator random) throws Exception {
        lap("made");
        int loss = random.nextInt(STEPS);
        int restart = random.nextInt(STEPS);
        for (int step = 0; step < STEPS; step++) {
            if (step == loss) {
                stepUntilLost(sequences, random);
            } else {
                each(sequences, sequence -> sequence.step(service));
            }
            lap(step == loss ? "loss" : "step");
            setTheClock(sequences, random);
            if (step == restart) {
                sequences.forEach(sequence -> sequence.note("restarted"));
                service = service.restart(); lap("restart");
            }
            awaitLooks(); lap("looks");
            each(sequences, sequence -> sequence.check(service)); lap("check");
        }
        each(sequences, sequence -> {
            sequence.checkElsewhere(service);
            sequence.checkList(service);
        });
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
            each(sequences, sequence -> {
                if (!lost.isLost()) {
                    try {
                        sequence.step(lost);
                    } finally {
                        moment.countDown();
                    }
                }
            });
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
        each(sequences, sequence -> sequence.sendAgain(service));
    }

    /** Does something with all of them, by several clients at the same time. */
    private void each(List<Sequence> sequences, Consumer<Sequence> what) throws Exception {
        var parts = IntStream.range(0, CLIENTS)
                .<Callable<Void>>mapToObj(client -> () -> {
                    for (int i = client; i < sequences.size(); i += CLIENTS) {
                        explained(sequences.get(i), what);
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

    private static void explained(Sequence sequence, Consumer<Sequence> what) {
        try {
            what.accept(sequence);
        } catch (AssertionError | RuntimeException e) {
            throw sequence.explain(e);
        }
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
