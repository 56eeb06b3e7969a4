package org.feedwright.authoring;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.value.YamlValues;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.Facet;
import org.feedwright.feed.Selector;
import org.jspecify.annotations.Nullable;

/** The {@code select} of a {@code feed.yaml}: what the feed takes from other feeds. */
public final class SelectBlock {
    public static final String KEY = "select";
    private static final String EVERYTHING = "all";
    private static final Set<String> EXCLUDED =
            new LinkedHashSet<>(List.of("feeds", "categories", "authors", "languages"));
    private static final Set<String> KEYS =
            new LinkedHashSet<>(List.of("feeds", "categories", "authors", "languages", "exclude"));
    private static final String REMEDY =
            "write 'select: all', or lines such as 'categories: [Energy]' under it, indented";

    private SelectBlock() {}

    static @Nullable Selector read(Yaml feed) {
        if (feed.isBlank(KEY)) {
            feed.problem(KEY, "'select' says nothing", REMEDY);
            return null;
        }
        if (!feed.has(KEY)) {
            return null;
        }
        var blocks = feed.mappings(KEY, EVERYTHING);
        if (blocks.size() != 1) {
            feed.problem(KEY, "'select' is not one block", REMEDY);
            return null;
        }
        var block = blocks.getFirst();
        if (block.has(EVERYTHING)) {
            if (!block.text(EVERYTHING).orElse("").equals(EVERYTHING)) {
                feed.problem(KEY, "'select' is neither a block nor 'all'", REMEDY);
            }
            return Selector.EVERYTHING;
        }
        return selector(block, KEYS, excluded(block));
    }

    private static @Nullable Selector excluded(Yaml block) {
        refuseBlank(block, "exclude");
        if (!block.has("exclude") || block.isBlank("exclude")) {
            return null;
        }
        var blocks = block.mappings("exclude", "feeds");
        if (blocks.size() != 1) {
            block.problem(
                    "exclude", "'exclude' is not one block", "write lines such as 'categories: [Sport]' under it");
            return null;
        }
        return selector(blocks.getFirst(), EXCLUDED, null);
    }

    private static Selector selector(Yaml block, Set<String> known, @Nullable Selector exclude) {
        block.refuseUnknown(known);
        return new Selector(
                read(block, "feeds", FeedName::new, "write the names of feeds, as their folders are called"),
                read(block, "categories", Facet::categoryKey, "write categories"),
                read(block, "authors", Facet::authorKey, "write the names of authors"),
                read(block, "languages", YamlValues::language, "write language tags such as en or de-CH"),
                exclude);
    }

    /** Whoever takes all leaves the line out, and who takes none needs no such feed. */
    private static void refuseBlank(Yaml block, String key) {
        if (block.isBlank(key)) {
            block.problem(key, "'" + key + "' in 'select' says nothing", "name one there, or take the line out");
        }
    }

    private static <T> List<T> read(Yaml block, String key, Function<String, T> reader, String remedy) {
        refuseBlank(block, key);
        return block.texts(key).stream()
                .<T>mapMulti((text, sink) -> {
                    try {
                        sink.accept(reader.apply(text.strip()));
                    } catch (RuntimeException _) {
                        block.problem(key, "'" + text + "' in '" + key + "' cannot be understood", remedy);
                    }
                })
                .distinct()
                .toList();
    }
}
