package org.feedwright.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON with each value in a line of its own, so that a problem's line tells the value that is meant. The readers of
 * files know lines and no fields.
 *
 * @param text ends with a line feed
 * @param pointers the JSON Pointer (RFC 6901) of each line's value
 */
record LinedJson(String text, List<String> pointers) {
    LinedJson {
        pointers = List.copyOf(pointers);
    }

    static LinedJson of(ObjectNode object) {
        var writer = new Writer();
        writer.write(object, "", "");
        return new LinedJson(writer.text.toString(), writer.pointers);
    }

    int lines() {
        return pointers.size();
    }

    /** The value in a line, counted from 1; the whole for a line that there is not. */
    String pointer(int line) {
        return line < 1 || line > pointers.size() ? "" : pointers.get(line - 1);
    }

    private static final class Writer {
        private final StringBuilder text = new StringBuilder();
        private final List<String> pointers = new ArrayList<>();

        void write(JsonNode value, String pointer, String end) {
            switch (value) {
                case ObjectNode object -> {
                    line("{", pointer);
                    members(object.properties().iterator(), pointer);
                    line("}" + end, pointer);
                }
                case ArrayNode array -> {
                    line("[", pointer);
                    items(array, pointer);
                    line("]" + end, pointer);
                }
                default -> line(Json.write(value) + end, pointer);
            }
        }

        private void members(Iterator<Map.Entry<String, JsonNode>> members, String pointer) {
            while (members.hasNext()) {
                var member = members.next();
                text.append(Json.write(member.getKey())).append(": ");
                write(member.getValue(), pointer + "/" + escaped(member.getKey()), members.hasNext() ? "," : "");
            }
        }

        private void items(ArrayNode array, String pointer) {
            for (int i = 0; i < array.size(); i++) {
                write(array.get(i), pointer + "/" + i, i + 1 < array.size() ? "," : "");
            }
        }

        private void line(String content, String pointer) {
            text.append(content).append('\n');
            pointers.add(pointer);
        }

        private static String escaped(String key) {
            return key.replace("~", "~0").replace("/", "~1");
        }
    }
}
