package org.feedwright.feed;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.feedwright.article.Category;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.text.AddressKind;
import org.feedwright.text.UriReference;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * What its publisher says of a feed.
 *
 * @param id the feed's stated id; null to have one minted
 * @param title plain text on one line
 * @param home the address of the site that the feed belongs to
 * @param authority the domain under which ids are minted (RFC 4151)
 * @param language a BCP 47 tag
 * @param author who wrote the articles that name no author
 * @param icon the address of a small square image
 * @param logo the address of an image twice as wide as high
 * @param disclaimer what articles carry that bring no disclaimer of their own
 * @param window how many places the subscription document has
 * @param zone in which dates without a zone are read
 * @param hubs addresses of WebSub hubs that are told of changes
 * @param ttl how long a reader may wait between polls
 * @param retired whether the feed has ended and answers 410
 * @param select what the feed takes from other feeds; null if it has its own articles alone
 * @param formerly what the feed was called before, the oldest name first: those addresses lead to it
 * @param tombstones whether documents say which articles were withdrawn, since when and why
 * @param podcast what directories of podcasts want to know; null where it is none
 */
public record FeedDefinition(
        @Nullable String id,
        String title,
        @Nullable String subtitle,
        @Nullable String home,
        String authority,
        @Nullable String language,
        @Nullable Person author,
        @Nullable String rights,
        @Nullable String icon,
        @Nullable String logo,
        List<Category> categories,
        @Nullable Disclaimer disclaimer,
        int window,
        Content content,
        Highlights highlights,
        ZoneId zone,
        List<String> hubs,
        @Nullable Duration ttl,
        boolean retired,
        @Nullable Selector select,
        List<FeedName> formerly,
        boolean tombstones,
        @Nullable Podcast podcast) {

    public static final int DEFAULT_WINDOW = 20;

    /** How much of an article an entry carries. */
    public enum Content {
        FULL,
        SUMMARY
    }

    /** Where an entry carries the highlights. */
    public enum Highlights {
        SUMMARY,
        SUMMARY_AND_CONTENT
    }

    /** A feed that has always had its name, says nothing of withdrawn articles and is no podcast. */
    public FeedDefinition(
            @Nullable String id,
            String title,
            @Nullable String subtitle,
            @Nullable String home,
            String authority,
            @Nullable String language,
            @Nullable Person author,
            @Nullable String rights,
            @Nullable String icon,
            @Nullable String logo,
            List<Category> categories,
            @Nullable Disclaimer disclaimer,
            int window,
            Content content,
            Highlights highlights,
            ZoneId zone,
            List<String> hubs,
            @Nullable Duration ttl,
            boolean retired,
            @Nullable Selector select) {
        this(
                id,
                title,
                subtitle,
                home,
                authority,
                language,
                author,
                rights,
                icon,
                logo,
                categories,
                disclaimer,
                window,
                content,
                highlights,
                zone,
                hubs,
                ttl,
                retired,
                select,
                List.of(),
                false,
                null);
    }

    /** @throws IllegalArgumentException if the title is empty, or the window has no place */
    public FeedDefinition {
        title = XmlText.line(title);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a feed has a title");
        }
        if (window < 1) {
            throw new IllegalArgumentException("a feed's window has at least one place, not " + window);
        }
        authority = XmlText.line(authority);
        subtitle = XmlText.lineOrNull(subtitle);
        id = XmlText.lineOrNull(id);
        home = address(home);
        language = XmlText.lineOrNull(language);
        rights = XmlText.lineOrNull(rights);
        icon = address(icon);
        logo = address(logo);
        categories = List.copyOf(categories);
        hubs = hubs.stream()
                .map(XmlText::line)
                .filter(hub -> !hub.isEmpty())
                .map(hub -> UriReference.of(hub).uri())
                .filter(AddressKind.MEDIA::allows)
                .toList();
        // What was stored before there was this key has none.
        formerly = formerly == null ? List.of() : List.copyOf(formerly);
    }

    /** The feed of all articles, until its publisher says more of it. */
    public static FeedDefinition ofAll(String authority) {
        return new FeedDefinition(
                null,
                "All articles",
                null,
                null,
                authority,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                DEFAULT_WINDOW,
                Content.FULL,
                Highlights.SUMMARY,
                ZoneOffset.UTC,
                List.of(),
                null,
                false,
                Selector.EVERYTHING);
    }

    /** The same as a podcast, or not as one. */
    public FeedDefinition with(@Nullable Podcast podcast) {
        return with(select, podcast);
    }

    /** The same, taking these articles of other feeds. */
    public FeedDefinition with(@Nullable Selector select) {
        return with(select, podcast);
    }

    private FeedDefinition with(@Nullable Selector select, @Nullable Podcast podcast) {
        return new FeedDefinition(
                id,
                title,
                subtitle,
                home,
                authority,
                language,
                author,
                rights,
                icon,
                logo,
                categories,
                disclaimer,
                window,
                content,
                highlights,
                zone,
                hubs,
                ttl,
                retired,
                select,
                formerly,
                tombstones,
                podcast);
    }

    /** What a feed was called first, of which its id is minted. */
    FeedName firstName(FeedName name) {
        return formerly.isEmpty() ? name : formerly.getFirst();
    }

    /** The id that a feed of this name gets in a fresh store, unless another one has it. */
    public String idIn(FeedName name) {
        return id != null ? id : Feed.mintId(firstName(name).value(), authority);
    }

    private static @Nullable String address(@Nullable String address) {
        String line = XmlText.lineOrNull(address);
        String uri = line == null ? "" : UriReference.of(line).uri();
        return !uri.isEmpty() && AddressKind.MEDIA.allows(uri) ? uri : null;
    }
}
