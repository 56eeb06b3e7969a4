package org.feedwright.authoring.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.yaml.Notation;
import org.feedwright.authoring.yaml.Yaml;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Front matter in JSON: an object at the top of the text as Hugo has it, or its keys alone up to {@code ;;;} as Hexo. */
final class JsonFront {
    private static final Pattern OBJECT = Pattern.compile("\\A\\s*(?=\\{\\s*[\"}])");
    private static final Pattern KEYS = Pattern.compile("\\A\\s*(?=\"[^\"\\n]*\"\\s*:)");
    private static final Pattern HEXO_END = Pattern.compile("(?dm)^;{3,}[ \\t]*\\r?$");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private JsonFront() {}

    /** Cuts a text that begins with JSON; nothing if it does not, or a problem was added. */
    static Optional<ArticleParts> cut(String text, Problems problems) {
        var keys = KEYS.matcher(text);
        var end = HEXO_END.matcher(text);
        if (keys.find() && end.find()) {
            return Optional.of(ArticleParts.at(Notation.JSON, text, keys.end(), end.start(), end.end()));
        }
        var object = OBJECT.matcher(text);
        return object.find() ? cutObject(text, object.end(), problems) : Optional.empty();
    }

    /** Whether a text begins with an object, which may go on behind what is known of the text. */
    static boolean beginsObject(String text) {
        return OBJECT.matcher(text).find();
    }

    private static Optional<ArticleParts> cutObject(String text, int begin, Problems problems) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            parser.skipChildren();
            int end = (int) parser.currentLocation().getCharOffset();
            return Optional.of(ArticleParts.at(Notation.JSON, text, begin, end, end));
        } catch (JacksonException e) {
            tell(e, 1, problems);
            return Optional.empty();
        }
    }

    static Yaml read(String text, int firstLine, Problems problems) {
        boolean isObject = text.stripLeading().startsWith("{");
        String object = isObject ? text : "{" + withoutLastComma(text) + "\n}";
        try (var parser = JSON.createParser(ObjectReadContext.empty(), object)) {
            parser.nextToken();
            return Yaml.of(mapping(parser), firstLine, Notation.JSON, problems);
        } catch (JacksonException e) {
            tell(e, firstLine, problems);
            return Yaml.unreadable(firstLine, Notation.JSON, problems);
        }
    }

    private static String withoutLastComma(String text) {
        return text.stripTrailing().endsWith(",") ? text.stripTrailing().replaceFirst(",\\z", "") : text;
    }

    private static void tell(JacksonException e, int firstLine, Problems problems) {
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr() - 1);
        problems.add(
                firstLine + line,
                "the JSON cannot be read ("
                        + e.getOriginalMessage().lines().findFirst().orElse("") + ")",
                "write '\"key\": \"value\"', with a comma before the next key and none before the last bracket");
    }

    private static int line(JsonParser parser) {
        return Math.max(0, parser.currentTokenLocation().getLineNr() - 1);
    }

    private static MappingNode mapping(JsonParser parser) {
        int ownLine = line(parser);
        var entries = new ArrayList<NodeTuple>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = line(parser);
            parser.nextToken();
            entries.add(Nodes.entry(key, line, node(parser)));
        }
        return Nodes.mapping(entries, ownLine);
    }

    private static Node node(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser);
            case START_ARRAY -> list(parser);
            case VALUE_NULL -> Nodes.nothing(line(parser));
            case VALUE_TRUE, VALUE_FALSE -> Nodes.flag(parser.getString(), line(parser));
            default -> Nodes.text(parser.getString(), line(parser));
        };
    }

    private static Node list(JsonParser parser) {
        int ownLine = line(parser);
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser));
        }
        return Nodes.list(items, ownLine);
    }
}
