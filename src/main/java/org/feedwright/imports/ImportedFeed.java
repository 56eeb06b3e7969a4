package org.feedwright.imports;

import java.time.ZoneId;
import java.util.List;
import org.feedwright.article.Person;
import org.jspecify.annotations.Nullable;

/**
 * A feed as another system exported it, before it becomes a {@code feed.yaml}.
 *
 * @param home the address of the website
 * @param zone of dates that have none
 * @param formerAddresses where the feed was read before, such as {@code /feed/}
 * @param look how readers show it
 * @param formerFormat the format that the feed had there, such as {@code atom}; null where the addresses tell
 */
public record ImportedFeed(
        String title,
        @Nullable String subtitle,
        @Nullable String home,
        @Nullable String language,
        @Nullable Person author,
        @Nullable String rights,
        @Nullable ZoneId zone,
        List<String> formerAddresses,
        Look look,
        @Nullable String formerFormat) {
    /** The pictures by which readers show a feed. */
    public record Look(@Nullable String icon, @Nullable String logo) {
        static final Look PLAIN = new Look(null, null);
    }

    /** A feed without pictures. */
    public ImportedFeed(
            String title,
            @Nullable String subtitle,
            @Nullable String home,
            @Nullable String language,
            @Nullable Person author,
            @Nullable String rights,
            @Nullable ZoneId zone,
            List<String> formerAddresses) {
        this(title, subtitle, home, language, author, rights, zone, formerAddresses, Look.PLAIN, null);
    }

    public ImportedFeed {
        formerAddresses = List.copyOf(formerAddresses);
    }

    /** A feed of which nothing but the title is known. */
    public static ImportedFeed titled(String title) {
        return new ImportedFeed(title, null, null, null, null, null, null, List.of());
    }
}
