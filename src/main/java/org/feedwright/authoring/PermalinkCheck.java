package org.feedwright.authoring;

import java.util.Map;
import java.util.Set;
import org.feedwright.authoring.yaml.DidYouMean;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.Permalink;
import org.jspecify.annotations.Nullable;

/** Checks the key {@code permalink} of a {@code feed.yaml}: whether it gives each article an address of its own. */
final class PermalinkCheck {
    private static final String KEY = "permalink";

    /** The folders of a whole site, of which a feed is one. */
    private static final Set<String> FOLDERS = Set.of("section", "sections", "collection", "path");

    private PermalinkCheck() {}

    static void check(Yaml yaml, @Nullable String home) {
        if (!yaml.isText(KEY) || yaml.isBlank(KEY)) {
            return;
        }
        var permalink = Permalink.of(yaml.text(KEY).orElse(""));
        permalink.unknown().forEach(token -> refuse(yaml, token));
        if (permalink.unknown().isEmpty() && !permalink.isDistinct()) {
            yaml.problem(
                    KEY,
                    yaml.written(KEY) + " gives several articles one address",
                    "write ':slug' in it, such as /news/:year/:month/:slug/");
        }
        if (home == null && !permalink.isAbsolute()) {
            yaml.problem(
                    KEY,
                    yaml.written(KEY) + " says where articles are on a site, and not on which",
                    "add a line 'home: https://…' with the address of the site");
        }
    }

    private static void refuse(Yaml yaml, String token) {
        yaml.problem(
                KEY,
                "':" + token + "' in " + yaml.written(KEY) + " is not known",
                FOLDERS.contains(token)
                        ? "write the name itself, which is the same for all articles of a feed"
                        : DidYouMean.of(token, Permalink.known(), Map.of())
                                .map(meant -> "did you mean ':" + meant + "'?")
                                .orElse("use some of :" + String.join(", :", Permalink.known())));
    }
}
