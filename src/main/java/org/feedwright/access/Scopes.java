package org.feedwright.access;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;

/**
 * What a token allows.
 *
 * @param reads whether all feeds may be read, with their drafts
 * @param administers whether feeds may be defined, and all else be done
 * @param publishes the names of the feeds in which articles may be published, or {@link #EVERY_FEED}
 */
public record Scopes(boolean reads, boolean administers, Set<String> publishes) {
    /** Stands for all feeds. */
    public static final String EVERY_FEED = "*";

    private static final String READ = "read";
    private static final String ADMIN = "admin";
    private static final String PUBLISH = "publish:";

    /** @throws IllegalArgumentException if what is to be published in cannot be a feed, or nothing is allowed */
    public Scopes {
        publishes = Set.copyOf(publishes);
        for (String feed : publishes) {
            if (!feed.equals(EVERY_FEED) && !FeedName.isValid(feed)) {
                throw new IllegalArgumentException("'" + feed + "' is not a feed's name");
            }
        }
        if (!reads && !administers && publishes.isEmpty()) {
            throw new IllegalArgumentException("a token that allows nothing is of no use");
        }
    }

    /** Reads what {@link #toString} wrote. */
    static Scopes parse(String text) {
        var words = Arrays.asList(text.split(" ", -1));
        return new Scopes(
                words.contains(READ),
                words.contains(ADMIN),
                words.stream()
                        .filter(word -> word.startsWith(PUBLISH))
                        .map(word -> word.substring(PUBLISH.length()))
                        .collect(Collectors.toSet()));
    }

    /** The scope that publishing in a feed takes. */
    public static String publishing(FeedName feed) {
        return PUBLISH + feed;
    }

    /** Whether a feed may be read, with its drafts: who writes in it may. */
    public boolean mayRead(FeedName feed) {
        return reads || mayPublish(feed);
    }

    public boolean mayPublish(FeedName feed) {
        return administers || publishes.contains(EVERY_FEED) || publishes.contains(feed.value());
    }

    /** The scopes as one text, as OAuth has it (RFC 6749 §3.3). */
    @Override
    public String toString() {
        return Stream.of(
                        reads ? Stream.of(READ) : Stream.<String>empty(),
                        new TreeSet<>(publishes).stream().map(PUBLISH::concat),
                        administers ? Stream.of(ADMIN) : Stream.<String>empty())
                .flatMap(scopes -> scopes)
                .collect(Collectors.joining(" "));
    }
}
