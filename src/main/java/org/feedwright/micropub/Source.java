package org.feedwright.micropub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.feedwright.api.Json;
import org.feedwright.api.RequestReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An article as the API has it, of which Micropub reads and writes properties. What Micropub has no property for, such as
 * highlights, stays as it is; a property for which articles have no key is kept under {@code properties}.
 */
record Source(ObjectNode article, FileAddresses files) {
    private static final List<String> CATEGORIES = List.of("categories", "category", "tags", "tag");
    private static final List<String> SIMPLE = List.of("summary", "published", "updated");
    private static final String BODY = "body";

    /** The values of each property that the article has. */
    Map<String, List<JsonNode>> properties() {
        var properties = new LinkedHashMap<String, List<JsonNode>>();
        put(properties, "name", texts("title"));
        put(properties, "content", content());
        SIMPLE.forEach(key -> put(properties, key, texts(key)));
        put(
                properties,
                "category",
                CATEGORIES.stream().flatMap(key -> texts(key).stream()).toList());
        var media = new MediaProperties(article, files);
        MediaProperties.NAMES.forEach(name -> put(properties, name, media.read(name)));
        put(properties, "post-status", List.of(Json.tree(isDraft() ? "draft" : "published")));
        kept().properties().forEach(property -> {
            if (property.getValue() instanceof ArrayNode values) {
                put(properties, property.getKey(), List.copyOf(values.values()));
            }
        });
        return properties;
    }

    private static void put(Map<String, List<JsonNode>> properties, String name, List<JsonNode> values) {
        if (!values.isEmpty()) {
            properties.merge(
                    name,
                    values,
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
        }
    }

    private List<JsonNode> texts(String key) {
        return switch (article.get(key)) {
            case null -> List.of();
            case ArrayNode array -> List.copyOf(array.values());
            case JsonNode text when text.isString() && !text.stringValue().isBlank() -> List.of(text);
            default -> List.of();
        };
    }

    /** "If the source of the post was written as HTML content, […] an object containing an html property" (§3.7.2). */
    private List<JsonNode> content() {
        if (!(article.get(BODY) instanceof ObjectNode body)) {
            return List.of();
        }
        return body.properties().stream()
                .filter(form -> !form.getValue().asString("").isEmpty())
                .map(form -> form.getKey().equals("html") ? (JsonNode) body : form.getValue())
                .toList();
    }

    boolean isDraft() {
        return article.path("draft").asBoolean(false);
    }

    private ObjectNode kept() {
        return article.get(RequestReader.PROPERTIES) instanceof ObjectNode kept ? kept : Json.object();
    }

    /** Sets properties; one without values goes. */
    void write(Map<String, List<JsonNode>> properties) {
        properties.forEach(this::write);
        if (!article.has("title")) {
            article.put("untitled", true);
        }
    }

    private void write(String name, List<JsonNode> values) {
        switch (name) {
            case "name" -> writeName(values);
            case "content" -> writeContent(values);
            case "summary", "published", "updated" -> writeText(name, name, values);
            case "category" -> writeCategories(values);
            case "photo", "audio", "video" -> keep(name, new MediaProperties(article, files).write(name, values));
            case "post-status" -> writeStatus(only(values, name));
            case "visibility" -> checkVisibility(only(values, name));
            default -> keep(name, values);
        }
    }

    private void writeName(List<JsonNode> values) {
        article.remove("untitled");
        writeText("name", "title", values);
    }

    /** Sets a key to the first text of a property; what else is said there is kept. */
    private void writeText(String name, String key, List<JsonNode> values) {
        var text = values.stream().filter(Source::isText).findFirst().orElse(null);
        set(key, text);
        keep(name, without(values, value -> value.equals(text) || isNothing(value)));
    }

    private void set(String key, @Nullable JsonNode value) {
        if (value == null) {
            article.remove(key);
        } else {
            article.set(key, value);
        }
    }

    private static boolean isText(JsonNode value) {
        return value.isString() && !value.stringValue().isBlank();
    }

    static boolean isNothing(JsonNode value) {
        return value.isNull() || (value.isString() && value.stringValue().isBlank());
    }

    /** A text stays Markdown where the article was written in it. */
    private void writeContent(List<JsonNode> values) {
        var value = values.stream().findFirst().orElse(null);
        boolean isMarkdown = article.get(BODY) instanceof ObjectNode before && before.has("markdown");
        switch (value) {
            case null -> article.remove(BODY);
            case ObjectNode object
            when object.path("html").isString() -> article.putObject(BODY).set("html", object.get("html"));
            case ObjectNode object
            when object.path("value").isString() ->
                article.putObject(BODY).set(isMarkdown ? "markdown" : "text", object.get("value"));
            case JsonNode text
            when text.isString() -> article.putObject(BODY).set(isMarkdown ? "markdown" : "text", text);
            default -> throw MicropubRefusal.invalid("'content' is neither a text nor {\"html\": \"…\"}.");
        }
        keep("content", without(values, each -> each.equals(value) || isNothing(each)));
    }

    private void writeCategories(List<JsonNode> values) {
        var understood = values.stream().filter(Source::isText).toList();
        article.remove(CATEGORIES);
        set("categories", understood.isEmpty() ? null : Json.tree(understood));
        keep("category", without(values, understood::contains));
    }

    private void writeStatus(@Nullable String status) {
        switch (Objects.requireNonNullElse(status, "published")) {
            case "published" -> article.remove("draft");
            case "draft" -> article.put("draft", true);
            default -> throw MicropubRefusal.invalid("'post-status' is neither 'published' nor 'draft'.");
        }
    }

    /** Whatever is published here is there for everybody, so what is not to be must not be published. */
    private static void checkVisibility(@Nullable String visibility) {
        if (!"public".equals(Objects.requireNonNullElse(visibility, "public"))) {
            throw MicropubRefusal.invalid(
                    "Everything that is published here is public. Send 'post-status' draft for what nobody is to see yet.");
        }
    }

    private static @Nullable String only(List<JsonNode> values, String name) {
        if (values.stream().anyMatch(value -> !value.isString()) || values.size() > 1) {
            throw MicropubRefusal.invalid("'" + name + "' is not one text.");
        }
        return values.stream().map(JsonNode::stringValue).findFirst().orElse(null);
    }

    /** Keeps what is not shown. */
    private void keep(String name, List<JsonNode> values) {
        var kept = kept();
        if (values.isEmpty()) {
            kept.remove(name);
        } else {
            kept.set(name, Json.tree(values));
        }
        set(RequestReader.PROPERTIES, kept.isEmpty() ? null : kept);
    }

    private static List<JsonNode> without(List<JsonNode> values, Predicate<JsonNode> gone) {
        var left = new ArrayList<>(values);
        left.removeIf(gone);
        return left;
    }
}
