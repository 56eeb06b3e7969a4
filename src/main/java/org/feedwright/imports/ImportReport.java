package org.feedwright.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an import did, or would do: counted, and where a person may have to act, named. */
public final class ImportReport {
    private static final int NAMED = 20; // of each kind; the others are counted

    private static final List<String> ORDER = List.of(
            "published",
            "scheduled",
            "drafts",
            "ids kept",
            "former addresses",
            "new files",
            "files brought up to date",
            "files that stay as they are");

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private final Map<String, Set<String>> unknownTags = new TreeMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Map<String, List<String>> named = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** Counts something that is not meant to be taken, such as a menu. */
    public void skip(String kind) {
        skipped.merge(kind, 1, Integer::sum);
    }

    /** Says something of the export as a whole, once. */
    public void note(String text) {
        notes.add(text);
    }

    /** Names an article in a list of articles of which the same is to be said. */
    public void note(String heading, String article) {
        named.computeIfAbsent(heading, _ -> new ArrayList<>()).add(article);
    }

    /** Says that something could not be taken that should have been. */
    public void problem(String text) {
        problems.add(text);
    }

    /** Counts a tag, such as {@code [contact-form]}, that stays as it is in an article. */
    public void unknownTag(String tag, String article) {
        unknownTags.computeIfAbsent(tag, _ -> new LinkedHashSet<>()).add(article);
    }

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    void count(String what, int number) {
        counts.merge(what, number, Integer::sum);
    }

    /** How often something was counted. */
    public int counted(String what) {
        return counts.getOrDefault(what, 0);
    }

    /** What could not be taken that should have been, or would be held back. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The report, line by line. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        ORDER.stream().filter(counts::containsKey).forEach(what -> lines.add(line(what)));
        counts.keySet().stream().filter(what -> !ORDER.contains(what)).forEach(what -> lines.add(line(what)));
        if (!skipped.isEmpty()) {
            lines.add("not taken; "
                    + skipped.entrySet().stream()
                            .map(kind -> kind.getKey() + ": " + number(kind.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        unknownTags.forEach((tag, articles) -> lines.add("not understood, left as it is: " + tag + " in "
                + articles.stream().limit(3).collect(Collectors.joining(", "))
                + (articles.size() > 3 ? " and " + number(articles.size() - 3) + " more" : "")));
        lines.addAll(notes);
        named.forEach((heading, articles) -> list(heading, articles, lines));
        if (!problems.isEmpty()) {
            list("problems", problems, lines);
        }
        return lines;
    }

    private String line(String what) {
        return what + ": " + number(counted(what));
    }

    private static void list(String heading, List<String> articles, List<String> lines) {
        lines.add(heading + ":");
        articles.stream().limit(NAMED).forEach(article -> lines.add("  " + article));
        if (articles.size() > NAMED) {
            lines.add("  and " + number(articles.size() - NAMED) + " more");
        }
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
