package org.feedwright.document;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.entry.Selection;
import org.feedwright.feed.Podcast;
import org.jspecify.annotations.Nullable;

/** The pictures that stand for a feed. A podcast has its art, where its publisher names no other. */
final class Pictures {
    private static final Pattern OTHER = Pattern.compile("(?i)\\.(?!gif$|jpe?g$|png$)\\w+$");

    private Pictures() {}

    /** The address of the logo, or of a podcast's art; null if there is neither. */
    static @Nullable String logo(Selection selection) {
        String logo = selection.feed().definition().description().logo();
        return logo != null ? logo : art(selection);
    }

    /**
     * A picture that the readers of RSS can show: "a GIF, JPEG or PNG image". It is the logo, or else the icon, or else
     * a podcast's art; null if none is of such a kind.
     */
    static @Nullable String forRss(Selection selection) {
        var definition = selection.feed().definition();
        return Stream.of(
                        definition.description().logo(),
                        definition.description().icon(),
                        art(selection))
                .filter(Pictures::isForRss)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String art(Selection selection) {
        var feed = selection.feed();
        var podcast = feed.definition().podcast();
        return podcast == null ? null : Podcast.address(podcast.image(), selection.addresses(), feed.name());
    }

    /** An address that ends in no extension may be anything. */
    private static boolean isForRss(@Nullable String address) {
        return address != null && !OTHER.matcher(address).find();
    }
}
