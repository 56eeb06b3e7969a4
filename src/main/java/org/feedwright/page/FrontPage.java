package org.feedwright.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.article.Article;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.Quarantine;
import org.feedwright.document.FeedFormat;
import org.feedwright.entry.Entries;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedListing;
import org.feedwright.feed.Feeds;
import org.feedwright.http.Answer;
import org.feedwright.text.TextLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The front page: the publisher's feeds, the newest articles, how to subscribe, and what is held back.
 * However many feeds there are, it takes one statement for the feeds and usually one for the articles.
 */
@Controller
class FrontPage {
    static final int FEEDS = 50;
    private static final int ARTICLES = 20;

    /** How many feeds a browser or a reader is told of that finds them by itself: people choose from that list. */
    static final int DISCOVERABLE = 20;

    private final Feeds feeds;
    private final Articles articles;
    private final Quarantine quarantine;
    private final InstantSource clock;
    private final Pages pages;

    FrontPage(Feeds feeds, Articles articles, Quarantine quarantine, InstantSource clock, Pages pages) {
        this.feeds = feeds;
        this.articles = articles;
        this.quarantine = quarantine;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * @param all the path of the feed of all articles
     * @param number which page of the feeds, from 1
     * @param hasNext whether there is a further one
     * @param alternates what programs find by themselves
     */
    record View(
            String all,
            int number,
            boolean hasNext,
            List<FormatLink> alternates,
            List<FeedLine> feeds,
            List<ArticleLine> articles,
            ShownProblems heldBack) {}

    record FeedLine(
            String path,
            String title,
            @Nullable String subtitle,
            TextLanguage language,
            String articles,
            @Nullable DisplayedTime newest,
            List<FormatLink> formats) {}

    record ArticleLine(Teaser teaser, String feed, String feedPath, TextLanguage feedLanguage) {}

    @RequestMapping(
            path = "/",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer front(@RequestParam(defaultValue = "1") String page) {
        if (!page.matches("[1-9][0-9]{0,5}")) {
            return pages.missing();
        }
        int number = Integer.parseInt(page);
        var listings = feeds.newest(FEEDS + 1, (number - 1) * FEEDS);
        if (listings.isEmpty() && number > 1) {
            return pages.missing();
        }
        var alternates = alternates(listings);
        var view = new View(
                pages.path(Feed.ALL),
                number,
                listings.size() > FEEDS,
                alternates,
                listings.stream().limit(FEEDS).map(this::line).toList(),
                number == 1 ? newest(listings) : List.of(),
                number == 1 ? ShownProblems.of(quarantine, feeds.addresses()) : ShownProblems.NOTHING);
        return pages.page(JteFrontGenerated::render, view, alternates);
    }

    /** Each feed once, and the list of them all. */
    private List<FormatLink> alternates(List<FeedListing> listings) {
        var feedLinks = listings.stream()
                .limit(DISCOVERABLE)
                .map(FeedListing::feed)
                .map(feed -> new FormatLink(
                        feed.definition().title(),
                        FeedFormat.ATOM.mediaType(),
                        feeds.addresses().document(feed.name(), FeedFormat.ATOM.extension())));
        var list = new FormatLink(
                "All feeds (OPML)",
                SubscriptionList.MEDIA_TYPE,
                feeds.addresses().subscriptions());
        return Stream.concat(feedLinks, Stream.of(list)).toList();
    }

    private FeedLine line(FeedListing listing) {
        var feed = listing.feed();
        var definition = feed.definition();
        return new FeedLine(
                pages.path(feed.name()),
                definition.title(),
                definition.description().subtitle(),
                TextLanguage.of(definition.language()),
                Count.of(listing.articles(), "article"),
                listing.newest() == null ? null : DisplayedTime.day(listing.newest(), definition.zone()),
                FormatLink.of(feed.name(), feeds.addresses()));
    }

    /** The feeds of the newest articles are among the newest feeds, or are not there for readers. */
    private List<ArticleLine> newest(List<FeedListing> listings) {
        Map<FeedName, Feed> open =
                listings.stream().map(FeedListing::feed).collect(Collectors.toMap(Feed::name, Function.identity()));
        return open.isEmpty() ? List.of() : newest(open, ARTICLES, clock.instant());
    }

    /** Asks for more where articles of feeds that have ended, or are only being loaded, take the places. */
    private List<ArticleLine> newest(Map<FeedName, Feed> open, int asked, Instant now) {
        var found = articles.newest(asked, now);
        var lines = found.stream()
                .flatMap(article -> Stream.ofNullable(open.get(article.feed())).map(feed -> line(article, feed)))
                .limit(ARTICLES)
                .toList();
        boolean enough = lines.size() == ARTICLES || found.size() < asked || asked > 8 * ARTICLES;
        return enough ? lines : newest(open, asked * 4, now);
    }

    private ArticleLine line(Article article, Feed feed) {
        var definition = feed.definition();
        var entry = new Entries(definition, feeds.addresses()).of(article);
        return new ArticleLine(
                Teaser.of(entry, definition.zone(), pages.path(entry.page())),
                definition.title(),
                pages.path(feed.name()),
                TextLanguage.of(definition.language()));
    }
}
