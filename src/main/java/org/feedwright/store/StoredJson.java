package org.feedwright.store;

import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the JSON in the store by rules of its own, so that no setting of the application changes it.
 */
public final class StoredJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StoredJson() {}

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
