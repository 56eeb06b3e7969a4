package org.feedwright.feed;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.feedwright.article.Category;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.text.AddressKind;
import org.feedwright.text.UriReference;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * A feed as its publisher defines it.
 *
 * @param select what the feed takes from other feeds; null if it has its own articles alone
 * @param podcast what directories of podcasts want to know; null where it is none
 * @param conventions how the feed's articles are written and named
 */
public record FeedDefinition(
        Identity identity,
        Description description,
        Display display,
        Delivery delivery,
        @Nullable Selector select,
        @Nullable Podcast podcast,
        Conventions conventions) {
    public FeedDefinition {
        conventions = Objects.requireNonNullElse(conventions, Conventions.OWN); // stored before there were any
    }

    /** A definition of a feed whose articles are written our way. */
    public FeedDefinition(
            Identity identity,
            Description description,
            Display display,
            Delivery delivery,
            @Nullable Selector select,
            @Nullable Podcast podcast) {
        this(identity, description, display, delivery, select, podcast, Conventions.OWN);
    }

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

    /**
     * The names under which the feed and its articles are known.
     *
     * @param id the feed's stated id; null to have one minted
     * @param authority the domain under which ids are minted (RFC 4151)
     * @param formerly the feed's earlier names, the oldest first: those addresses lead to it
     * @param formerlyAt the addresses on this host at which readers had the feed before, such as {@code /feed.xml}
     */
    public record Identity(
            @Nullable String id, String authority, List<FeedName> formerly, List<FormerDocument> formerlyAt) {
        public Identity {
            id = XmlText.lineOrNull(id);
            authority = XmlText.line(authority);
            formerly = List.copyOf(formerly);
            formerlyAt = formerlyAt == null ? List.of() : List.copyOf(formerlyAt); // stored before there were any
        }

        /** The identity of a feed that states no id and has always had its name. */
        public static Identity under(String authority) {
            return new Identity(null, authority, List.of(), List.of());
        }
    }

    /**
     * The facts about the feed that readers see.
     *
     * @param title plain text on one line
     * @param home the address of the site that the feed belongs to
     * @param language a BCP 47 tag
     * @param author who wrote the articles that name no author
     * @param icon the address of a small square image
     * @param logo the address of an image twice as wide as high
     */
    public record Description(
            String title,
            @Nullable String subtitle,
            @Nullable String home,
            @Nullable String language,
            @Nullable Person author,
            @Nullable String rights,
            @Nullable String icon,
            @Nullable String logo,
            List<Category> categories) {
        /** @throws IllegalArgumentException if the title is empty */
        public Description {
            title = XmlText.line(title);
            if (title.isEmpty()) {
                throw new IllegalArgumentException("a feed has a title");
            }
            subtitle = XmlText.lineOrNull(subtitle);
            home = address(home);
            language = XmlText.lineOrNull(language);
            rights = XmlText.lineOrNull(rights);
            icon = address(icon);
            logo = address(logo);
            categories = List.copyOf(categories);
        }

        /** The description of a feed that has a title and nothing else. */
        public static Description titled(String title) {
            return new Description(title, null, null, null, null, null, null, null, List.of());
        }
    }

    /**
     * How the feed shows its articles.
     *
     * @param window how many places the subscription document has
     * @param disclaimer what articles carry that bring no disclaimer of their own
     * @param zone in which dates without a zone are read
     */
    public record Display(
            int window,
            Content content,
            Highlights highlights,
            @Nullable Disclaimer disclaimer,
            ZoneId zone) {
        /** @throws IllegalArgumentException if the window has no place */
        public Display {
            if (window < 1) {
                throw new IllegalArgumentException("a feed's window has at least one place, not " + window);
            }
        }

        /** How a feed shows whole articles that have no disclaimer. */
        public static Display ofPlaces(int window) {
            return new Display(window, Content.FULL, Highlights.SUMMARY, null, ZoneOffset.UTC);
        }
    }

    /**
     * How readers get the feed.
     *
     * @param hubs addresses of WebSub hubs that are told of changes
     * @param ttl how long a reader may wait between polls
     * @param retired whether the feed has ended and answers 410
     * @param tombstones whether documents say which articles were withdrawn, since when and why
     */
    public record Delivery(List<String> hubs, @Nullable Duration ttl, boolean retired, boolean tombstones) {
        /** The delivery of a feed that is polled. */
        public static final Delivery POLLED = new Delivery(List.of(), null, false, false);

        public Delivery {
            hubs = hubs.stream()
                    .map(XmlText::line)
                    .filter(hub -> !hub.isEmpty())
                    .map(hub -> UriReference.of(hub).uri())
                    .filter(AddressKind.MEDIA::allows)
                    .toList();
        }
    }

    /** The feed of all articles, until its publisher says more of it. */
    public static FeedDefinition ofAll(String authority) {
        return new FeedDefinition(
                Identity.under(authority),
                Description.titled("All articles"),
                Display.ofPlaces(DEFAULT_WINDOW),
                Delivery.POLLED,
                Selector.EVERYTHING,
                null);
    }

    /** The same as a podcast, or not as one. */
    public FeedDefinition with(@Nullable Podcast podcast) {
        return new FeedDefinition(identity, description, display, delivery, select, podcast, conventions);
    }

    /** The same, taking these articles of other feeds. */
    public FeedDefinition with(@Nullable Selector select) {
        return new FeedDefinition(identity, description, display, delivery, select, podcast, conventions);
    }

    public List<FeedName> formerly() {
        return identity.formerly;
    }

    public String title() {
        return description.title;
    }

    public @Nullable String language() {
        return description.language;
    }

    public @Nullable Person author() {
        return description.author;
    }

    public int window() {
        return display.window;
    }

    public ZoneId zone() {
        return display.zone;
    }

    public boolean retired() {
        return delivery.retired;
    }

    /** The feed's first name, of which its id is minted. */
    FeedName firstName(FeedName name) {
        return formerly().isEmpty() ? name : formerly().getFirst();
    }

    /** The id that a feed of this name gets in a fresh store, unless another one has it. */
    public String idIn(FeedName name) {
        return identity.id != null ? identity.id : Feed.mintId(firstName(name).value(), identity.authority);
    }

    private static @Nullable String address(@Nullable String address) {
        String line = XmlText.lineOrNull(address);
        String uri = line == null ? "" : UriReference.of(line).uri();
        return !uri.isEmpty() && AddressKind.MEDIA.allows(uri) ? uri : null;
    }
}
