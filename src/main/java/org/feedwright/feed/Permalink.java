package org.feedwright.feed;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedwright.article.Slug;
import org.feedwright.text.UriReference;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of the addresses that articles have on their site, such as {@code /news/:year/:month/:slug/}, in the words
 * of Jekyll, Hugo and Hexo.
 */
public final class Permalink {
    private static final Pattern TOKEN = Pattern.compile(":([A-Za-z]+(?:_[A-Za-z]+)*)");

    /** The beginning of a pattern that is a whole address or id. Its colons begin no token. */
    private static final Pattern SCHEME = Pattern.compile("(?i)https?://[^/?#]+|tag:|urn:[a-z0-9-]+:");

    /** Jekyll's names for patterns. */
    private static final Map<String, String> STYLES = Map.of(
            "date", "/:categories/:year/:month/:day/:title.html",
            "pretty", "/:categories/:year/:month/:day/:title/",
            "ordinal", "/:categories/:year/:y_day/:title.html",
            "weekdate", "/:categories/:year/W:week/:short_day/:title.html",
            "none", "/:categories/:title.html");

    private final String beginning;
    private final String pattern;

    private Permalink(String text) {
        var scheme = SCHEME.matcher(text);
        this.beginning = scheme.lookingAt() ? scheme.group() : "";
        this.pattern = text.substring(beginning.length());
    }

    /**
     * The facts about an article of which its address is made.
     *
     * @param date when it was published, in the zone of its feed
     * @param name the name of its file without a date and an ending, as a slug
     * @param categories the names of its categories, in order
     * @param path the end of its address as Docusaurus makes it: the slug as it is written, which may be a path, else date
     *     and name of the file
     */
    public record Facts(ZonedDateTime date, Slug slug, String name, List<String> categories, String path) {
        public Facts {
            categories = List.copyOf(categories);
        }
    }

    /** The pattern that a text is or, as {@code pretty}, names. */
    public static Permalink of(String text) {
        String stripped = text.strip();
        return new Permalink(STYLES.getOrDefault(stripped, stripped));
    }

    /** The names of all tokens. */
    public static Set<String> known() {
        return PermalinkTokens.all();
    }

    /** The tokens in the pattern that mean nothing here. */
    public List<String> unknown() {
        return TOKEN.matcher(pattern)
                .results()
                .map(token -> token.group(1))
                .filter(token -> !PermalinkTokens.isKnown(token))
                .distinct()
                .toList();
    }

    /** The pattern without the beginning of a whole address. */
    public String path() {
        return pattern;
    }

    /** Whether the pattern gives each article of a feed an address of its own. */
    public boolean isDistinct() {
        return TOKEN.matcher(pattern).results().anyMatch(token -> PermalinkTokens.isOfOneArticle(token.group(1)));
    }

    /** Whether the pattern is a whole address, which needs no home. */
    public boolean isAbsolute() {
        return !beginning.isEmpty();
    }

    /**
     * The address of an article. What is no token stays as it is written.
     *
     * @param home the site's address; null where none is known
     * @return empty if there is no home to which the path belongs
     */
    public Optional<String> address(@Nullable String home, Facts facts) {
        String filled = TOKEN.matcher(pattern).replaceAll(token -> {
            String value = PermalinkTokens.value(token.group(1), facts);
            return Matcher.quoteReplacement(value == null ? token.group() : value);
        });
        if (isAbsolute()) {
            return Optional.of(uri(beginning + one(filled)));
        }
        return Optional.ofNullable(home).map(site -> uri(root(site) + one("/" + filled)));
    }

    private static String uri(String address) {
        return UriReference.of(address).uri();
    }

    /** Without doubled slashes, as they come of a token that is empty. */
    private static String one(String path) {
        return path.replaceAll("/{2,}", "/");
    }

    private static String root(String home) {
        return home.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
    }
}
