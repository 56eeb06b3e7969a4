package org.feedwright.poll;

import java.time.Instant;
import org.feedwright.article.Articles;
import org.feedwright.testing.SettableClock;
import org.feedwright.timeline.FeedLifecycle;
import org.feedwright.timeline.Publishing;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
public class PollingSetup {
    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock(Instant.parse("2026-03-01T12:00:00.700Z"));
    }

    @Bean
    Publisher publisher(FeedLifecycle lifecycle, Publishing publishing, Articles articles) {
        return new Publisher(lifecycle, publishing, articles);
    }
}
