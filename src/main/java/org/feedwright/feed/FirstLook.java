package org.feedwright.feed;

import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Whether the folder has been looked through since the start. Until then nobody can say that there is no
 * such feed, article or file: a reader that is told so may drop its subscription.
 *
 * <p>Where nobody looks, as in commands, what is stored is all there is.
 */
@Component
public class FirstLook {
    /** Who asked just before it ended may be answered just after. */
    private static final Duration GRACE = Duration.ofMillis(200);

    private volatile boolean isUnderWay;
    private volatile boolean hasEnded;
    private volatile long ended;

    /** Says, before anyone can ask for a feed, that the folder will be looked through. */
    public void begin() {
        isUnderWay = true;
    }

    /** Says that it has been, or cannot be; what it found is stored. */
    public void end() {
        if (isUnderWay) {
            ended = System.nanoTime();
            hasEnded = true;
            isUnderWay = false;
        }
    }

    /** Whether it has not ended yet. */
    public boolean isUnderWay() {
        return isUnderWay;
    }

    /** Whether what somebody did not find may have been about to come. */
    public boolean mayBringMore() {
        return isUnderWay || (hasEnded && System.nanoTime() - ended < GRACE.toNanos());
    }
}
