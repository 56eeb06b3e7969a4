package org.feedwright.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Whatever a test awaits is asked for at once, and often. Of itself Awaitility lets a tenth of a second, or the time that
 * is given between two questions, pass before the first; over all tests that is minutes. JUnit finds this by itself.
 */
public final class AskedAtOnce implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
    }
}
