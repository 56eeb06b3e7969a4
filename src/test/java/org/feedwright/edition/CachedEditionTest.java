package org.feedwright.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

class CachedEditionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Supplier<EditionLookup> maker = CachedEditionTest::fail;
    private final CachedEdition shelf =
            new CachedEdition(DocumentAddress.parse("/feeds/x.atom").orElseThrow(), () -> maker.get(), threads);
    private final Edition first = edition("first", null);
    private final Edition second = edition("second", null);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
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
