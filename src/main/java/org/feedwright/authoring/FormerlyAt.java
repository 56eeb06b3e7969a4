package org.feedwright.authoring;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.FormerDocument;

/**
 * The key {@code formerly-at} of a {@code feed.yaml}: addresses, each with the format that readers had there or without
 * one, which its name then tells.
 */
final class FormerlyAt {
    static final String KEY = "formerly-at";

    private static final List<String> FORMATS = List.of("atom", "rss", "json", "rdf");

    private FormerlyAt() {}

    static List<FormerDocument> read(Yaml yaml) {
        return yaml.mappings(KEY, "").stream()
                .flatMap(item -> item.keys().keySet().stream().flatMap(key -> document(item, key)))
                .distinct()
                .toList();
    }

    private static Stream<FormerDocument> document(Yaml item, String key) {
        String text = item.text(key).map(String::strip).orElse("");
        if (!key.isEmpty()) {
            String written = item.written(key);
            return stated(item, key, written.substring(1, written.length() - 1).strip(), text.toLowerCase(Locale.ROOT));
        }
        if (text.isEmpty()) {
            return Stream.empty();
        }
        String extension = FormerDocument.extension(text).orElseGet(() -> {
            item.warn(
                    key,
                    "nothing in '" + text + "' tells the format that readers had there, and RSS is taken for it",
                    "write '" + text + ": rss', or atom, json or rdf");
            return "rss";
        });
        return Stream.of(new FormerDocument(text, extension));
    }

    private static Stream<FormerDocument> stated(Yaml item, String key, String address, String extension) {
        if (FORMATS.contains(extension)) {
            return Stream.of(new FormerDocument(address, extension));
        }
        item.problem(
                key,
                "'" + extension + "', the format of '" + address + "', is not known",
                "write " + String.join(", ", FORMATS) + ", or the address alone");
        return Stream.empty();
    }
}
