package org.feedwright.authoring;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.feedwright.authoring.yaml.DidYouMean;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.Conventions.Ids;
import org.feedwright.feed.Permalink;
import org.jspecify.annotations.Nullable;

/**
 * Checks the patterns in a {@code feed.yaml}, {@code permalink} and {@code ids}: whether each gives every article an
 * address, or an id, of its own.
 */
final class PermalinkCheck {
    private static final String PERMALINK = "permalink";
    private static final String IDS = "ids";

    /** The folders of a whole site, of which a feed is one. */
    private static final Set<String> FOLDERS = Set.of("section", "sections", "collection", "path");

    private PermalinkCheck() {}

    static void check(Yaml yaml, @Nullable String home) {
        if (yaml.isText(PERMALINK) && !yaml.isBlank(PERMALINK)) {
            check(yaml, PERMALINK, yaml.text(PERMALINK).orElse(""), home);
        }
        String ids = idPattern(yaml);
        if (ids != null) {
            check(yaml, IDS, ids, home);
        }
    }

    /** The pattern by which ids are made; null where they are made by none. */
    static @Nullable String idPattern(Yaml yaml) {
        return yaml.isText(IDS)
                ? yaml.text(IDS)
                        .map(String::strip)
                        .filter(text -> text.indexOf('/') >= 0 || text.indexOf(':') >= 0)
                        .orElse(null)
                : null;
    }

    /** The word that says by what articles are identified. */
    static Ids ids(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "minted" -> Ids.MINTED;
            case "link" -> Ids.LINK;
            default -> throw new IllegalArgumentException("neither of them");
        };
    }

    private static void check(Yaml yaml, String key, String pattern, @Nullable String home) {
        var permalink = Permalink.of(pattern);
        permalink.unknown().forEach(token -> refuse(yaml, key, token));
        if (permalink.unknown().isEmpty() && !permalink.isDistinct()) {
            yaml.problem(
                    key,
                    yaml.written(key) + " gives several articles one address",
                    "write ':slug' in it, such as /news/:year/:month/:slug/");
        }
        if (home == null && !permalink.isAbsolute()) {
            yaml.problem(
                    key,
                    yaml.written(key) + " says where articles are on a site, and not on which",
                    "add a line 'home: https://…' with the address of the site");
        }
    }

    private static void refuse(Yaml yaml, String key, String token) {
        yaml.problem(
                key,
                "':" + token + "' in " + yaml.written(key) + " is not known",
                FOLDERS.contains(token)
                        ? "write the name itself, which is the same for all articles of a feed"
                        : DidYouMean.of(token, Permalink.known(), Map.of())
                                .map(meant -> "did you mean ':" + meant + "'?")
                                .orElse("use some of :" + String.join(", :", Permalink.known())));
    }
}
