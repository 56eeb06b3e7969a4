package org.feedwright.git;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.feedwright.folder.report.FolderSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;

/**
 * Pulls the repository into the folder, again and again. Whatever cannot be pulled leaves the folder as it is, and what is
 * published stays.
 */
final class GitFolder implements FolderSource, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(GitFolder.class);

    /** What was called for while a pull is under way is one pull after it. */
    private final Semaphore calls = new Semaphore(0);

    private final Pull pull;
    private final Duration interval;
    private final InstantSource clock;
    private final Thread thread = Thread.ofPlatform().name("git").daemon().unstarted(this::run);
    private volatile State state = State.UNTRIED;
    private boolean isStarted; // guarded by this

    GitFolder(Pull pull, Duration interval, InstantSource clock) {
        this.pull = pull;
        this.interval = interval;
        this.clock = clock;
    }

    /**
     * How it goes.
     *
     * @param commit the one that is in the folder; null if none is known
     * @param pulled when it was last seen that nothing newer is there; null if it never was
     * @param failure why the last pull failed; null if it did not
     * @param since when the first of the pulls was that failed one after the other
     */
    record State(
            @Nullable String commit,
            @Nullable Instant pulled,
            @Nullable GitFailed failure,
            @Nullable Instant since) {
        private static final State UNTRIED = new State(null, null, null, null);
    }

    State state() {
        return state;
    }

    @EventListener
    synchronized void start(ApplicationReadyEvent ready) {
        if (!isStarted && ready.getApplicationContext() instanceof WebServerApplicationContext) {
            isStarted = true;
            thread.start();
        }
    }

    /** An empty folder is waited for; in any other the last state is good until a newer one is there. */
    @Override
    public boolean isBringingTheFirst() {
        return state.equals(State.UNTRIED) && pull.isFolderEmpty();
    }

    /** Has it pulled soon. */
    void call() {
        calls.release();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                calls.drainPermits();
                tryOnce();
                var _ = calls.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            log.debug("The repository is no longer pulled");
        }
    }

    private void tryOnce() throws InterruptedException {
        try {
            succeed(pull.run());
        } catch (GitFailed e) {
            fail(e);
        } catch (IOException | RuntimeException e) {
            fail(new GitFailed("the files cannot be written (" + e + ")", "look at the disk and at the rights"));
        }
    }

    private void succeed(String commit) {
        var before = state;
        state = new State(commit, clock.instant(), null, null);
        if (before.failure() != null) {
            log.info("The repository can be pulled again");
        }
        if (!commit.equals(before.commit())) {
            log.info("The folder is what the repository has at {}", commit);
        }
    }

    private void fail(GitFailed failure) {
        var before = state;
        var since = before.since() == null ? clock.instant() : before.since();
        state = new State(before.commit(), before.pulled(), failure, since);
        if (before.failure() == null
                || !String.valueOf(before.failure().getMessage()).equals(failure.getMessage())) {
            log.warn(
                    "The repository cannot be pulled, and what is published stays: {}; {}",
                    failure.getMessage(),
                    failure.remedy());
        }
    }

    @Override
    public synchronized void destroy() throws InterruptedException {
        if (isStarted) {
            thread.interrupt();
            thread.join();
        }
    }
}
