package org.feedwright.page;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.feedwright.http.Absence;
import org.feedwright.http.Answer;
import org.feedwright.store.JdbcFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says that a page cannot be made just now, and when to ask again, while the database does not answer. */
@ControllerAdvice
class StoreUnreachable {
    private static final Logger log = LoggerFactory.getLogger(StoreUnreachable.class);

    /** How often the log says so, however many ask. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Pages pages;
    private final AtomicLong told = new AtomicLong(System.nanoTime());

    StoreUnreachable(Pages pages) {
        this.pages = pages;
    }

    private void tell(RuntimeException failure) {
        long now = System.nanoTime();
        long before = told.get();
        if (now >= before && told.compareAndSet(before, now + PAUSE.toNanos())) {
            log.warn("Pages cannot be made: {}", JdbcFailure.reason(failure));
        }
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    Answer unavailable(RuntimeException failure) {
        tell(failure);
        return pages.later(Absence.UNREACHABLE, "This cannot be shown just now", "Please try again in a little while.");
    }
}
