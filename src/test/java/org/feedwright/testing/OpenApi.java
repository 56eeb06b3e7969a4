package org.feedwright.testing;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's description, as a test holds it against the code and the answers. */
public record OpenApi(ObjectNode root) {
    public static final Path FILE = Path.of("src/main/resources/docs/openapi.yaml");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /** What an author writes may have more keys than are described; and this schema is a part of others. */
    private static final Set<String> OPEN = Set.of("Article", "FeedDefinition", "Patch", "ListedArticle");

    public static OpenApi read() {
        try {
            Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILE));
            return new OpenApi(JSON.valueToTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<String> keys(String schema) {
        return new TreeSet<>(
                root.at("/components/schemas/" + schema + "/properties").propertyNames());
    }

    public Set<String> paths() {
        return new TreeSet<>(root.get("paths").propertyNames());
    }

    /** The methods of an address, in capitals. */
    public Set<String> methods(String path) {
        var methods = new TreeSet<String>();
        METHODS.stream()
                .filter(root.get("paths").get(path)::has)
                .forEach(method -> methods.add(method.toUpperCase(Locale.ROOT)));
        return methods;
    }

    /** Every operation and status that is described, such as {@code getFeed 404}. */
    public Set<String> statuses() {
        return statuses(paths());
    }

    /** Every operation and status that is described of these paths. */
    public Set<String> statuses(Set<String> paths) {
        var all = new TreeSet<String>();
        for (String path : paths) {
            for (String method : methods(path)) {
                var operation = operation(method, path);
                operation.get("responses").propertyNames().forEach(status -> all.add(name(operation) + " " + status));
            }
        }
        return all;
    }

    /** The description of a path's method. */
    public JsonNode operation(String method, String path) {
        return root.get("paths").get(path).get(method.toLowerCase(Locale.ROOT));
    }

    public static String name(JsonNode operation) {
        return operation.get("operationId").stringValue();
    }

    /** What an answer has otherwise than is described. */
    public List<String> violations(JsonNode operation, int status, Map<String, List<String>> fields, String body) {
        var described = resolved(operation.get("responses").path(String.valueOf(status)));
        if (described.isMissingNode()) {
            return List.of(name(operation) + " answers " + status);
        }
        var missing = described.path("headers").properties().stream()
                .filter(header -> resolved(header.getValue()).path("required").asBoolean(false))
                .map(header -> header.getKey())
                .filter(header -> fields.keySet().stream().noneMatch(header::equalsIgnoreCase))
                .map(header -> name(operation) + " " + status + " lacks " + header);
        return Stream.concat(missing, contentViolations(described, fields, body))
                .toList();
    }

    private Stream<String> contentViolations(JsonNode described, Map<String, List<String>> fields, String body) {
        if (!described.has("content")) {
            return body.isEmpty() ? Stream.empty() : Stream.of("content where none is described: " + body);
        }
        String type = fields.getOrDefault("content-type", List.of("")).getFirst();
        var content = described.get("content").path(type);
        return content.isMissingNode()
                ? Stream.of("another Content-Type than is described: " + type)
                : schema(content.at("/schema/$ref").stringValue())
                        .validate(
                                JSON.readTree(body),
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                        .stream()
                        .map(Objects::toString);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    /** The schema at a reference, under which what is not described is wrong. */
    private Schema schema(String reference) {
        var whole = JSON.createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.put("$ref", reference);
        var components = root.get("components").deepCopy();
        whole.set("components", components);
        components.get("schemas").properties().forEach(schema -> {
            if (!OPEN.contains(schema.getKey()) && !schema.getValue().has("items")) {
                ((ObjectNode) schema.getValue()).put("unevaluatedProperties", false);
            }
        });
        ((ObjectNode) components.at("/schemas/ArticleList/properties/articles/items"))
                .put("unevaluatedProperties", false);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
    }
}
