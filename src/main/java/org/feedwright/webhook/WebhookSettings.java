package org.feedwright.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.store.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The block {@code feedwright.webhooks}: who is told of what is published.
 *
 * @param endpoints those who are told, by name
 * @param allowedNetworks the addresses that may be asked beside those of the internet, such as {@code 10.0.0.0/8}
 * @param timeout how long a receiver may take to answer
 * @param firstRetry how long after a failed attempt the second one is made; the time then grows threefold each time
 * @param retryFor how long a delivery is tried
 * @param maxAge how old, by its date, an article may be to be told of when it is first published
 */
@ConfigurationProperties("feedwright.webhooks")
record WebhookSettings(
        @DefaultValue Map<String, Named> endpoints,
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("1d") Duration retryFor,
        @DefaultValue("7d") Duration maxAge) {
    private static final String ALL = "feedwright.webhooks.";
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);
    private static final Set<String> USUAL = Set.of(
            "article.published", "article.updated", "article.withdrawn", "feed.renamed", "feed.ended", "feed.resumed");

    WebhookSettings {
        endpoints = Map.copyOf(endpoints);
        allowedNetworks = List.copyOf(allowedNetworks);
        AllowedNetworks.of(allowedNetworks); // says what is wrong with them
        endpoints.forEach((name, named) -> named.checked(name)); // likewise
        require(!timeout.isNegative() && !timeout.isZero(), "timeout", timeout, "is no time", "15s");
        require(timeout.compareTo(LONGEST_TIMEOUT) <= 0, "timeout", timeout, "is more than a minute", "15s");
        require(
                firstRetry.compareTo(Duration.ofMillis(100)) >= 0,
                "first-retry",
                firstRetry,
                "is less than 100ms",
                "5s");
        require(!retryFor.isNegative(), "retry-for", retryFor, "is less than nothing", "1d");
        require(!maxAge.isNegative(), "max-age", maxAge, "is less than nothing", "7d");
    }

    private static void require(boolean holds, String name, Duration value, String wrong, String example) {
        if (!holds) {
            throw new SettingRefused(ALL + name, value.toString(), wrong, "write a time such as " + example);
        }
    }

    /** Those who are told, by name. */
    Map<String, Endpoint> checked() {
        var checked = new TreeMap<String, Endpoint>();
        endpoints.forEach((name, named) -> checked.put(name, named.checked(name)));
        return checked;
    }

    /**
     * One who is told, as the settings have it.
     *
     * @param url where
     * @param secret one or several keys, each {@code whsec_} and its bytes in base64
     * @param feeds the names of the feeds of which it is told; none for all
     * @param events of what it is told
     */
    record Named(
            @Nullable String url,
            @DefaultValue List<String> secret,
            @DefaultValue Set<String> feeds,
            @DefaultValue Set<String> events) {
        private Endpoint checked(String name) {
            String at = ALL + "endpoints." + name + ".";
            return new Endpoint(
                    name,
                    address(at + "url", url == null ? "" : url.strip()),
                    secrets(at + "secret"),
                    feeds.stream().map(feed -> feed(at + "feeds", feed)).collect(Collectors.toSet()),
                    (events.isEmpty() ? USUAL : events)
                            .stream().map(event -> type(at + "events", event)).collect(Collectors.toSet()));
        }

        private static URI address(String setting, String url) {
            try {
                var address = new URI(url);
                if (("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                        && address.getHost() != null
                        && address.getRawUserInfo() == null
                        && address.getRawFragment() == null) {
                    return address;
                }
            } catch (URISyntaxException _) {
                // said below, without the address, which may hold a password
            }
            throw new SettingRefused(
                    setting,
                    url.isEmpty() ? "" : "(not shown)",
                    "is not an address to which a request can be sent",
                    "write one such as https://example.org/hooks, without a user's name and without #");
        }

        private List<Secret> secrets(String setting) {
            var read = secret.stream().map(text -> Secret.of(text.strip())).toList();
            if (read.isEmpty() || read.stream().anyMatch(each -> each.isEmpty())) {
                throw new SettingRefused(
                        setting,
                        read.isEmpty() ? "" : "(not shown)",
                        "is no secret of a webhook",
                        "write whsec_ and 24 to 64 random bytes in base64; 'feedwright webhook secret' makes one");
            }
            return read.stream().flatMap(each -> each.stream()).toList();
        }

        private static FeedName feed(String setting, String name) {
            if (!FeedName.isValid(name)) {
                throw new SettingRefused(
                        setting, name, "is no name of a feed", "write the names of feeds, or nothing for all");
            }
            return new FeedName(name);
        }

        private static EventType type(String setting, String token) {
            return EventType.of(token)
                    .filter(type -> type != EventType.TEST)
                    .orElseThrow(() -> new SettingRefused(
                            setting,
                            token,
                            "is nothing that is told",
                            "write article.published, article.updated, article.changed, article.withdrawn, feed.renamed,"
                                    + " feed.ended or feed.resumed"));
        }
    }
}
