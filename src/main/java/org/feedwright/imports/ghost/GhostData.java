package org.feedwright.imports.ghost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of an export, as Ghost has had them since its first version: rows by name of the table. */
final class GhostData {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode data;

    private GhostData(JsonNode data) {
        this.data = data;
    }

    /** @throws IOException if the file cannot be read, or is no export of Ghost */
    static GhostData of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var root = JSON.readTree(in);
            var databases = root.path("db");
            var database = databases.isArray() && !databases.isEmpty() ? databases.get(0) : root;
            var data = database.path("data");
            if (!data.path("posts").isArray()) {
                throw new IOException(file + " is no export of Ghost; in Ghost, Settings > Import/Export makes one");
            }
            return new GhostData(data);
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new IOException(
                    file + (place == null ? "" : ":" + place.getLineNr()) + ": its JSON is broken ("
                            + e.getOriginalMessage() + "); export it anew",
                    e);
        }
    }

    List<JsonNode> rows(String table) {
        var rows = new ArrayList<JsonNode>();
        data.path(table).forEach(rows::add);
        return rows;
    }

    /** The rows of a table by the value of a column. */
    Map<String, JsonNode> by(String table, String column) {
        var rows = new HashMap<String, JsonNode>();
        rows(table).forEach(row -> rows.putIfAbsent(text(row, column), row));
        return rows;
    }

    /**
     * What a table of pairs joins to posts, in the order that it states.
     *
     * @return for each post, the values of the column
     */
    Map<String, List<String>> joined(String table, String column) {
        var joined = new HashMap<String, List<String>>();
        rows(table).stream()
                .sorted(Comparator.comparingInt(row -> row.path("sort_order").asInt(0)))
                .forEach(row -> joined.computeIfAbsent(text(row, "post_id"), _ -> new ArrayList<>())
                        .add(text(row, column)));
        return joined;
    }

    /** The value of a setting; empty if there is none. */
    String setting(String key) {
        return rows("settings").stream()
                .filter(row -> text(row, "key").equals(key))
                .map(row -> text(row, "value"))
                .findFirst()
                .orElse("");
    }

    /** A column as text; numbers, too, for old exports have numbers as ids. Empty if it says nothing. */
    static String text(JsonNode row, String column) {
        var value = row.path(column);
        return value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
    }

    /** Whether a column is true, or 1, as older exports have it. */
    static boolean isSet(JsonNode row, String column) {
        String text = text(row, column);
        return text.equals("true") || text.equals("1");
    }
}
