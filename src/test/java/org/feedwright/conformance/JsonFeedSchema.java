package org.feedwright.conformance;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Schema of JSON Feed 1.1. */
public final class JsonFeedSchema {
    static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Schema SCHEMA = load();

    private JsonFeedSchema() {}

    public static List<String> violations(byte[] document) {
        try {
            JsonNode feed = STRICT.readTree(document);
            var broken = SCHEMA
                    .validate(feed, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .stream()
                    .map(Objects::toString);
            var ids = new HashSet<String>();
            var repeated = feed.path("items")
                    .valueStream()
                    .map(item -> item.path("id").asString(""))
                    .filter(id -> !ids.add(id))
                    .map(id -> "two items have one id: " + id);
            return Stream.concat(broken, repeated).toList();
        } catch (JacksonException e) {
            return List.of("not JSON: " + e.getMessage());
        }
    }

    private static Schema load() {
        try (var schema = JsonFeedSchema.class.getResourceAsStream("/conformance/json-feed.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
