package org.feedwright.folder;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.ArticleName;
import org.feedwright.authoring.MediaTypes;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.Podcast;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.ledger.ReferencedFiles;
import org.springframework.stereotype.Component;

/**
 * The files in feeds' folders that are neither read nor named by an article: perhaps articles in a format that
 * is not read, or in a folder that is not. They are counted, so that nobody waits for them in vain.
 */
@Component
class UnreadFiles {
    private static final int NAMED = 5; // so many are named in a warning

    private final ReferencedFiles named;
    private final Warnings log;
    private final Feeds feeds;
    private final Map<String, List<String>> last = new ConcurrentHashMap<>();

    /** The files that the last look found unread; they may have been there for a moment only. */
    private final Map<String, List<String>> seen = new ConcurrentHashMap<>();

    private final Map<String, Problem> warnings = new ConcurrentHashMap<>();

    UnreadFiles(ReferencedFiles named, Warnings log, Feeds feeds) {
        this.named = named;
        this.log = log;
        this.feeds = feeds;
    }

    /**
     * Looks through a feed's folder, and logs what has not been logged of it.
     *
     * @return whether to look again in a moment: what is new may be an editor's, and gone by then
     */
    boolean look(FeedFolder folder, String directory) {
        var podcast = feeds.definition(new FeedName(directory)).map(FeedDefinition::podcast);
        var found = folder.strays(directory);
        last.put(directory, found);
        var unread = unread(found, named.paths(directory), podcast);
        var before = seen.put(directory, unread);
        if (before != null && !before.containsAll(unread)) {
            return !unread.stream().allMatch(UnreadFiles::mayBeNamedYet);
        }
        var warning = warning(directory, unread);
        var told = warning.isEmpty() ? warnings.remove(directory) : warnings.put(directory, warning.get());
        warning.filter(now -> !now.equals(told)).ifPresent(now -> log.tell(List.of(now)));
        return false;
    }

    /** People put a picture there before they write about it. */
    private static boolean mayBeNamedYet(String path) {
        return MediaTypes.ofName(path)
                .filter(type -> type.matches("(?:image|audio|video)/.*|application/pdf"))
                .isPresent();
    }

    /**
     * Whether there is something to say that has not been said: it came without notice, or may have been there for
     * a moment only.
     */
    boolean isPending(FeedFolder folder, String directory) {
        var unread = seen.get(directory);
        return unread != null
                && (!warning(directory, unread).equals(Optional.ofNullable(warnings.get(directory)))
                        || !folder.strays(directory).equals(last.get(directory)));
    }

    /** Forgets a folder that is no feed's, so that it has no warning. */
    void forget(String directory) {
        seen.remove(directory);
        last.remove(directory);
        warnings.remove(directory);
    }

    /** Forgets what was seen at earlier looks, and what was warned of. */
    void forget() {
        seen.clear();
        last.clear();
        warnings.clear();
    }

    /** The warning of each folder that has one. */
    Map<String, Problem> byFolder() {
        return Map.copyOf(warnings);
    }

    /** Takes over the warnings of another node, which has logged them. */
    void replace(Map<String, Problem> others) {
        warnings.keySet().retainAll(others.keySet());
        warnings.putAll(others);
    }

    /** The warnings of all feeds. */
    List<Problem> warnings() {
        return List.copyOf(new TreeMap<>(warnings).values());
    }

    /**
     * The files of a feed's folder that are neither read nor named.
     *
     * @param strays what is neither an article nor hidden
     * @param named what its articles name
     * @param podcast what the feed itself names
     */
    static List<String> unread(List<String> strays, Collection<String> named, Optional<Podcast> podcast) {
        return strays.stream()
                .filter(path -> !named.contains(path))
                .filter(path -> podcast.filter(each -> each.shows(path)).isEmpty())
                .toList();
    }

    /** The warning of unread files; none where there are none. */
    static Optional<Problem> warning(String directory, List<String> unread) {
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                directory,
                0,
                (unread.size() == 1 ? "1 file is" : unread.size() + " files are")
                        + " neither read nor named by an article: "
                        + unread.stream()
                                .limit(NAMED)
                                .map(path -> path + reason(path))
                                .collect(Collectors.joining(", "))
                        + (unread.size() > NAMED ? " and others" : ""),
                "articles end in .md, .markdown, .html or .txt; name in 'exclude' what is none, let its name begin with "
                        + "'_', or move it away"));
    }

    /** Why a file is not read that has the name of an article; nothing where its name tells. */
    private static String reason(String path) {
        if (path.endsWith("_posts/")) {
            return " (nothing is read whose name begins with '_': move what is in it beside feed.yaml)";
        }
        if (path.endsWith("/")) {
            return path.endsWith("node_modules/")
                    ? " (packages of a program)"
                    : " (a link to a folder, or too many folders deep)";
        }
        if (path.equalsIgnoreCase("index.html")) {
            return " (a page of the site)";
        }
        return ArticleName.isWritten(path) ? " (no front matter)" : "";
    }

    /** The warning of files beside the feeds' folders; none where there are none. */
    static Optional<Problem> outside(List<String> files) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                HeldFiles.ROOT,
                0,
                (files.size() == 1 ? "1 file lies" : files.size() + " files lie")
                        + " beside the feeds' folders, where nothing is read: "
                        + String.join(", ", files.subList(0, Math.min(NAMED, files.size())))
                        + (files.size() > NAMED ? " and others" : ""),
                "put articles into a feed's folder, one with a feed.yaml"));
    }

    /** Tells of files beside the feeds' folders, once. */
    void lookOutside(FeedFolder folder) throws IOException {
        var warning = outside(folder.outside());
        var told = warning.isEmpty() ? warnings.remove(HeldFiles.ROOT) : warnings.put(HeldFiles.ROOT, warning.get());
        warning.filter(now -> !now.equals(told)).ifPresent(now -> log.tell(List.of(now)));
    }
}
