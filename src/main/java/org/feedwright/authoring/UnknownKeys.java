package org.feedwright.authoring;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.yaml.DidYouMean;
import org.feedwright.authoring.yaml.Yaml;

/** The keys of front matter that say nothing to us: a folder brought from elsewhere has the same ones in each file. */
public final class UnknownKeys {
    private static final Pattern WHAT = Pattern.compile("the key '(.*)' is not known, and what it says is not used");
    private static final int NAMED = 8;

    private UnknownKeys() {}

    /**
     * Warns of each key in a block of front matter that says nothing to us.
     *
     * @param name the key of the block, as it was written
     * @param meanings the keys that other words stand for
     */
    static void warn(Yaml block, String name, List<String> known, Map<String, String> meanings) {
        block.keys().keySet().stream()
                .filter(key -> !known.contains(key) && !block.isBlank(key))
                .forEach(key -> block.warn(
                        key,
                        what("'" + name + "." + block.written(key).substring(1)),
                        DidYouMean.remedy(key, known, meanings, "take it out if no other program reads it")));
    }

    /**
     * Front matter without true and false where a text belongs: themes of other programs switch with them what they
     * show. A warning tells of each.
     */
    static Yaml withoutSwitches(Yaml front, Stream<String> keys) {
        var texts = front;
        for (String key : keys.filter(front::isSwitch).toList()) {
            front.warn(
                    key,
                    front.written(key) + " is " + front.plain(key) + ", which is no text, and is not used",
                    "write a text, in quotes if it is this word; or take the line out if no other program reads it");
            texts = texts.without(key);
        }
        return texts;
    }

    /** @param key as it was written, in quotes */
    static String what(String key) {
        return "the key " + key + " is not known, and what it says is not used";
    }

    /** Whether a warning is of such a key. */
    public static boolean is(Problem warning) {
        return WHAT.matcher(warning.wrong()).matches();
    }

    /**
     * One warning for a feed, with how many articles have which key; nothing if there is none.
     *
     * @param feed the folder's name
     */
    public static Optional<Problem> summary(String feed, Collection<Problem> warnings) {
        var counts = new TreeMap<String, Integer>();
        warnings.forEach(warning -> {
            var key = WHAT.matcher(warning.wrong());
            if (key.matches()) {
                counts.merge(key.group(1), 1, Integer::sum);
            }
        });
        long files = warnings.stream()
                .filter(UnknownKeys::is)
                .map(Problem::source)
                .distinct()
                .count();
        return counts.isEmpty() ? Optional.empty() : Optional.of(summary(feed, files, counts));
    }

    private static Problem summary(String feed, long files, Map<String, Integer> counts) {
        List<Map.Entry<String, Integer>> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .toList();
        String named = frequent.stream()
                .limit(NAMED)
                .map(key -> key.getKey() + " (" + key.getValue() + ")")
                .collect(Collectors.joining(", "));
        return new Problem(
                feed,
                0,
                (files == 1 ? "1 article has" : files + " articles have") + " keys that are not known: " + named
                        + (frequent.size() > NAMED ? " and others" : ""),
                "the command check lists them; 'keys' in feed.yaml says what a site's own keys mean");
    }
}
