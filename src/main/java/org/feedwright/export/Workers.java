package org.feedwright.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** As many hands as the machine has; what fails in one ends the work of all. */
final class Workers implements AutoCloseable {
    private static final int HANDS = Runtime.getRuntime().availableProcessors();

    private final ExecutorService hands = Executors.newFixedThreadPool(
            HANDS, Thread.ofPlatform().daemon().name("export-", 0).factory());
    private final Phaser open = new Phaser(1);
    private final Semaphore ahead = new Semaphore(4 * HANDS);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    interface Task {
        void run() throws IOException;
    }

    /** Has something done; not for those who do it themselves, because it waits while too much is open. */
    void does(Task task) {
        ahead.acquireUninterruptibly();
        open.register();
        hands.execute(() -> {
            try {
                if (failure.get() == null) {
                    task.run();
                }
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            } finally {
                ahead.release();
                open.arriveAndDeregister();
            }
        });
    }

    /** Waits until all is done. */
    void finish() throws IOException {
        open.arriveAndAwaitAdvance();
        switch (failure.get()) {
            case null -> {}
            case IOException e -> throw e;
            case UncheckedIOException e -> throw e.getCause();
            case RuntimeException e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    boolean hasFailed() {
        return failure.get() != null;
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
