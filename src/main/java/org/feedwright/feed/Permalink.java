package org.feedwright.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** The tokens that differ between the articles of a feed. */
    private static final Set<String> OF_ONE_ARTICLE = Set.of(
            "slug",
            "title",
            "slugorfilename",
            "slugorcontentbasename",
            "filename",
            "contentbasename",
            "name",
            "docusaurus");

    private static final Map<String, Function<Facts, String>> TOKENS = tokens();

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
        return new TreeSet<>(TOKENS.keySet());
    }

    /** The tokens in the pattern that mean nothing here. */
    public List<String> unknown() {
        return TOKEN.matcher(pattern)
                .results()
                .map(token -> token.group(1))
                .filter(token -> !TOKENS.containsKey(token))
                .distinct()
                .toList();
    }

    /** The pattern without the beginning of a whole address. */
    public String path() {
        return pattern;
    }

    /** Whether the pattern gives each article of a feed an address of its own. */
    public boolean isDistinct() {
        return TOKEN.matcher(pattern).results().anyMatch(token -> OF_ONE_ARTICLE.contains(token.group(1)));
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
            var value = TOKENS.get(token.group(1));
            return Matcher.quoteReplacement(value == null ? token.group() : value.apply(facts));
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

    private static Map<String, Function<Facts, String>> tokens() {
        var tokens = new HashMap<String, Function<Facts, String>>();
        Map.ofEntries(
                        Map.entry("year", "yyyy"),
                        Map.entry("short_year", "yy"),
                        Map.entry("month", "MM"),
                        Map.entry("i_month", "M"),
                        Map.entry("short_month", "MMM"),
                        Map.entry("long_month", "MMMM"),
                        Map.entry("monthname", "MMMM"),
                        Map.entry("day", "dd"),
                        Map.entry("i_day", "d"),
                        Map.entry("y_day", "DDD"),
                        Map.entry("yearday", "D"),
                        Map.entry("short_day", "EEE"),
                        Map.entry("long_day", "EEEE"),
                        Map.entry("weekdayname", "EEEE"),
                        Map.entry("hour", "HH"),
                        Map.entry("minute", "mm"),
                        Map.entry("second", "ss"))
                .forEach((token, form) -> {
                    var format = DateTimeFormatter.ofPattern(form, Locale.US);
                    tokens.put(token, facts -> format.format(facts.date()));
                });
        tokens.put(
                "w_year",
                facts -> String.format(Locale.ROOT, "%04d", facts.date().get(IsoFields.WEEK_BASED_YEAR)));
        tokens.put(
                "week",
                facts -> String.format(Locale.ROOT, "%02d", facts.date().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
        tokens.put("w_day", facts -> String.valueOf(facts.date().getDayOfWeek().getValue()));
        tokens.put(
                "weekday", facts -> String.valueOf(facts.date().getDayOfWeek().getValue() % 7));
        List.of("slug", "title", "slugorfilename", "slugorcontentbasename")
                .forEach(
                        token -> tokens.put(token, facts -> encoded(facts.slug().value())));
        List.of("filename", "contentbasename", "name")
                .forEach(token -> tokens.put(token, facts -> encoded(facts.name())));
        tokens.put(
                "docusaurus",
                facts -> Arrays.stream(facts.path().split("/"))
                        .map(Permalink::encoded)
                        .collect(Collectors.joining("/")));
        tokens.put("categories", facts -> path(facts, name -> name.toLowerCase(Locale.ROOT)));
        tokens.put("slugified_categories", facts -> path(facts, name -> Slug.of(name.toLowerCase(Locale.ROOT))));
        tokens.put("category", facts -> facts.categories().isEmpty() ? "uncategorized" : path(facts, Slug::of));
        return Map.copyOf(tokens);
    }

    private static String path(Facts facts, Function<String, String> form) {
        var seen = new HashSet<String>();
        return facts.categories().stream()
                .map(form)
                .filter(seen::add)
                .map(Permalink::encoded)
                .collect(Collectors.joining("/"));
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
