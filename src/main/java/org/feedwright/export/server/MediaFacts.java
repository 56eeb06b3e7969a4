package org.feedwright.export.server;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.feedwright.media.MediaCopy;

/** The files beside articles, and which types and header fields a server sends them with. */
final class MediaFacts {
    private static final String POLICY = "Content-Security-Policy";

    private final SortedMap<String, MediaCopy> files = new ConcurrentSkipListMap<>();

    void add(String path, MediaCopy file) {
        files.put(path, file);
    }

    /** The most frequent type of the files with an ending, by the ending in lower case. */
    SortedMap<String, String> types() {
        var counts = new TreeMap<String, Map<String, Integer>>();
        files.forEach((path, file) ->
                counts.computeIfAbsent(ending(path), _ -> new TreeMap<>()).merge(file.type(), 1, Integer::sum));
        var types = new TreeMap<String, String>();
        counts.forEach((ending, each) -> each.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(_ -> !ending.isEmpty())
                .ifPresent(type -> types.put(ending, type.getKey())));
        return types;
    }

    /** The types of the files whose ending does not tell it, by their paths. */
    SortedMap<String, String> oddTypes() {
        var types = types();
        var odd = new TreeMap<String, String>();
        files.forEach((path, file) -> {
            if (!file.type().equals(types.get(ending(path)))) {
                odd.put(path, file.type());
            }
        });
        return odd;
    }

    /** The header fields of all files, except for {@link #policies}. */
    SortedMap<String, String> fields() {
        var fields = new TreeMap<String, String>();
        files.values().forEach(file -> fields.putAll(file.fields()));
        fields.remove(POLICY);
        fields.remove("Accept-Ranges"); // which servers say themselves where it is true
        return fields;
    }

    /** The policies of the types that have one. */
    SortedMap<String, String> policies() {
        var policies = new TreeMap<String, String>();
        files.values().forEach(file -> {
            String policy = file.fields().get(POLICY);
            if (policy != null) {
                policies.put(file.type(), policy);
            }
        });
        return policies;
    }

    /** The ending of a file's name, if a server's list of types can have it; otherwise empty. */
    private static String ending(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") && ending.matches("[a-z0-9]+") ? ending : "";
    }
}
