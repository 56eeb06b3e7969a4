package org.feedwright.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.feedwright.http.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer that is kept, to be given again; it holds no secret address. */
record StoredAnswer(int status, List<Answer.Field> fields, String body) {
    /** @param storable what is kept of a secret address */
    static StoredAnswer of(Answer answer, UnaryOperator<String> storable) {
        return new StoredAnswer(
                answer.status(), answer.fields(), with(new String(answer.bytes(), StandardCharsets.UTF_8), storable));
    }

    /** @param restored the secret address of what was kept of it */
    Answer answer(UnaryOperator<String> restored) {
        return Answer.of(status, fields, with(body, restored).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Changes the secret addresses in an answer. They are looked for only where nobody but the service writes: what looks
     * like one elsewhere was sent by somebody, and would become one.
     */
    private static String with(String body, UnaryOperator<String> change) {
        if (!body.contains('"' + Representation.PREVIEW + '"') || !(Json.read(body) instanceof ObjectNode answer)) {
            return body;
        }
        if (answer.get(RequestReader.STORED) instanceof ObjectNode stored) {
            change(stored, change);
        } else if (answer.get(ArticlesController.LIST) instanceof ArrayNode list) {
            list.values().forEach(each -> change(each, change));
        }
        return Json.write(answer);
    }

    private static void change(JsonNode node, UnaryOperator<String> change) {
        if (node instanceof ObjectNode object
                && object.path(Representation.PREVIEW).isString()) {
            object.put(
                    Representation.PREVIEW,
                    change.apply(object.get(Representation.PREVIEW).stringValue()));
        }
    }
}
