package org.feedwright.folder;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.feedwright.folder.report.FolderReport;
import org.feedwright.store.JdbcFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The failure that kept the last look at the folder from storing what it found, if there was one. It is logged once. */
@Component
class LastLook {
    private static final Logger log = LoggerFactory.getLogger(LastLook.class);

    /** How soon after a failure of the store or of the disk a look is tried again: it may be over at any moment. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final InstantSource clock;
    private volatile @Nullable Failure failure;

    LastLook(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param reason a sentence
     * @param since when the first of the looks was that failed one after the other
     * @param isOurs whether the program itself is to blame, and will fail again
     */
    record Failure(String reason, Instant since, boolean isOurs) {
        /** When to try again. */
        Duration pause(Duration rescan) {
            return isOurs ? rescan : SOON;
        }
    }

    /** Empty if it came to its end. */
    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** Takes over how the looks of the node go that looks after the folder. */
    void follow(Optional<FolderReport.Failure> elsewhere) {
        elsewhere.ifPresentOrElse(each -> failure = new Failure(each.reason(), each.since(), false), this::succeeded);
    }

    void succeeded() {
        if (failure != null) {
            failure = null;
            log.info("What is saved is published again");
        }
    }

    void failed(Throwable problem, Duration rescan) {
        var before = failure;
        var now = failure(problem, before == null ? clock.instant() : before.since());
        failure = now;
        if (before != null && before.reason().equals(now.reason())) {
            log.debug("The folder could not be stored again", problem);
        } else if (now.isOurs()) {
            log.error("The folder could not be stored, and is looked at again within {}", rescan, problem);
        } else {
            log.warn("What is saved cannot be published: {} It is tried again every second", now.reason());
        }
    }

    private static Failure failure(Throwable problem, Instant since) {
        if (JdbcFailure.isOfTheStore(problem)) {
            return new Failure(JdbcFailure.reason(problem), since, false);
        }
        return problem instanceof IOException
                ? new Failure("The folder cannot be read (" + problem + ").", since, false)
                : new Failure("The program has failed (" + problem + "); the log says more.", since, true);
    }
}
