package org.feedwright.micropub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an update says of properties (Micropub §3.4).
 *
 * @param removed properties that go as a whole
 * @param without values that go
 */
record PropertyChange(
        Map<String, List<JsonNode>> replaced,
        Map<String, List<JsonNode>> added,
        Set<String> removed,
        Map<String, List<JsonNode>> without) {

    /** "The request MUST also include a replace, add or delete property (or any combination of these)". */
    static PropertyChange read(ObjectNode request) {
        var change = new PropertyChange(
                object(request, "replace"),
                object(request, "add"),
                names(request.get("delete")),
                request.get("delete") instanceof ObjectNode ? object(request, "delete") : Map.of());
        if (change.names().isEmpty()) {
            throw MicropubRefusal.invalid("Nothing is to be changed. Say what by 'replace', 'add' or 'delete'.");
        }
        return change;
    }

    private static Map<String, List<JsonNode>> object(ObjectNode request, String name) {
        return request.has(name) ? Post.values(request.get(name), name) : Map.of();
    }

    private static Set<String> names(@Nullable JsonNode removed) {
        if (removed == null || removed instanceof ObjectNode) {
            return Set.of();
        }
        if (!(removed instanceof ArrayNode array) || !array.values().stream().allMatch(JsonNode::isString)) {
            throw MicropubRefusal.invalid(
                    "'delete' is neither a list of properties nor an object. Write [\"category\"], or {\"category\": [\"…\"]}.");
        }
        var names = new LinkedHashSet<String>();
        array.values().forEach(name -> names.add(name.stringValue()));
        return names;
    }

    /** The properties that it speaks of. */
    Set<String> names() {
        var names = new LinkedHashSet<>(replaced.keySet());
        names.addAll(added.keySet());
        names.addAll(removed);
        names.addAll(without.keySet());
        return names;
    }

    /** The values of these properties afterwards. */
    Map<String, List<JsonNode>> apply(Map<String, List<JsonNode>> before) {
        var after = new LinkedHashMap<String, List<JsonNode>>();
        for (String name : names()) {
            var kept = removed.contains(name)
                    ? List.<JsonNode>of()
                    : replaced.getOrDefault(name, before.getOrDefault(name, List.of()));
            var gone = without.getOrDefault(name, List.of());
            var values = new ArrayList<JsonNode>();
            Stream.concat(kept.stream(), added.getOrDefault(name, List.of()).stream())
                    .filter(value -> !gone.contains(value))
                    .filter(value -> !values.contains(value))
                    .forEach(values::add);
            after.put(name, List.copyOf(values));
        }
        return after;
    }
}
