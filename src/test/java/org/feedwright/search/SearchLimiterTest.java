package org.feedwright.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class SearchLimiterTest {
    private final SearchLimiter searches = new SearchLimiter();

    @Test
    void runTwoAtATime() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        try (var threads = Executors.newCachedThreadPool()) {
            var all = new ArrayList<Future<Optional<Integer>>>();
            for (int i = 0; i < 40; i++) {
                all.add(threads.submit(() -> searches.tryRun(() -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(100_000);
                    return running.decrementAndGet();
                })));
            }
            for (var each : all) {
                assertThat(each.get()).isPresent();
            }
        }
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void turnAwayWhoeverFindsNoRoom() throws Exception {
        var end = new CountDownLatch(1);
        try (var threads = Executors.newCachedThreadPool()) {
            var begun = new CountDownLatch(2);
            var first = List.of(1, 2).stream()
                    .map(number -> threads.submit(() -> searches.tryRun(() -> {
                        begun.countDown();
                        return await(end, number);
                    })))
                    .toList();
            begun.await();
            assertThat(searches.tryRun(() -> 3)).isEmpty();

            end.countDown();
            for (var each : first) {
                assertThat(each.get()).isPresent();
            }
        }
        assertThat(searches.tryRun(() -> 4)).hasValue(4);
    }

    @Test
    void turnAwayAtOnceWhoeverComesBehindSixtyFour() throws Exception {
        var end = new CountDownLatch(1);
        var answers = new CopyOnWriteArrayList<Optional<Integer>>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 66; i++) {
            int number = i;
            threads.add(Thread.ofVirtual().start(() -> answers.add(searches.tryRun(() -> await(end, number)))));
        }
        while (answers.isEmpty() && waiting(threads) < 64) {
            Thread.onSpinWait();
        }
        assertThat(searches.tryRun(() -> 67)).isEmpty();

        end.countDown();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(answers).as("nobody has waited for two seconds").hasSize(66).allMatch(Optional::isPresent);
    }

    @Test
    void endWhereTheirThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThat(searches.tryRun(() -> 1)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(searches.tryRun(() -> 1)).hasValue(1);
    }

    @Test
    void goOnAfterOneHasFailed() {
        for (int i = 0; i < 200; i++) {
            try {
                searches.tryRun(() -> {
                    throw new IllegalStateException("failed");
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("failed");
            }
        }
        assertThat(searches.tryRun(() -> 1)).hasValue(1);
    }

    private static long waiting(List<Thread> threads) {
        return threads.stream()
                .filter(thread -> thread.getState() == Thread.State.TIMED_WAITING)
                .count();
    }

    private static int await(CountDownLatch latch, int number) {
        try {
            latch.await();
            return number;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
