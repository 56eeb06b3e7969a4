package org.feedwright.webhook;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.feedwright.article.Articles;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FormerNames;
import org.feedwright.store.JdbcLibraryConnections;
import org.feedwright.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes what is needed to tell others, where the settings name somebody, and otherwise nothing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class JdbcWebhookConfiguration {
    @Bean
    @Nullable
    Webhooks webhooks(
            WebhookSettings settings,
            JdbcClient jdbc,
            JdbcLibraryConnections connections,
            Transactions transactions,
            Articles articles,
            Feeds feeds,
            FormerNames formerNames,
            InstantSource clock) {
        var endpoints = settings.checked();
        if (endpoints.isEmpty()) {
            return null;
        }
        var deliveries = new JdbcDeliveries(jdbc);
        var counts = new DeliveryCounts();
        var sender = new Sender(
                new WebhookClient(AllowedNetworks.of(settings.allowedNetworks())), settings.timeout(), clock);
        var delivering = new Delivering(
                endpoints,
                deliveries,
                sender,
                new RetryPolicy(settings.firstRetry(), settings.retryFor()),
                new Jitter(RandomGenerator.getDefault()),
                counts,
                transactions,
                clock);
        var schedule = new JdbcSchedule(connections.source(), clock, delivering::attempt);
        var announcing = new Announcing(
                new Telling(endpoints.values(), formerNames, deliveries, schedule, clock),
                new Message(feeds.addresses()),
                deliveries,
                schedule,
                articles,
                feeds,
                transactions,
                settings.maxAge(),
                clock);
        return new Webhooks(endpoints, deliveries, announcing, schedule, sender, counts, clock);
    }
}
