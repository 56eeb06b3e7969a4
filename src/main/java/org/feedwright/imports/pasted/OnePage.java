package org.feedwright.imports.pasted;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text of which everything beyond ASCII is UTF-8 in one code page. Of correct text, single words may look so, and never
 * all.
 *
 * @param meant what each run of characters stands for
 */
record OnePage(CodePage page, Map<String, String> meant) {
    private static final int RUNS = 3;
    private static final int CHARACTERS = 8;

    /** An East Asian page has two bytes in most characters, so that words are UTF-8 by chance more often. */
    private static final int EAST_ASIAN_RUNS = 5;

    /** The page that explains the runs best; nothing if none explains all. */
    static Optional<OnePage> of(List<String> runs, List<CodePage> pages) {
        if (runs.size() < RUNS || runs.stream().mapToInt(String::length).sum() < CHARACTERS) {
            return Optional.empty();
        }
        return pages.stream()
                .filter(page -> page.isSingle() || runs.size() >= EAST_ASIAN_RUNS)
                .map(page -> of(page, runs))
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(OnePage::oddities));
    }

    private static @Nullable OnePage of(CodePage page, List<String> runs) {
        var meant = new HashMap<String, String>();
        UnicodeScript script = null;
        for (String run : runs) {
            String decoded = page.mayBeUtf8(run, 0, run.length()) ? Misreading.decoded(page.bytes(run)) : null;
            if (decoded == null || !Misreading.isPlausible(decoded)) {
                return null;
            }
            var own = Plausible.script(decoded);
            if (own != null && script != null && own != script) {
                return null;
            }
            script = own == null ? script : own;
            meant.put(run, decoded);
        }
        return new OnePage(page, meant);
    }

    /** How many capitals stand behind small letters: what another page makes of the same bytes has such. */
    private int oddities() {
        return (int) meant.values().stream().filter(Plausible::risesWithin).count();
    }
}
