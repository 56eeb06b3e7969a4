package org.feedwright.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.CommonFields;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads requests and writes answers as JSON (RFC 8259), which is refused where two readers could differ about it. */
public final class Json {
    /** What a token opens is not for others. */
    public static final Field NO_STORE = new Field("Cache-Control", "no-store");

    private static final int DEPTH = 50;
    private static final Field TYPE = new Field("Content-Type", "application/json");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /**
     * Reads the object that a request is.
     *
     * @throws Refusal if these bytes are not one object
     */
    public static ObjectNode object(byte[] bytes) {
        try {
            if (MAPPER.readTree(text(bytes)) instanceof ObjectNode object) {
                return object;
            }
            throw new Refusal(400, "The content is not a JSON object. Write {\"title\": \"…\", …}.");
        } catch (JacksonException e) {
            throw new Refusal(400, "The content is not JSON: " + reason(e));
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new Refusal(400, "The content is not UTF-8, as JSON has to be (RFC 8259 §8.1).");
        }
    }

    private static String reason(JacksonException e) {
        var place = e.getLocation();
        String where = place == null || place.getLineNr() < 1
                ? ""
                : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
        return e.getOriginalMessage().lines().findFirst().orElse("") + where;
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** What {@link #write} wrote. */
    public static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** As a text that every database takes: half characters, which no encoding has, are gone. */
    static String write(Object value) {
        return new String(MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    public static byte[] bytes(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    public static Answer answer(int status, byte[] json) {
        return Answer.of(status, List.of(TYPE, NO_STORE, CommonFields.NO_SNIFFING), json);
    }
}
