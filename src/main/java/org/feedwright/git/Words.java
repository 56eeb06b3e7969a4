package org.feedwright.git;

import java.time.Duration;

/** Times in words. */
final class Words {
    private Words() {}

    static String of(Duration time) {
        return time.toSeconds() % 60 == 0 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
    }
}
