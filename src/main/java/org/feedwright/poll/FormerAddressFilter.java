package org.feedwright.poll;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.Media;
import org.feedwright.article.Slug;
import org.feedwright.feed.Address;
import org.feedwright.feed.FeedPath;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FormerNames;
import org.feedwright.http.AnswerWriter;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Sends everyone from the addresses that a feed had under another name to those that it has now: its
 * documents of every kind, its page, its articles' pages and their files. Readers that follow a permanent redirect move
 * the subscription, so an address where a feed lives is never sent elsewhere.
 *
 * <p>It stands before the controllers and not in them, because it is the same for all they answer.
 */
@Component
@Order(1)
class FormerAddressFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Feeds feeds;
    private final Articles articles;
    private final Media media;
    private final FormerNames formerNames;
    private final OtherAddresses others;
    private final Answers answers;
    private final InstantSource clock;

    FormerAddressFilter(
            Feeds feeds,
            Articles articles,
            Media media,
            FormerNames formerNames,
            OtherAddresses others,
            Answers answers,
            InstantSource clock) {
        this.feeds = feeds;
        this.articles = articles;
        this.media = media;
        this.formerNames = formerNames;
        this.others = others;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = presentAddress(request.getRequestURI());
        if (address.isPresent()) {
            String query = request.getQueryString();
            AnswerWriter.send(
                    answers.moved(query == null ? address.get() : address.get() + "?" + query), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Empty if nothing of this path has moved, or the store does not say so. */
    private Optional<String> presentAddress(String path) {
        try {
            return FeedPath.parse(path).flatMap(this::presentAddress);
        } catch (DataAccessException | IllegalArgumentException _) {
            return Optional.empty(); // who comes behind says that it cannot be reached, or is no address
        }
    }

    private Optional<String> presentAddress(FeedPath path) {
        return path.feed()
                .flatMap(former -> formerNames.successor(former).flatMap(feed -> switch (path.root()) {
                    case Address.FEEDS -> Optional.of(feeds.addresses().feed(feed) + path.rest());
                    case Address.ARTICLES -> articlePage(former, path.below().replaceFirst("/$", ""), feed);
                    default -> file(former, path.below(), feed);
                }));
    }

    /** Of articles that stayed in the feed that has ended, also the files did. */
    private Optional<String> file(FeedName feed, String encoded, FeedName successor) {
        if (encoded.isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        String path = UriUtils.decode(encoded, StandardCharsets.UTF_8);
        boolean hasStayed = media.typeOf(feed, path, now).isPresent() || media.wasWithdrawn(feed, path, now);
        return hasStayed ? Optional.empty() : Optional.of(feeds.addresses().media(successor, path));
    }

    /**
     * A feed that has ended may have left articles behind, whose pages stay. One that has another address in
     * the renamed feed is led to without a stop. What is nowhere may be an alias of another article.
     */
    private Optional<String> articlePage(FeedName feed, String segment, FeedName successor) {
        String slug = URLDecoder.decode(segment, StandardCharsets.UTF_8);
        if (slug.isEmpty() || !Slug.of(slug).equals(slug)) {
            return Optional.empty();
        }
        var now = clock.instant();
        boolean hasStayed = articles.findMeant(feed, new Slug(slug), now).isPresent();
        return hasStayed
                ? Optional.empty()
                : articles.findMeant(successor, new Slug(slug), now)
                        .filter(article -> article.isVisible(now))
                        .map(article -> feeds.addresses().article(article.feed(), article.slug()))
                        .or(() -> others.isKnown(new Address.Article(feed, new Slug(slug)))
                                ? Optional.empty()
                                : Optional.of(feeds.addresses().article(successor, new Slug(slug))));
    }
}
