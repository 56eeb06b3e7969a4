package org.feedwright.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.article.FeedName;

/**
 * A path that names a feed, whatever it names below it; percent-encoded.
 *
 * @param root {@link Address#FEEDS}, {@link Address#ARTICLES} or {@link Address#MEDIA}
 * @param name the feed's name as it is written, perhaps with capitals
 * @param rest what follows, from the dot or the slash on; empty if nothing does
 */
public record FeedPath(String root, String name, String rest) {
    private static final Pattern FORM = Pattern.compile(
            "(" + Address.FEEDS + "|" + Address.ARTICLES + "|" + Address.MEDIA + ")([A-Za-z0-9-]+)((?:[./].*)?)");

    public static Optional<FeedPath> parse(String path) {
        var form = FORM.matcher(path);
        return form.matches()
                ? Optional.of(new FeedPath(form.group(1), form.group(2), form.group(3)))
                : Optional.empty();
    }

    /** The feed that is meant; empty if no feed can have the name. */
    public Optional<FeedName> feed() {
        return Optional.of(name.toLowerCase(Locale.ROOT))
                .filter(FeedName::isValid)
                .map(FeedName::new);
    }

    /** The path with the feed's name in lower case. */
    public FeedPath lowerCase() {
        return new FeedPath(root, name.toLowerCase(Locale.ROOT), rest);
    }

    /** What is below the feed; empty if nothing is. */
    public String below() {
        return rest.startsWith("/") ? rest.substring(1) : "";
    }

    @Override
    public String toString() {
        return root + name + rest;
    }
}
