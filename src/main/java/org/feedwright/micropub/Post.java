package org.feedwright.micropub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.feedwright.api.FieldNote;
import org.feedwright.api.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An {@code h-entry} as microformats2 have it in JSON: each property has a list of values.
 *
 * @param commands what is said to the server ({@code mp-…}), by names without {@code mp-}
 */
record Post(Map<String, List<JsonNode>> properties, Map<String, List<JsonNode>> commands) {
    /** The commands that are followed. */
    static final List<String> FOLLOWED = List.of("slug", "destination", "channel", "photo-alt");

    private static final String COMMAND = "mp-";

    Post {
        properties = new LinkedHashMap<>(properties);
        commands = new LinkedHashMap<>(commands);
    }

    /** Parts properties from commands. */
    static Post of(Map<String, List<JsonNode>> all) {
        var properties = new LinkedHashMap<String, List<JsonNode>>();
        var commands = new LinkedHashMap<String, List<JsonNode>>();
        all.forEach((name, values) -> {
            if (name.startsWith(COMMAND)) {
                commands.put(name.substring(COMMAND.length()), values);
            } else {
                properties.put(name, values);
            }
        });
        return new Post(properties, commands);
    }

    /** Reads the {@code properties} of a request in JSON. */
    static Post read(@Nullable JsonNode properties) {
        return of(values(properties, "properties"));
    }

    /**
     * Properties with their values: "all values MUST be specified as arrays, even if there is only one" (§3.3.2).
     *
     * @param where how the object is called in the request
     */
    static Map<String, List<JsonNode>> values(@Nullable JsonNode object, String where) {
        if (!(object instanceof ObjectNode properties)) {
            throw MicropubRefusal.invalid("'" + where + "' is not an object. Write {\"content\": [\"…\"], …}.");
        }
        var values = new LinkedHashMap<String, List<JsonNode>>();
        properties.properties().forEach(property -> {
            if (!(property.getValue() instanceof ArrayNode array)) {
                throw MicropubRefusal.invalid("'" + property.getKey() + "' in '" + where
                        + "' is not an array. Write [\"…\"], also for one value.");
            }
            values.put(property.getKey(), List.copyOf(array.values()));
        });
        return values;
    }

    /** Adds a value to a property. */
    void add(String property, JsonNode value) {
        var before = properties.getOrDefault(property, List.of());
        properties.put(
                property, Stream.concat(before.stream(), Stream.of(value)).toList());
    }

    /** The first text of a command; null where it is not given. */
    @Nullable
    String command(String... names) {
        return Stream.of(names)
                .flatMap(name -> commands.getOrDefault(name, List.of()).stream())
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Of each command that is not followed, that it is not. */
    Stream<FieldNote> unfollowed() {
        return commands.entrySet().stream()
                .filter(command -> !FOLLOWED.contains(command.getKey())
                        && !command.getValue().isEmpty())
                .map(command -> new FieldNote(
                        "#/properties",
                        null,
                        "'" + COMMAND + command.getKey() + "' is not known here, and was not followed",
                        "leave it out; q=config lists the commands that are known"));
    }

    /** With the alternative texts that forms give to pictures by {@code mp-photo-alt}, in the order of the pictures. */
    Post withAlternatives() {
        var alternatives = commands.getOrDefault("photo-alt", List.of());
        var photos = properties.getOrDefault("photo", List.of());
        if (alternatives.isEmpty() || photos.isEmpty()) {
            return this;
        }
        var described = new ArrayList<JsonNode>();
        for (int i = 0; i < photos.size(); i++) {
            boolean isDescribed = photos.get(i).isString() && i < alternatives.size();
            described.add(
                    isDescribed
                            ? Json.object()
                                    .put("value", photos.get(i).stringValue())
                                    .put("alt", alternatives.get(i).asString(""))
                            : photos.get(i));
        }
        var all = new LinkedHashMap<>(properties);
        all.put("photo", described);
        return new Post(all, commands);
    }
}
