package org.feedwright.micropub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.api.Json;
import org.feedwright.authoring.MediaTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pictures, recordings and films of an article: the first picture is its {@code image}, everything else one of its
 * {@code enclosures}.
 */
record MediaProperties(ObjectNode article, FileAddresses files) {
    /** The properties, each with the type of a file whose name tells none. */
    private static final Map<String, String> TYPES =
            Map.of("photo", "image/jpeg", "audio", "audio/mpeg", "video", "video/mp4");

    static final List<String> NAMES = List.of("photo", "audio", "video");

    private static final String IMAGE = "image";
    private static final String ENCLOSURES = "enclosures";

    /** A file as an app names it; with a text for those who cannot see it, or without. */
    private record Named(String address, @Nullable String alternative) {
        static Optional<Named> of(JsonNode value) {
            return switch (value) {
                case JsonNode text when text.isString() -> Optional.of(new Named(text.stringValue(), null));
                case ObjectNode object
                when object.path("value").isString() ->
                    Optional.of(new Named(
                            object.get("value").stringValue(),
                            object.path("alt").asString(null)));
                default -> Optional.empty();
            };
        }

        JsonNode json() {
            return alternative == null
                    ? Json.tree(address)
                    : Json.object().put("value", address).put("alt", alternative);
        }
    }

    List<JsonNode> read(String property) {
        return Stream.concat(
                        property.equals("photo") ? picture() : Stream.empty(),
                        enclosures().filter(each -> kind(each).equals(property)).map(this::named))
                .map(Named::json)
                .toList();
    }

    private Stream<Named> picture() {
        return switch (article.get(IMAGE)) {
            case JsonNode text when text.isString() -> Stream.of(new Named(files.whole(text.stringValue()), null));
            case ObjectNode object
            when object.path("url").isString() ->
                Stream.of(new Named(
                        files.whole(object.get("url").stringValue()),
                        object.path("alt").asString(null)));
            case null, default -> Stream.empty();
        };
    }

    private Stream<JsonNode> enclosures() {
        return switch (article.get(ENCLOSURES)) {
            case ArrayNode array -> array.values().stream();
            case JsonNode one when !one.isNull() -> Stream.of(one);
            case null, default -> Stream.empty();
        };
    }

    private static String url(JsonNode enclosure) {
        return enclosure.isString()
                ? enclosure.stringValue()
                : enclosure.path("url").asString("");
    }

    private Named named(JsonNode enclosure) {
        return new Named(
                files.whole(url(enclosure)),
                kind(enclosure).equals("photo") ? enclosure.path("title").asString(null) : null);
    }

    /** The property to which an enclosure belongs; empty where it belongs to none. */
    private static String kind(JsonNode enclosure) {
        String type =
                enclosure.path("type").asString(MediaTypes.of(url(enclosure)).orElse(""));
        return TYPES.entrySet().stream()
                .filter(each -> type.startsWith(each.getValue().replaceFirst("/.*", "/")))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /**
     * Sets the files of a property.
     *
     * @return the values that are no files
     */
    List<JsonNode> write(String property, List<JsonNode> values) {
        var named = values.stream().flatMap(value -> Named.of(value).stream()).toList();
        boolean isPicture = property.equals("photo");
        if (isPicture) {
            article.remove(IMAGE);
            named.stream().findFirst().ifPresent(first -> article.set(IMAGE, image(first)));
        }
        var before = enclosures().toList();
        var enclosures = new ArrayList<JsonNode>();
        before.stream().filter(each -> !kind(each).equals(property)).forEach(enclosures::add);
        named.stream()
                .skip(isPicture ? 1 : 0)
                .map(each -> enclosure(each, property, before))
                .forEach(enclosures::add);
        article.remove(ENCLOSURES);
        if (!enclosures.isEmpty()) {
            article.set(ENCLOSURES, Json.tree(enclosures));
        }
        return values.stream().filter(value -> Named.of(value).isEmpty()).toList();
    }

    private JsonNode image(Named named) {
        String name = files.named(named.address());
        return named.alternative() == null
                ? Json.tree(name)
                : Json.object().put("url", name).put("alt", named.alternative());
    }

    /** What the API has said of a file, such as how long it plays, is kept. */
    private JsonNode enclosure(Named named, String property, List<JsonNode> before) {
        String name = files.named(named.address());
        var known = before.stream().filter(each -> url(each).equals(name)).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        var enclosure = Json.object();
        enclosure.put("url", name);
        enclosure.put("type", MediaTypes.of(name).orElse(Objects.requireNonNull(TYPES.get(property))));
        if (named.alternative() != null) {
            enclosure.put("title", named.alternative());
        }
        return enclosure;
    }
}
