package org.feedwright.authoring;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feedwright.article.Slug;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Permalink;
import org.feedwright.feed.Permalink.Facts;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address that an article has on its feed's site where it states no {@code link}: by the path that it states
 * itself, else by the feed's pattern.
 *
 * @param name the path of the file in the feed's folder
 * @param sections its categories as generators count them, for which tags are none
 */
record SiteLink(
        Yaml yaml,
        FeedDefinition definition,
        String name,
        String slug,
        OffsetDateTime published,
        List<String> sections) {
    private static final String KEY = "permalink";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd/", Locale.ROOT);

    /** The address; null where it has none but its page here. */
    @Nullable
    String address() {
        String own = own();
        if (isNone(own)) {
            return null;
        }
        boolean isTemplate = isTemplate(own);
        if (isTemplate) {
            yaml.warn(
                    KEY,
                    yaml.written(KEY) + " is made by a program that is not run here, and what it says is not used",
                    "write the address itself: 'link: https://…'");
        }
        return Optional.of(own)
                .filter(path -> !path.isEmpty() && !isTemplate)
                .flatMap(this::ofPath)
                .or(() -> Optional.ofNullable(definition.conventions().permalink())
                        .flatMap(this::address))
                .orElse(null);
    }

    /** What the article states; empty if that is nothing. */
    private String own() {
        return yaml.plain(KEY);
    }

    /** Eleventy's word for an article that has no page. */
    private static boolean isNone(String own) {
        return own.equalsIgnoreCase("false");
    }

    private boolean isTemplate(String own) {
        return own.contains("{{") || own.contains("{%") || (yaml.has(KEY) && !yaml.isText(KEY));
    }

    /** The id that the feed's pattern makes; null where its ids are made by none. */
    @Nullable
    String id() {
        return Optional.ofNullable(definition.conventions().idPattern())
                .map(this::following)
                .flatMap(this::address)
                .orElse(null);
    }

    /**
     * The pattern of ids for this article: the generators that make ids of addresses make them of the address that an
     * article states, too. Where the pattern holds the feed's permalink (Pelican), the article's own stands there; else
     * a path (Jekyll) is the folder of the article's own and the slug.
     */
    private String following(String pattern) {
        String own = own();
        if (own.isEmpty() || isNone(own) || isTemplate(own) || Permalink.of(own).isAbsolute()) {
            return pattern;
        }
        String path = "/" + Permalink.of(own).path().replaceFirst("^/+", "");
        String usual = definition.conventions().permalink();
        if (usual != null && usual.startsWith("/") && pattern.contains(usual)) {
            return pattern.replace(usual, path);
        }
        boolean isOfJekyll = pattern.startsWith("/") && !pattern.endsWith("/");
        String folder = path.replaceFirst("/+$", "");
        return isOfJekyll ? folder.substring(0, Math.max(0, folder.lastIndexOf('/'))) + "/:slug" : pattern;
    }

    private Optional<String> ofPath(String path) {
        var address = address(isOfZola(path) ? path + "/" : path);
        if (address.isEmpty()) {
            yaml.warn(
                    KEY,
                    yaml.written(KEY) + " says where it is on a site, and " + FeedFile.NAME + " does not say on which",
                    "add a line 'home: https://…' to " + FeedFile.NAME + ", or write 'link: https://…' here");
        }
        return address;
    }

    /** Zola's paths begin without a slash, and its addresses end with one. */
    private boolean isOfZola(String path) {
        return yaml.written(KEY).equalsIgnoreCase("'path'") && !path.startsWith("/") && !path.endsWith("/");
    }

    private Optional<String> address(String pattern) {
        var date = published.atZoneSameInstant(definition.zone());
        return Permalink.of(pattern)
                .address(
                        definition.description().home(),
                        new Facts(date, new Slug(slug), ArticleName.slug(name), sections, ofDocusaurus()));
    }

    private String ofDocusaurus() {
        String stated = yaml.plain("slug");
        if (!stated.isEmpty()) {
            return stated.replaceFirst("^/+", "");
        }
        return ArticleName.date(name)
                .map(date -> date.format(DAY) + ArticleName.slug(name))
                .orElseGet(() -> name.replaceFirst("(?i)(?:/index)?\\.[^./]+$", ""));
    }
}
