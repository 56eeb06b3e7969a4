package org.feedwright.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.feedwright.article.Article;
import org.feedwright.article.FormerAddress;
import org.feedwright.entry.Selection;
import org.feedwright.feed.Address;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feed;
import org.feedwright.timeline.PublishedPages;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Pages without anyone who asks for them: each exactly as it would be answered. */
@Component
public class PageCopies {
    private static final int OK = 200;
    private static final int GONE = 410;

    private final FrontPage front;
    private final FeedPage feeds;
    private final ArticlePage articles;
    private final SubscriptionList subscriptions;
    private final Robots robots;
    private final Favicon favicon;
    private final Sitemap sitemap;
    private final PublishedPages published;
    private final Pages pages;

    PageCopies(
            FrontPage front,
            FeedPage feeds,
            ArticlePage articles,
            SubscriptionList subscriptions,
            Robots robots,
            Favicon favicon,
            Sitemap sitemap,
            PublishedPages published,
            Pages pages) {
        this.front = front;
        this.feeds = feeds;
        this.articles = articles;
        this.subscriptions = subscriptions;
        this.robots = robots;
        this.favicon = favicon;
        this.sitemap = sitemap;
        this.published = published;
        this.pages = pages;
    }

    /** What is the same around all pages; where it changes, all pages do. */
    public String frame() {
        return pages.frame();
    }

    /** What there is once: the front page with its further parts, the lists of everything, the assets, and the page that is not there. */
    public Stream<PageCopy> ofSite() {
        return Stream.of(frontPages(), lists(), assets(), Stream.of(PageCopy.of("/404.html", pages.missing())))
                .flatMap(copies -> copies);
    }

    /** The page that shows the same as a document. */
    public PageCopy of(Selection selection) {
        var address =
                new Address.Page(selection.logicalFeed(), selection.history().archive());
        return PageCopy.of(address.decoded(), feeds.page(selection));
    }

    /** What is at the address of a feed that has ended. */
    public PageCopy ofEnded(Feed feed) {
        return PageCopy.of(Address.Page.of(feed.name()).decoded(), feeds.ended());
    }

    /** The page of an article, or of what is left of it; empty where nobody is to know of it. */
    public Optional<PageCopy> of(Feed feed, Article article) {
        var answer = articles.answer(Optional.of(feed), Optional.of(article), null);
        return answer.status() == 404
                ? Optional.empty()
                : Optional.of(PageCopy.of(new Address.Article(feed.name(), article.slug()).decoded(), answer));
    }

    /** What is at an address that an article had before it was withdrawn; empty where nobody is to know of it. */
    public Optional<PageCopy> ofWithdrawn(Feed feed, Article article, FormerAddress address) {
        return of(feed, article)
                .filter(copy -> copy.status() == GONE)
                .map(copy -> new PageCopy(
                        new Address.Article(address.feed(), address.slug()).decoded(),
                        1,
                        GONE,
                        copy.fields(),
                        copy.bytes()));
    }

    private Stream<PageCopy> frontPages() {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> PageCopy.of("/", number, front.front(String.valueOf(number))))
                .takeWhile(copy -> copy.status() == OK);
    }

    private Stream<PageCopy> lists() {
        try {
            return Stream.concat(
                    Stream.of(
                            PageCopy.of(Addresses.SUBSCRIPTIONS, subscriptions.list()),
                            PageCopy.of("/robots.txt", robots.rules()),
                            PageCopy.of("/favicon.ico", favicon.icon()),
                            PageCopy.of("/sitemap.xml", sitemap.parts()),
                            PageCopy.of("/sitemap-feeds.xml", sitemap.feeds())),
                    published.parts().stream()
                            .map(part -> PageCopy.of(
                                    "/sitemap-" + part.feed() + "-" + part.number() + ".xml",
                                    sitemap.part(part.feed().value(), String.valueOf(part.number()))))
                            .filter(copy -> copy.status() == OK));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing in a list of feeds can be refused", e);
        }
    }

    private static Stream<PageCopy> assets() {
        return Assets.FILES.entrySet().stream().map(file -> {
            try {
                return new PageCopy(
                        Assets.path(file.getKey()),
                        1,
                        OK,
                        Map.of(
                                "Content-Type",
                                file.getValue(),
                                "Cache-Control",
                                String.valueOf(Assets.CACHING.getHeaderValue())),
                        new ClassPathResource(Assets.DIRECTORY + file.getKey()).getContentAsByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
