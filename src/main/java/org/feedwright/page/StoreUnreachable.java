package org.feedwright.page;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says that a page cannot be made just now, and when to ask again, while the database does not answer. */
@ControllerAdvice
class StoreUnreachable {
    private static final Logger log = LoggerFactory.getLogger(StoreUnreachable.class);
    private static final String SECONDS = "10";

    private final Pages pages;

    StoreUnreachable(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<byte[]> unavailable(RuntimeException failure) {
        log.warn(
                "A page could not be made: {}",
                NestedExceptionUtils.getMostSpecificCause(failure).toString());
        var page = pages.message(503, "This cannot be shown just now", "Please try again in a little while.");
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .body(page.getBody());
    }
}
