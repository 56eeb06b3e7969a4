package org.feedwright.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedwright.article.ArticleEvent;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Feed;
import org.feedwright.timeline.Announcements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;

/** Those who are told of what is published. There is no such part where the settings name nobody. */
public final class Webhooks implements Announcements, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);

    private final Map<String, Endpoint> endpoints;
    private final JdbcDeliveries deliveries;
    private final Announcing announcing;
    private final JdbcSchedule schedule;
    private final Sender sender;
    private final DeliveryCounts counts;
    private final InstantSource clock;
    private boolean isStarted; // guarded by this

    Webhooks(
            Map<String, Endpoint> endpoints,
            JdbcDeliveries deliveries,
            Announcing announcing,
            JdbcSchedule schedule,
            Sender sender,
            DeliveryCounts counts,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.announcing = announcing;
        this.schedule = schedule;
        this.sender = sender;
        this.counts = counts;
        this.clock = clock;
    }

    /** A new secret for the settings. */
    public static String newSecret() {
        return Secret.made();
    }

    @Override
    public void note(ArticleEvent event) {
        announcing.note(event);
    }

    @Override
    public void renamed(Feed feed, FeedName former) {
        announcing.renamed(feed, former);
    }

    @Override
    public void ended(Feed feed) {
        announcing.ended(feed);
    }

    @Override
    public void resumed(Feed feed) {
        announcing.resumed(feed);
    }

    /** Begins to send when the service is ready. A command sends nothing, but what it publishes is stored to be sent. */
    @EventListener
    synchronized void start(ApplicationReadyEvent ready) {
        if (!isStarted && ready.getApplicationContext() instanceof WebServerApplicationContext) {
            isStarted = true;
            Thread.ofVirtual().name("webhooks").start(this::begin);
        }
    }

    private void begin() {
        try {
            announcing.awaitAll();
        } catch (RuntimeException e) {
            log.warn("It is not known which scheduled articles webhooks are to be told of: {}", e.toString());
        }
        schedule.start(announcing::appear);
    }

    @Override
    public synchronized void destroy() {
        if (isStarted) {
            schedule.stop();
        }
        sender.close();
    }

    /** The names of those who are told. */
    Set<String> names() {
        return endpoints.keySet();
    }

    /**
     * How it goes with each of them.
     *
     * @throws org.springframework.dao.DataAccessException if the store cannot be read
     */
    List<EndpointState> states() {
        var known = deliveries.states();
        return endpoints.keySet().stream()
                .map(name -> known.getOrDefault(name, EndpointState.unused(name)))
                .toList();
    }

    long count(String endpoint, DeliveryCounts.Kind kind) {
        return counts.count(endpoint, kind);
    }

    /**
     * Sends one of them a message that nothing has happened, at once and once.
     *
     * @return why it did not take it; empty if it did
     * @throws IllegalArgumentException if nobody has this name
     */
    public Optional<String> test(String name) throws InterruptedException {
        var endpoint = endpoints.get(name);
        if (endpoint == null) {
            throw new IllegalArgumentException("there is no webhook '" + name + "', but " + endpoints.keySet());
        }
        Instant now = clock.instant();
        return switch (sender.send(endpoint, Message.newId(), Message.test(now))) {
            case Outcome.Delivered _ -> Optional.empty();
            case Outcome.Gone _ -> Optional.of("it answers 410 Gone");
            case Outcome.Failed failed -> Optional.of(failed.reason());
        };
    }
}
