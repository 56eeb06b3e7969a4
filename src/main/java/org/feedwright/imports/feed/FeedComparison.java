package org.feedwright.imports.feed;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.feedwright.authoring.html.CleanHtml;
import org.feedwright.authoring.problem.TooMuch;
import org.feedwright.text.HtmlText;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * Tells what readers of a feed would notice if another took its place: they know an entry by its id, and look again at
 * one whose title, dates or text are different.
 */
public final class FeedComparison {
    private final Map<String, FeedEntry> known;
    private final Map<String, FeedEntry> next;
    private final Set<String> shown;

    /** The kinds of differences. */
    public enum Kind {
        /** Readers do not know the entry's id, and show it as unread. */
        NEW,
        /** Readers know the entry otherwise. */
        CHANGED,
        /** Readers know an entry that is nowhere in the other feed. */
        LOST
    }

    /**
     * A difference.
     *
     * @param parts what is different in an entry that has changed: title, published, updated, text
     */
    public record Difference(Kind kind, String id, FeedEntry entry, List<String> parts) {
        public Difference {
            parts = List.copyOf(parts);
        }
    }

    private FeedComparison(List<FeedEntry> known, List<FeedEntry> shown, List<FeedEntry> archived) {
        this.known = byId(known);
        this.shown = byId(shown).keySet();
        this.next = byId(Stream.concat(shown.stream(), archived.stream()).toList());
    }

    /**
     * The differences: new entries first, then changed and lost ones.
     *
     * @param known the entries that readers know
     * @param shown the entries of the document that they would be given
     * @param archived the entries of its archives
     */
    public static List<Difference> of(List<FeedEntry> known, List<FeedEntry> shown, List<FeedEntry> archived) {
        var comparison = new FeedComparison(known, shown, archived);
        return Stream.of(comparison.unknown(), comparison.changed(), comparison.lost())
                .flatMap(each -> each)
                .toList();
    }

    /** Of entries with one id, readers show the first. */
    private static Map<String, FeedEntry> byId(List<FeedEntry> entries) {
        var byId = new LinkedHashMap<String, FeedEntry>();
        for (var entry : entries) {
            String id = entry.id();
            byId.putIfAbsent(id == null ? entry.title() : id, entry);
        }
        return byId;
    }

    /** An entry that is only in an archive is met by nobody. */
    private Stream<Difference> unknown() {
        return shown.stream()
                .filter(id -> !known.containsKey(id))
                .map(id -> new Difference(Kind.NEW, id, Objects.requireNonNull(next.get(id)), List.of()));
    }

    private Stream<Difference> lost() {
        return known.entrySet().stream()
                .filter(each -> !next.containsKey(each.getKey()))
                .map(each -> new Difference(Kind.LOST, each.getKey(), each.getValue(), List.of()));
    }

    private Stream<Difference> changed() {
        return new LinkedHashSet<>(known.keySet())
                .stream().filter(next::containsKey).map(this::change).filter(each -> !each.parts().isEmpty());
    }

    private Difference change(String id) {
        var before = Objects.requireNonNull(known.get(id));
        var after = Objects.requireNonNull(next.get(id));
        var parts = new ArrayList<String>();
        if (!before.title().equals(after.title())) {
            parts.add("title");
        }
        if (before.published() != null && !isSame(before.published(), after.published())) {
            parts.add("published");
        }
        if (before.updated() != null && !isSame(before.updated(), latest(after))) {
            parts.add("updated");
        }
        if (!words(before).equals(words(after))) {
            parts.add("text");
        }
        return new Difference(Kind.CHANGED, id, after, parts);
    }

    private static @Nullable OffsetDateTime latest(FeedEntry entry) {
        return entry.updated() == null ? entry.published() : entry.updated();
    }

    /** Feeds have dates to the second. */
    private static boolean isSame(OffsetDateTime before, @Nullable OffsetDateTime after) {
        return after != null
                && before.toInstant().truncatedTo(ChronoUnit.SECONDS)
                        .equals(after.toInstant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** The words that readers see; white space and tags count for nothing, nor does what acts or is hidden. */
    private static String words(FeedEntry entry) {
        String html = entry.content() != null ? entry.content() : entry.summary();
        return html == null ? "" : XmlText.line(HtmlText.of(clean(html)));
    }

    private static String clean(String html) {
        try {
            return CleanHtml.of(html);
        } catch (TooMuch _) { // of which the folder could hold nothing either
            return html;
        }
    }
}
