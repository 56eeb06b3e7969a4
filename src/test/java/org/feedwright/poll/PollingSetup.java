package org.feedwright.poll;

import java.time.Instant;
import java.util.Map;
import org.feedwright.article.Articles;
import org.feedwright.feed.Feeds;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

@TestConfiguration(proxyBeanMethods = false)
class PollingSetup {
    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock(Instant.parse("2026-03-01T12:00:00.700Z"));
    }

    @Bean
    Publisher publisher(Feeds feeds, Articles articles) {
        return new Publisher(feeds, articles);
    }

    /** Stands in for the feeds' pages where there are none: whatever else is mapped there comes first. */
    @Bean
    SimpleUrlHandlerMapping pages() {
        HttpRequestHandler page = (_, response) -> {
            response.setContentType("text/html;charset=utf-8");
            response.getWriter().write("<!doctype html><title>A page</title>");
        };
        return new SimpleUrlHandlerMapping(Map.of("/feeds/{feed}", page), 10);
    }
}
