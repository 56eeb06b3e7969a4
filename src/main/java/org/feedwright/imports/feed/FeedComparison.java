package org.feedwright.imports.feed;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.feedwright.authoring.html.CleanHtml;
import org.feedwright.authoring.problem.TooMuch;
import org.feedwright.text.HtmlLine;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * Compares a feed as it would be published with the one that readers know.
 *
 * @param known the feed that readers know
 */
public record FeedComparison(FeedPage known) {
    /** The ways in which readers notice that a feed has moved. */
    public enum Kind {
        NEW("new"),
        CHANGED("changed"),
        LOST("lost");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * An entry that readers would see differently.
     *
     * @param what tells how
     */
    public record Difference(
            Kind kind, String title, @Nullable String id, String what) {}

    /**
     * Compares.
     *
     * @param window the entries of the document that readers subscribe to
     * @param others the entries of the documents behind it
     */
    public List<Difference> with(List<FeedEntry> window, List<FeedEntry> others) {
        var before = byId(known.entries());
        var now = byId(window);
        var all = new LinkedHashMap<>(byId(others));
        all.putAll(now);
        var differences = new ArrayList<Difference>();
        now.forEach((id, entry) -> {
            var old = before.get(id);
            if (old == null) {
                differences.add(new Difference(Kind.NEW, entry.title(), id, newcomer(entry)));
            }
        });
        before.forEach((id, old) -> {
            var entry = all.get(id);
            if (entry == null) {
                differences.add(new Difference(Kind.LOST, old.title(), id, lost(old)));
            } else {
                var changes = changes(old, entry);
                if (!changes.isEmpty()) {
                    differences.add(new Difference(Kind.CHANGED, old.title(), id, String.join("; ", changes)));
                }
            }
        });
        return differences;
    }

    private static Map<String, FeedEntry> byId(List<FeedEntry> entries) {
        var byId = new LinkedHashMap<String, FeedEntry>();
        entries.forEach(entry -> byId.putIfAbsent(String.valueOf(entry.id()), entry));
        return byId;
    }

    /** Why readers would see an entry as new, if that can be told. */
    private String newcomer(FeedEntry entry) {
        var sameLink = find(known.entries(), old -> old.link() != null && isSame(old.link(), entry.link()));
        if (sameLink != null) {
            return "readers know it as " + sameLink.id() + "; write that as its 'id'";
        }
        var sameTitle = find(
                known.entries(),
                old -> !old.title().isBlank()
                        && old.title().equals(entry.title())
                        && isSameTime(old.published(), entry.published()));
        if (sameTitle != null) {
            return "readers know it as " + sameTitle.id() + "; write that as its 'id'";
        }
        return isBehind(entry)
                ? "it is older than all that the old feed has; 'window: "
                        + known.entries().size() + "' in feed.yaml keeps it out of the document that readers have"
                : "the old feed does not have it";
    }

    private boolean isBehind(FeedEntry entry) {
        var published = entry.published();
        return published != null
                && !known.entries().isEmpty()
                && known.entries().stream()
                        .map(FeedEntry::published)
                        .allMatch(old -> old == null || old.isAfter(published));
    }

    private static String lost(FeedEntry old) {
        return "no article here has this id" + (old.link() == null ? "" : "; its page was " + old.link());
    }

    private static @Nullable FeedEntry find(List<FeedEntry> entries, Predicate<FeedEntry> isWanted) {
        return entries.stream().filter(isWanted).findFirst().orElse(null);
    }

    /** Whether two addresses differ in their scheme or in the slash at their end only. */
    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return one != null && other != null && plain(one).equals(plain(other));
    }

    private static String plain(String address) {
        return address.replaceFirst("(?i)^https?://", "").replaceFirst("/+$", "");
    }

    private static List<String> changes(FeedEntry old, FeedEntry now) {
        var changes = new ArrayList<String>();
        if (!XmlText.line(old.title()).equals(XmlText.line(now.title()))) {
            changes.add("title: '" + old.title() + "' would be '" + now.title() + "'");
        }
        if (old.published() != null && !isSameTime(old.published(), now.published())) {
            changes.add("date: " + old.published() + " would be " + now.published());
        }
        if (old.updated() != null && !isSameTime(old.updated(), updated(now))) {
            changes.add("updated: " + old.updated() + " would be " + updated(now));
        }
        if (old.link() != null && !old.link().equals(now.link())) {
            changes.add("link: " + old.link() + " would be " + now.link());
        }
        text(old.content(), now.content(), "text").ifPresent(changes::add);
        return changes;
    }

    /** Where a format has no date of change, or repeats the date, they are one. */
    private static @Nullable OffsetDateTime updated(FeedEntry entry) {
        return entry.updated() == null ? entry.published() : entry.updated();
    }

    private static boolean isSameTime(@Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
        return (one == null || other == null)
                ? Objects.equals(one, other)
                : one.toInstant()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .equals(other.toInstant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** A feed that had summaries only, and now has texts, changes nothing that readers have read. */
    private static Optional<String> text(@Nullable String old, @Nullable String now, String what) {
        if (old == null) {
            return Optional.empty();
        }
        String before = HtmlLine.of(clean(old));
        String after = now == null ? "" : HtmlLine.of(now);
        return before.equals(after) ? Optional.empty() : Optional.of(what + ": " + firstDifference(before, after));
    }

    /** What is taken out of articles here, such as scripts and frames, is missed by nobody. */
    private static String clean(String html) {
        try {
            return CleanHtml.of(html);
        } catch (TooMuch _) { // of which the folder could hold nothing either
            return html;
        }
    }

    private static String firstDifference(String before, String after) {
        int at = 0;
        while (at < Math.min(before.length(), after.length()) && before.charAt(at) == after.charAt(at)) {
            at++;
        }
        int from = Math.max(0, before.lastIndexOf(' ', Math.max(0, at - 1)) + 1);
        return "'" + excerpt(before, from) + "' would be '" + excerpt(after, from) + "'";
    }

    private static String excerpt(String text, int from) {
        int most = 40; // characters
        String rest = text.substring(Math.min(from, text.length()));
        return rest.length() <= most ? rest : rest.substring(0, most) + "…";
    }
}
