package org.feedwright.feed;

import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Knows whether the folder has been looked through since the start. Until then nobody can say that a feed, an article
 * or a file does not exist: a reader that gets a 404 may drop its subscription.
 *
 * <p>In commands that look at no folder, the store is all there is.
 */
@Component
public class FirstLook {
    /** The time after the first look in which a request still counts as one during it. */
    private static final Duration GRACE = Duration.ofMillis(200);

    private volatile boolean isUnderWay;
    private volatile boolean hasEnded;
    private volatile long ended;

    /** Notes, before anyone can ask for a feed, that the folder will be looked through. */
    public void begin() {
        isUnderWay = true;
    }

    /** Notes that the folder has been looked through, or cannot be, and that what was found is stored. */
    public void end() {
        if (isUnderWay) {
            ended = System.nanoTime();
            hasEnded = true;
            isUnderWay = false;
        }
    }

    /** Whether the first look has not ended yet. */
    public boolean isUnderWay() {
        return isUnderWay;
    }

    /** Whether something that was not found may be about to come. */
    public boolean mayBringMore() {
        return isUnderWay || (hasEnded && System.nanoTime() - ended < GRACE.toNanos());
    }
}
