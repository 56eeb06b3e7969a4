package org.feedwright.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes parts of a JSON object as RFC 7396 says. */
final class MergePatch {
    private MergePatch() {}

    /** The object with what the patch says: its nulls remove, and objects are changed part by part (§2). */
    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        var merged = target.deepCopy();
        patch.properties().forEach(member -> merge(merged, member.getKey(), member.getValue()));
        return merged;
    }

    private static void merge(ObjectNode target, String key, JsonNode value) {
        if (value.isNull()) {
            target.remove(key);
        } else if (value instanceof ObjectNode part) {
            target.set(key, apply(target.get(key) instanceof ObjectNode before ? before : Json.object(), part));
        } else {
            target.set(key, value);
        }
    }
}
