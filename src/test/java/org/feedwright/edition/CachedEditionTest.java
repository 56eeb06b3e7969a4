package org.feedwright.edition;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.feedwright.document.FeedDocument;
import org.feedwright.document.FeedFormat;
import org.feedwright.http.Absence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CachedEditionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Supplier<EditionLookup> maker = CachedEditionTest::fail;
    private final CachedEdition shelf = patient(Duration.ofMinutes(1));
    private final Edition first = edition("first", null);
    private final Edition second = edition("second", null);

    /** What is still being made would tell the log of its failure in the next test. */
    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void makesAnEditionOnceHoweverManyAsk() throws Exception {
        var made = new AtomicInteger();
        var go = new CountDownLatch(1);
        maker = () -> {
            made.incrementAndGet();
            await(go);
            return first;
        };
        var polls = IntStream.range(0, 64).mapToObj(_ -> poll()).toList();
        go.countDown();

        for (var poll : polls) {
            assertThat(poll.get()).isSameAs(first);
        }
        assertThat(made).hasValue(1);
        assertThat(shelf.current(NOW)).isSameAs(first);
    }

    @Test
    void makesItAgainAfterAChange() {
        find(NOW, () -> first);
        maker = () -> second;
        shelf.outdate();

        assertThat(shelf.find(NOW)).isSameAs(second);
    }

    @Test
    void makesItAheadOfThePollsWhereThereArePolls() {
        find(NOW, () -> first);
        maker = () -> second;
        shelf.outdate();

        Awaitility.await().untilAsserted(() -> assertThat(shelf.current(NOW)).isSameAs(second));
    }

    @Test
    void makesNothingAheadWhereNobodyPolls() {
        var made = new AtomicInteger();
        find(NOW, () -> {
            made.incrementAndGet();
            return first;
        });
        shelf.outdate(); // made ahead for whoever polled
        for (int i = 0; i < 10; i++) {
            shelf.outdate();
        }

        shelf.find(NOW);
        assertThat(made).hasValueBetween(2, 3);
    }

    @Test
    void givesNoPollAnEditionThatWasBegunBeforeAChangeThatCameBeforeThePoll() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        maker = () -> {
            begun.countDown();
            await(go);
            return first;
        };
        var early = poll();
        await(begun);
        maker = () -> second;
        shelf.outdate();

        assertThat(shelf.find(NOW)).isSameAs(second);
        go.countDown();
        assertThat(early.get()).isSameAs(first);
        assertThat(shelf.current(NOW)).isSameAs(second);
    }

    @Test
    void makesItAgainWhenAScheduledArticleAppears() {
        find(NOW, () -> edition("scheduled", NOW.plusSeconds(1)));

        assertThat(shelf.current(NOW.plusMillis(999))).isNotNull();
        assertThat(find(NOW.plusSeconds(1), () -> second)).isSameAs(second);
    }

    @Test
    void servesTheLastEditionWhileNoneCanBeMade() {
        find(NOW, () -> first);
        maker = CachedEditionTest::fail;
        shelf.outdate();

        assertThat(shelf.find(NOW)).isSameAs(first);
    }

    @Test
    void triesAgainAtOnceWhenThereIsNews() {
        find(NOW, CachedEditionTest::fail);
        maker = () -> second;
        shelf.outdate();

        assertThat(shelf.find(NOW)).isSameAs(second);
    }

    @Test
    void outdatesWhatWasReadBeforeAChangeElsewhereThatIsSeenWhileItIsMade() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        maker = () -> {
            begun.countDown();
            await(go);
            return edition("first", null, 6);
        };
        var early = poll();
        await(begun);
        shelf.outdateOlder(7);
        maker = () -> second;
        go.countDown();
        early.get();

        Awaitility.await().untilAsserted(() -> assertThat(shelf.find(NOW)).isSameAs(second));
    }

    @Test
    void keepsWhatIsOfTheRevisionThatIsSeenWhileItIsMade() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var seventh = edition("seventh", null, 7);
        maker = () -> {
            begun.countDown();
            await(go);
            return seventh;
        };
        var early = poll();
        await(begun);
        shelf.outdateOlder(7);
        maker = CachedEditionTest::fail;
        go.countDown();

        assertThat(early.get()).isSameAs(seventh);
        shelf.outdateOlder(7);
        assertThat(shelf.find(NOW)).isSameAs(seventh);
    }

    @Test
    void leavesTheStoreAloneAfterAFailure() {
        var tries = new AtomicInteger();
        for (int i = 0; i < 10; i++) {
            assertThat(find(NOW, () -> {
                        tries.incrementAndGet();
                        return fail();
                    }))
                    .isEqualTo(EditionLookup.nothing(Absence.UNREACHABLE));
        }

        assertThat(tries).hasValue(1);
    }

    @Test
    void remembersWhatItsPastEditionsHeld() {
        find(NOW, () -> first);
        change(second);
        assertThat(second.past()).extracting(PastEdition::fingerprint).containsExactly(fingerprint(first));

        var third = edition("third", null);
        change(third);
        assertThat(third.past())
                .extracting(PastEdition::fingerprint)
                .containsExactly(fingerprint(second), fingerprint(first));

        var again = edition("first", null);
        change(again);
        assertThat(again.past())
                .extracting(PastEdition::fingerprint)
                .containsExactly(fingerprint(third), fingerprint(second));
    }

    @Test
    void remembersAFewDozenPastEditions() {
        for (int i = 0; i < 40; i++) {
            change(edition("edition " + i, null));
        }
        change(second);

        assertThat(second.past())
                .hasSize(32)
                .first()
                .extracting(PastEdition::fingerprint)
                .isEqualTo(fingerprint(edition("edition 39", null)));
    }

    @Test
    void remembersNothingOfATimeInWhichThereWasNoDocument() {
        find(NOW, () -> EditionLookup.nothing(Absence.UNKNOWN));
        change(first);

        assertThat(first.past()).isEmpty();
    }

    @Test
    void makesNothingAheadOfWhatReadersDoNotPoll() {
        var made = new AtomicInteger();
        maker = () -> {
            made.incrementAndGet();
            return first;
        };
        var archive = madeAtOnce("/feeds/x/archive/1.atom");
        archive.find(NOW);
        archive.outdate();

        assertThat(made).hasValue(1);
        archive.find(NOW);
        assertThat(made).hasValue(2);
    }

    @Test
    void makesItAheadOnceForEachPoll() {
        var made = new AtomicInteger();
        maker = () -> {
            made.incrementAndGet();
            return first;
        };
        var polled = madeAtOnce("/feeds/x.atom");
        polled.outdate();
        assertThat(made).hasValue(0);
        polled.find(NOW);
        polled.outdate();
        assertThat(made).hasValue(2);
        polled.outdate();
        assertThat(made).hasValue(2);
        assertThat(polled.current(NOW)).isNull();
    }

    @Test
    void makesAheadAlsoWhatAMakingHasMissed() {
        var polled = madeAtOnce("/feeds/x.atom");
        maker = () -> first;
        polled.find(NOW);
        maker = () -> {
            maker = () -> second;
            polled.current(NOW); // a poll, and a further change
            polled.outdate();
            return first;
        };
        polled.outdate();

        assertThat(polled.current(NOW)).isSameAs(second);
    }

    @Test
    void makesItAheadAfterAChangeElsewhere() {
        var polled = madeAtOnce("/feeds/x.atom");
        var sixth = edition("sixth", null, 6);
        maker = () -> sixth;
        polled.find(NOW);
        maker = () -> second;
        polled.outdateOlder(6);
        assertThat(polled.current(NOW)).isSameAs(sixth);
        polled.outdateOlder(7);

        assertThat(polled.current(NOW)).isSameAs(second);
    }

    @Test
    void makesItAheadAgainAfterAFailure() {
        var polled = madeAtOnce("/feeds/x.atom");
        maker = () -> first;
        polled.find(NOW);
        maker = CachedEditionTest::fail;
        polled.outdate();
        assertThat(polled.find(NOW)).isSameAs(first);
        maker = () -> second;
        polled.outdate();

        assertThat(polled.current(NOW)).isSameAs(second);
    }

    @Test
    void tellsOfTheFirstFailureAndOfItsEnd() {
        var logger = (Logger) LoggerFactory.getLogger(CachedEdition.class);
        var level = logger.getLevel();
        var told = new ListAppender<ILoggingEvent>();
        told.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(told);
        try {
            find(NOW, CachedEditionTest::fail);
            assertThat(told.list).hasSize(1);
            shelf.outdate();
            find(NOW, CachedEditionTest::fail);
            assertThat(told.list).hasSize(1);
            change(first);
            change(second);
        } finally {
            logger.detachAppender(told);
            logger.setLevel(level);
        }

        assertThat(told.list)
                .extracting(ILoggingEvent::toString)
                .containsExactly(
                        "[WARN] /feeds/x.atom cannot be made; until it can, its last edition is served",
                        "[INFO] /feeds/x.atom can be made again");
    }

    @Test
    void leavesAPollThatHasWaitedTooLong() {
        var go = new CountDownLatch(1);
        maker = () -> {
            await(go);
            return first;
        };
        var impatient = patient(Duration.ofMillis(20));

        assertThat(impatient.find(NOW)).isEqualTo(EditionLookup.nothing(Absence.UNREACHABLE));
        go.countDown();
        Awaitility.await().until(() -> impatient.find(NOW) == first);
    }

    @Test
    void leavesAPollInterrupted() throws Exception {
        var go = new CountDownLatch(1);
        maker = () -> {
            await(go);
            return first;
        };
        Thread.currentThread().interrupt();

        assertThat(shelf.find(NOW)).isEqualTo(EditionLookup.nothing(Absence.UNREACHABLE));
        assertThat(Thread.interrupted()).isTrue();
        go.countDown();
    }

    @Test
    void knowsWhenItWasAskedForAndWhatItTakes() {
        assertThat(shelf.used()).isZero();
        assertThat(shelf.size()).isEqualTo(512);
        assertThat(shelf.address().path()).isEqualTo("/feeds/x.atom");
        find(NOW, () -> first);

        assertThat(shelf.used()).isEqualTo(NOW.toEpochMilli());
        assertThat(shelf.size()).isEqualTo(512 + first.size());
        change(EditionLookup.nothing(Absence.UNKNOWN));
        assertThat(shelf.size()).isEqualTo(512);
    }

    private CachedEdition patient(Duration patience) {
        return new CachedEdition(
                DocumentAddress.parse("/feeds/x.atom").orElseThrow(), () -> maker.get(), threads, patience);
    }

    /** One whose editions are made by whoever wants them made. */
    private CachedEdition madeAtOnce(String path) {
        return new CachedEdition(DocumentAddress.parse(path).orElseThrow(), () -> maker.get(), Runnable::run);
    }

    private void change(EditionLookup made) {
        maker = () -> made;
        shelf.outdate();
        assertThat(shelf.find(NOW)).isSameAs(made);
    }

    private static String fingerprint(Edition edition) {
        return edition.contents().fingerprint();
    }

    private EditionLookup find(Instant now, Supplier<EditionLookup> maker) {
        this.maker = maker;
        return shelf.find(now);
    }

    private CompletableFuture<EditionLookup> poll() {
        return CompletableFuture.supplyAsync(() -> shelf.find(NOW), threads);
    }

    private static EditionLookup fail() {
        throw new IllegalStateException("the store cannot be reached");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Edition edition(String text, @Nullable Instant next) {
        return edition(text, next, 0);
    }

    private static Edition edition(String text, @Nullable Instant next, long revision) {
        var document = new FeedDocument(
                FeedFormat.ATOM, text.getBytes(StandardCharsets.UTF_8), "https://x/", List.of(), NOW, next, null);
        return new Edition(
                document, revision, Duration.ofMinutes(5), PastEdition.of(document.fingerprint(), List.of()));
    }
}
