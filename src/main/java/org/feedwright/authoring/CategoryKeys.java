package org.feedwright.authoring;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.Conventions;
import org.feedwright.feed.Conventions.Templates;

/**
 * The categories of an article: categories and tags are both, as generators' own feeds have them. In header lines commas
 * part them, or semicolons if there is one; in an article of Jekyll's, white space does.
 *
 * @param keys the words for them
 * @param ofSection those that are no tags, of which generators make addresses
 */
record CategoryKeys(List<String> keys, List<String> all, List<String> ofSection) {
    private static final String OURS = "categories";
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s,]+");

    /** Jekyll parts the plural keys only. */
    private static final Set<String> PLURAL = Set.of(OURS, "tags");

    /** A layout of other generators has an ending or a folder. */
    private static final Pattern LAYOUT = Pattern.compile("[\\w-]+");

    private static final Pattern DATED = Pattern.compile("(?:.*/)?\\d{4}-\\d{1,2}-\\d{1,2}-[^/]*", Pattern.DOTALL);

    /** @param words the words for each of our keys */
    static CategoryKeys of(Yaml written, String path, Conventions conventions, Map<String, List<String>> words) {
        boolean isJekyll = conventions.templates() == Templates.JEKYLL || isJekyll(written, path);
        var keys = Stream.concat(Stream.of(OURS), words.getOrDefault(OURS, List.of()).stream())
                .toList();
        written.warnOfComments(Set.copyOf(keys));
        var all = new LinkedHashSet<String>();
        var sections = new LinkedHashSet<String>();
        keys.stream().filter(written::has).forEach(key -> {
            var texts = key.startsWith("tag")
                    ? labelled(texts(written, key, isJekyll), conventions.labels())
                    : texts(written, key, isJekyll);
            all.addAll(texts);
            if (key.startsWith("categor")) {
                sections.addAll(texts);
            }
        });
        return new CategoryKeys(keys, List.copyOf(all), List.copyOf(sections));
    }

    /** Docusaurus's tags are named by keys, of which a file says what they are called. */
    private static List<String> labelled(List<String> tags, Map<String, String> labels) {
        return labels.isEmpty()
                ? tags
                : tags.stream()
                        .map(tag -> labels.getOrDefault(tag.strip().toLowerCase(Locale.ROOT), tag))
                        .toList();
    }

    /** The front matter with all of them under our key. */
    Yaml joined(Yaml written) {
        return keys.stream().noneMatch(written::has) ? written : written.joined(OURS, keys, all);
    }

    private static List<String> texts(Yaml written, String key, boolean isJekyll) {
        String text = written.isText(key) ? written.text(key).orElse("") : "";
        if (!text.isEmpty() && written.notation().partsByCommas()) {
            return written.parted(key, between(text)).labels(key);
        }
        if (!text.isEmpty() && isJekyll && PLURAL.contains(key)) {
            return written.parted(key, WHITE_SPACE).labels(key);
        }
        if (text.indexOf(',') >= 0 && (key.startsWith("tag") || PLURAL.contains(key))) {
            written.warn(
                    key,
                    written.written(key) + " is one category with commas in it",
                    "write [a, b] if they are several");
        }
        return written.labels(key);
    }

    /** What parts the items of a header line. */
    static Pattern between(String text) {
        return text.indexOf(';') >= 0 ? SEMICOLON : COMMA;
    }

    /** Jekyll's posts have their date in the name, and a layout. */
    private static boolean isJekyll(Yaml written, String path) {
        return DATED.matcher(path).matches()
                && LAYOUT.matcher(written.plain("layout").toLowerCase(Locale.ROOT))
                        .matches();
    }
}
