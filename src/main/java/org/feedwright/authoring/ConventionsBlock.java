package org.feedwright.authoring;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.feedwright.article.Person;
import org.feedwright.authoring.yaml.DidYouMean;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.Conventions;
import org.feedwright.feed.Conventions.Ids;
import org.feedwright.feed.Conventions.Templates;
import org.feedwright.feed.Conventions.Titles;

/** The keys of a {@code feed.yaml} that say how the feed's articles are written and named. */
final class ConventionsBlock {
    private ConventionsBlock() {}

    static Conventions read(Yaml yaml, Map<String, Person> others, Map<String, String> labels) {
        String idPattern = PermalinkCheck.idPattern(yaml);
        return new Conventions(
                yaml.texts("exclude").stream().map(String::strip).toList(),
                keys(yaml),
                yaml.value("titles", word -> FeedFile.word(Titles.class, word), FeedFile.words(Titles.class))
                        .orElse(Titles.STATED),
                yaml.value("templates", word -> FeedFile.word(Templates.class, word), FeedFile.words(Templates.class))
                        .orElse(Templates.NONE),
                authors(yaml, others),
                yaml.text("permalink")
                        .map(String::strip)
                        .filter(pattern -> !pattern.isEmpty())
                        .orElse(null),
                idPattern != null
                        ? Ids.PATTERN
                        : yaml.value(
                                        "ids",
                                        PermalinkCheck::ids,
                                        "write minted, link, or a pattern such as /:year/:slug")
                                .orElse(Ids.MINTED),
                idPattern,
                labels);
    }

    private static Map<String, String> keys(Yaml yaml) {
        var keys = new LinkedHashMap<String, String>();
        yaml.mappings("keys", "")
                .forEach(block -> block.keys().keySet().forEach(key -> {
                    String ours = block.text(key).orElse("").strip().toLowerCase(Locale.ROOT);
                    if (FrontKeys.KNOWN.contains(ours)) {
                        keys.put(key, ours);
                    } else {
                        block.problem(
                                key,
                                block.written(key) + " stands for '" + ours + "', which is no key of front matter",
                                DidYouMean.remedy(
                                                ours,
                                                FrontKeys.KNOWN,
                                                FrontKeys.MEANINGS,
                                                "use one of " + String.join(", ", FrontKeys.KNOWN))
                                        .get());
                    }
                }));
        return keys;
    }

    /** @param others those of a file; the feed.yaml counts before them */
    private static Map<String, Person> authors(Yaml yaml, Map<String, Person> others) {
        var authors = new LinkedHashMap<>(others);
        if (yaml.isText("authors") && !yaml.isBlank("authors")) {
            yaml.problem(
                    "authors", "'authors' names persons by keys", "write 'author: …', or 'authors: {ann: Ann Smith}'");
            return authors;
        }
        yaml.mappings("authors", "name").forEach(block -> authors.putAll(AuthorsFile.read(block)));
        return authors;
    }
}
