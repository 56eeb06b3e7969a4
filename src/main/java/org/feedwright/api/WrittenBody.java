package org.feedwright.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of an article in a request: {@code {"markdown": "…"}}, or {@code html}, or {@code text}. */
record WrittenBody(BodyKind kind, String text) {
    static final String KEY = "body";
    private static final String REMEDY = "write {\"markdown\": \"…\"}, or 'html' or 'text' instead of 'markdown'";

    /** @throws Refusal if it is not in one of the forms */
    static WrittenBody of(@Nullable JsonNode body) {
        if (body == null || body.isNull()) {
            return new WrittenBody(BodyKind.MARKDOWN, "");
        }
        if (!(body instanceof ObjectNode object)) {
            throw Refusal.of(422, "#/body", "the body does not say what it is written in", REMEDY);
        }
        if (object.size() != 1) {
            throw Refusal.of(422, "#/body", "the body has to be in one form, and has " + object.size(), REMEDY);
        }
        var only = object.properties().iterator().next();
        var kind = BodyKind.of(only.getKey());
        if (kind.isEmpty() || !only.getValue().isString()) {
            throw Refusal.of(422, "#/body", "the body is in no form that is known", REMEDY);
        }
        return new WrittenBody(kind.get(), only.getValue().stringValue());
    }

    String pointer() {
        return "#/" + KEY + "/" + kind.key();
    }
}
