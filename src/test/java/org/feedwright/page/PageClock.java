package org.feedwright.page;

import org.feedwright.testing.AdvancingClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The time of the tests of pages. It stands by itself, for Spring warns of one within a class of tests. */
@TestConfiguration(proxyBeanMethods = false)
class PageClock {
    @Bean
    @Primary
    AdvancingClock advancingClock() {
        return new AdvancingClock();
    }
}
