package org.feedwright.feed;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.feedwright.article.Episode.Credit;
import org.feedwright.article.FeedName;
import org.feedwright.text.NamedUuid;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * The data of a feed for podcast directories (Apple Podcasts' requirements, Podcasting 2.0).
 *
 * @param image the square art: an absolute address, or the path of a file in the feed's folder
 * @param topics at least one
 * @param owner the person to whom a directory writes
 * @param author the speaker; null where the feed's author or title is named instead
 * @param complete whether no further episode will come
 * @param guid the podcast's identity in every directory; null until it is made
 * @param locked whether other hosts must not import it; null where that is not stated
 */
public record Podcast(
        String image,
        List<Topic> topics,
        boolean explicit,
        Type type,
        Owner owner,
        @Nullable String author,
        boolean complete,
        @Nullable String guid,
        @Nullable Boolean locked,
        List<Funding> funding,
        List<Credit> people) {
    /** The namespace in which podcasts' ids are made (Podcasting 2.0, {@code podcast:guid}). */
    private static final UUID NAMESPACE = UUID.fromString("ead4c236-bf58-58c6-a2c6-a6b28d128cb6");

    /** The order in which episodes should be heard. */
    public enum Type {
        EPISODIC,
        SERIAL
    }

    /**
     * One of Apple Podcasts' categories.
     *
     * @param within the sub-category; null where there is none
     */
    public record Topic(String name, @Nullable String within) {}

    public record Owner(@Nullable String name, String email) {
        public Owner {
            name = XmlText.lineOrNull(name);
            email = XmlText.line(email);
        }
    }

    /** A page on which listeners can give money. */
    public record Funding(String url, String text) {
        public Funding {
            url = XmlText.line(url);
            text = XmlText.line(text);
        }
    }

    public Podcast {
        image = XmlText.line(image);
        author = XmlText.lineOrNull(author);
        guid = XmlText.lineOrNull(guid);
        topics = List.copyOf(topics);
        funding = List.copyOf(funding);
        people = List.copyOf(people);
    }

    /** Whether a file in the feed's folder is the podcast's art, or a picture of a person. */
    public boolean shows(String path) {
        return !isElsewhere(path)
                && (image.equals(path) || people.stream().anyMatch(person -> path.equals(person.image())));
    }

    /** The files in the feed's folder that the podcast shows. */
    public List<String> pictures() {
        return Stream.concat(Stream.of(image), people.stream().flatMap(person -> Stream.ofNullable(person.image())))
                .filter(picture -> !isElsewhere(picture))
                .toList();
    }

    /** The address where directories find one of the pictures. */
    public static String address(String image, Addresses addresses, FeedName feed) {
        return isElsewhere(image) ? image : addresses.media(feed, image);
    }

    private static boolean isElsewhere(String image) {
        return image.contains("://");
    }

    /**
     * A copy with an identity: the stated one, else the one that it had, else one made of its present address. The
     * identity stays when that address changes.
     */
    public Podcast identified(@Nullable Podcast before, String address) {
        String given = guid != null ? guid : before != null && before.guid != null ? before.guid : guid(address);
        return new Podcast(image, topics, explicit, type, owner, author, complete, given, locked, funding, people);
    }

    /**
     * "A UUIDv5 … generated from the RSS feed url, with the protocol scheme and trailing slashes stripped off,
     * combined with a unique podcast namespace" (Podcasting 2.0, {@code podcast:guid}; RFC 9562 §5.5).
     */
    static String guid(String address) {
        String name = address.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "").replaceFirst("/+$", "");
        return NamedUuid.of(NAMESPACE, name).toString();
    }
}
