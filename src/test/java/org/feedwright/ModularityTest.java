package org.feedwright;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void packagesDependOnEarlierStagesOnlyAndOnNothingInternal() {
        ApplicationModules.of(Feedwright.class).verify();
    }
}
