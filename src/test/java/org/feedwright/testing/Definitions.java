package org.feedwright.testing;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.feedwright.article.Category;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.article.Prose;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.FeedDefinition.Content;
import org.feedwright.feed.FeedDefinition.Delivery;
import org.feedwright.feed.FeedDefinition.Description;
import org.feedwright.feed.FeedDefinition.Display;
import org.feedwright.feed.FeedDefinition.Highlights;
import org.feedwright.feed.FeedDefinition.Identity;
import org.feedwright.feed.Selector;
import org.jspecify.annotations.Nullable;

/** Defines feeds. */
public final class Definitions {
    private Definitions() {}

    public static FeedDefinition titled(String title) {
        return of(title, FeedDefinition.DEFAULT_WINDOW, false);
    }

    public static FeedDefinition withWindow(int window) {
        return of("News", window, false);
    }

    public static FeedDefinition retired() {
        return of("News", FeedDefinition.DEFAULT_WINDOW, true);
    }

    public static FeedDefinition withTombstones() {
        return with(List.of(), true);
    }

    public static FeedDefinition formerly(FeedName... names) {
        return with(List.of(names), false);
    }

    private static FeedDefinition with(List<FeedName> names, boolean tombstones) {
        var plain = titled("News");
        var delivery = plain.delivery();
        return new FeedDefinition(
                new Identity(null, plain.identity().authority(), names, List.of()),
                plain.description(),
                plain.display(),
                new Delivery(delivery.hubs(), delivery.ttl(), delivery.retired(), tombstones),
                null,
                null);
    }

    /** Of a feed whose articles are this author's, in this language, if they say nothing else. */
    public static FeedDefinition written(@Nullable String author, @Nullable String language) {
        return of(
                "News",
                FeedDefinition.DEFAULT_WINDOW,
                false,
                author == null ? null : Person.named(author),
                language,
                null);
    }

    public static FeedDefinition selecting(Selector select) {
        return of("Selected", FeedDefinition.DEFAULT_WINDOW, false, null, null, select);
    }

    /** Of a composed feed that has ended. */
    public static FeedDefinition ended(Selector select) {
        return of("Selected", FeedDefinition.DEFAULT_WINDOW, true, null, null, select);
    }

    private static FeedDefinition of(String title, int window, boolean retired) {
        var author = new Person("Ann Author", "ann@example.org", "https://example.org/ann");
        return of(title, window, retired, author, "en", null);
    }

    private static FeedDefinition of(
            String title,
            int window,
            boolean retired,
            @Nullable Person author,
            @Nullable String language,
            @Nullable Selector select) {
        return new FeedDefinition(
                Identity.under("example.org"),
                new Description(
                        title,
                        "All that is new",
                        "https://example.org/",
                        language,
                        author,
                        "© Example",
                        "https://example.org/icon.png",
                        null,
                        List.of(new Category("News"))),
                new Display(
                        window,
                        Content.FULL,
                        Highlights.SUMMARY,
                        new Disclaimer(new Prose("No advice.", "<p>No advice.</p>")),
                        ZoneOffset.UTC),
                new Delivery(List.of("https://hub.example.org/"), Duration.ofMinutes(90), retired, false),
                select,
                null);
    }
}
