package org.feedwright.authoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedwright.authoring.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/**
 * The picture that stands for an article: its address, or {@code {url, alt}} as themes of other generators have
 * it. Of several, the first.
 *
 * @param alternative what is to be read where the picture cannot be seen
 */
record LeadImage(String address, @Nullable String alternative) {
    private static final Map<String, List<String>> OTHERS = Map.of("url", List.of("src", "image", "path"));

    /** Themes say with them how the picture is shown. */
    private static final Set<String> FLAGS = Set.of("true", "false");

    /** What themes show beside the picture. */
    private static final Set<String> SHOWN = Set.of(
            "caption",
            "title",
            "description",
            "credit",
            "credits",
            "attribution",
            "author",
            "photographer",
            "source",
            "copyright",
            "license");

    /** What a theme's template says to write there. */
    private static final Pattern PLACEHOLDER = Pattern.compile("<[^<>]*>");

    static Optional<LeadImage> read(Yaml front) {
        var pictures = front.mappings("image", "url");
        if (pictures.size() > 1) {
            front.warn(
                    "image",
                    "of the pictures in " + front.written("image") + " only the first is the lead image",
                    "put the others into the body");
        }
        return pictures.stream().findFirst().flatMap(picture -> read(picture.named(OTHERS), front));
    }

    /** Themes show a caption below the picture; feeds have no place for one. */
    private static void warnOfTexts(Yaml picture, Yaml front) {
        var texts = picture.keys().keySet().stream()
                .filter(key -> SHOWN.contains(key) && saysMore(picture, key))
                .map(picture::written)
                .toList();
        if (!texts.isEmpty()) {
            front.warn(
                    "image",
                    "of the picture in " + front.written("image") + ", " + String.join(" and ", texts)
                            + " is not used, for feeds show no text with a lead image",
                    "put the picture with its text into the body, if readers are to see it");
        }
    }

    /** Whether it says anything of a picture; a theme's template has all its keys and nothing behind them. */
    private static boolean saysMore(Yaml picture) {
        return picture.keys().keySet().stream().anyMatch(key -> picture.has(key) && saysMore(picture, key));
    }

    private static boolean saysMore(Yaml picture, String key) {
        return !picture.isBlank(key) && !FLAGS.contains(picture.plain(key));
    }

    private static Optional<LeadImage> read(Yaml picture, Yaml front) {
        String stated = picture.text("url").orElse("").strip();
        boolean isPlaceholder = PLACEHOLDER.matcher(stated).matches();
        String address = isPlaceholder ? "" : stated;
        if (isPlaceholder || (address.isEmpty() && saysMore(picture))) {
            front.warn(
                    "image",
                    "the picture in " + front.written("image") + " has no address, and is left out",
                    "write its address or the name of its file, or {url: …, alt: …}");
        }
        if (address.isEmpty() || FLAGS.contains(address)) {
            return Optional.empty();
        }
        warnOfTexts(picture, front);
        return Optional.of(new LeadImage(address, picture.text("alt").orElse(null)));
    }
}
