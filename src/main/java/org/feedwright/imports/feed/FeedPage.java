package org.feedwright.imports.feed;

import java.util.List;
import org.feedwright.article.Person;
import org.jspecify.annotations.Nullable;

/**
 * A document of a feed: the one that readers subscribe to, or an older one.
 *
 * @param title plain text
 * @param home the address of the website
 * @param self the address at which readers have the feed, as the document says
 * @param older the address of the document with older entries; null if it names none
 * @param generator the program that wrote it, as it says; may be empty
 * @param others what each of its entries is that is no article, as one of many
 * @param isPodcast whether it says what directories of podcasts want to know
 * @param isWhole false if the document breaks off before its end
 */
public record FeedPage(
        FeedKind kind,
        String title,
        @Nullable String subtitle,
        @Nullable String home,
        @Nullable String language,
        @Nullable String rights,
        @Nullable Person author,
        @Nullable String icon,
        @Nullable String logo,
        @Nullable String self,
        @Nullable String older,
        String generator,
        List<FeedEntry> entries,
        List<String> others,
        boolean isPodcast,
        boolean isWhole) {
    public FeedPage {
        entries = List.copyOf(entries);
        others = List.copyOf(others);
    }
}
