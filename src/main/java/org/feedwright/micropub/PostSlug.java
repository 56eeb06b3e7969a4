package org.feedwright.micropub;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feedwright.article.Slug;
import org.feedwright.text.HtmlLine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Slugs for a new post: what the app proposes ({@code mp-slug}), else its name, else its first words, else the time. */
final class PostSlug {
    private static final int LONGEST = 60; // characters
    private static final int WORDS = 6;
    private static final int TRIES = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private PostSlug() {}

    /** The slugs to be tried, one after the other, until one is free. */
    static Stream<Slug> candidates(Post post, Instant now) {
        String first = Stream.of(
                        post.command("slug"),
                        text(post.properties(), "slug"),
                        text(post.properties(), "name"),
                        firstWords(post.properties()))
                .filter(Objects::nonNull)
                .map(PostSlug::of)
                .filter(slug -> !slug.isEmpty())
                .findFirst()
                .orElseGet(() -> TIME.format(now));
        return Stream.concat(Stream.of(first), IntStream.rangeClosed(2, TRIES).mapToObj(number -> first + "-" + number))
                .map(Slug::new);
    }

    private static String of(String text) {
        String slug = Slug.of(text.strip().toLowerCase(Locale.ROOT));
        if (slug.codePointCount(0, slug.length()) > LONGEST) {
            String cut = slug.substring(0, slug.offsetByCodePoints(0, LONGEST));
            int end = cut.lastIndexOf('-');
            slug = Slug.of(end > LONGEST / 2 ? cut.substring(0, end) : cut);
        }
        return Slug.isValid(slug) ? slug : "";
    }

    private static @Nullable String text(Map<String, List<JsonNode>> properties, String name) {
        return properties.getOrDefault(name, List.of()).stream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String firstWords(Map<String, List<JsonNode>> properties) {
        return Stream.of("content", "summary")
                .flatMap(name -> properties.getOrDefault(name, List.of()).stream())
                .map(value -> value.isString()
                        ? value.stringValue()
                        : HtmlLine.of(
                                value.path("html").asString(value.path("value").asString(""))))
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> String.join(
                        " ", Stream.of(text.strip().split("\\s+")).limit(WORDS).toList()))
                .orElse(null);
    }
}
