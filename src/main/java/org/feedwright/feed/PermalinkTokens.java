package org.feedwright.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feedwright.article.Slug;
import org.feedwright.feed.Permalink.Facts;
import org.jspecify.annotations.Nullable;

/** The tokens of a {@link Permalink}, and what each of them means for an article. */
final class PermalinkTokens {
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

    private PermalinkTokens() {}

    /** The names of all tokens. */
    static Set<String> all() {
        return new TreeSet<>(TOKENS.keySet());
    }

    static boolean isKnown(String token) {
        return TOKENS.containsKey(token);
    }

    /** Whether a token differs between the articles of a feed. */
    static boolean isOfOneArticle(String token) {
        return OF_ONE_ARTICLE.contains(token);
    }

    /** What a token means for an article; null if it means nothing. */
    static @Nullable String value(String token, Facts facts) {
        var value = TOKENS.get(token);
        return value == null ? null : value.apply(facts);
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
                        .map(PermalinkTokens::encoded)
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
                .map(PermalinkTokens::encoded)
                .collect(Collectors.joining("/"));
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
