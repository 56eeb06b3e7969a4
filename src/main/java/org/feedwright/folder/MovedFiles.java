package org.feedwright.folder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.Manuscript;
import org.feedwright.article.StatedId;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.disk.SourceReading;
import org.feedwright.folder.ledger.KnownFile;
import org.feedwright.folder.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The articles whose files are no longer where they were. A file that appears may be one of them under
 * another name: then the article keeps its identity, and nothing turns unread.
 *
 * <p>A file was also moved away if another one has taken its place, as when two files swap their names.
 */
final class MovedFiles {
    /** Telling renamed and edited files apart needs the articles; beyond this many, only equal bytes count. */
    private static final int COMPARED = 1_000;

    private final FeedFolder folder;
    private final Articles store;
    private final Map<FolderPath, KnownFile> byPath = new LinkedHashMap<>();
    private final Map<FolderPath, Article> articles = new LinkedHashMap<>();
    /** Also those that are still there but changed, because another file may have taken their place. */
    private final Map<String, List<KnownFile>> byDigest = new HashMap<>();

    /** The files that are new or have changed, and the bytes of those that were looked at. */
    private final Map<FolderPath, FileStamp> appeared = new HashMap<>();

    private final Map<FolderPath, String> digests = new HashMap<>();
    private final Set<ArticleId> claimed = new HashSet<>();

    /** The file that each one was found to be; it may have to be stored twice. */
    private final Map<FolderPath, KnownFile> origins = new HashMap<>();

    private final Map<FolderPath, PutOff> waiting = new LinkedHashMap<>();
    private final Set<FolderPath> unreadable = new HashSet<>();

    /**
     * A file that cannot be stored yet.
     *
     * @param holder the article that has what it wants: its address, or else its identity
     */
    record PutOff(Reading.Good file, @Nullable KnownFile known, Article holder, boolean isForAddress) {}

    MovedFiles(Collection<FolderDifference> differences, FeedFolder folder, Articles store) {
        this.folder = folder;
        this.store = store;
        for (var difference : differences) {
            appeared.putAll(difference.toRead());
            difference.vanished().forEach(file -> byPath.put(file.path(), file));
            difference.vanished().forEach(this::addDigest);
            difference.known().values().stream()
                    .filter(file -> file.article() != null)
                    .forEach(this::addDigest);
        }
        if (byPath.size() <= COMPARED) {
            byPath.values().stream()
                    .filter(file -> file.article() != null)
                    .forEach(file ->
                            store.find(file.article()).ifPresent(article -> articles.put(file.path(), article)));
        }
    }

    private void addDigest(KnownFile file) {
        byDigest.computeIfAbsent(file.digest(), _ -> new ArrayList<>(1)).add(file);
    }

    /** Whether no file that appears can be one of old. */
    boolean isNothing() {
        return byPath.isEmpty() && byDigest.isEmpty();
    }

    /** Whether the article that a file held has been found in another one. */
    boolean isClaimed(@Nullable ArticleId article) {
        return article != null && claimed.contains(article);
    }

    /**
     * The file of old that has come back as this one, which can then not come back as another: the one with
     * the same bytes, else, if nothing is known of this file, with the stated id, or in the same feed with the
     * same address, or the same title and date. Two feeds may well tell of the same on one day, so between
     * them nothing less than the same bytes, or the author's word, makes a file of one that of the other.
     */
    Optional<KnownFile> claim(Reading.Good good, @Nullable KnownFile known) {
        return origin(good.path()).or(() -> find(good, known));
    }

    /** The file of old that this one was found to be. */
    Optional<KnownFile> origin(FolderPath path) {
        return Optional.ofNullable(origins.get(path));
    }

    /** Notes a file that cannot be read. If nothing is known of it, it may be one that is missing. */
    void cannotRead(FolderPath file, FolderDifference difference) {
        if (!difference.known().containsKey(file)) {
            unreadable.add(file);
        }
    }

    Set<FolderPath> unreadable() {
        return Set.copyOf(unreadable);
    }

    void putOff(PutOff file) {
        waiting.put(file.file().path(), file);
    }

    /** The files of any folder that wait for addresses. */
    List<PutOff> waitingForAddresses() {
        return waiting.values().stream().filter(PutOff::isForAddress).toList();
    }

    /** Forgets files that could be stored after all. */
    void settle(Collection<PutOff> stored) {
        waiting.values().removeAll(stored);
    }

    /** The folders of files that were put off, where the article that had what they want has moved since. */
    Set<String> freed() {
        return waiting.values().stream()
                .filter(each -> isClaimed(each.holder().id()))
                .map(each -> each.file().path().directory())
                .collect(Collectors.toSet());
    }

    /** The folders from which files have come that cannot be stored yet, by the folders in which they are now. */
    Map<String, Set<String>> unsettled() {
        var unsettled = new HashMap<String, Set<String>>();
        waiting.keySet()
                .forEach(path -> origin(path)
                        .map(file -> file.path().directory())
                        .filter(directory -> !directory.equals(path.directory()))
                        .ifPresent(directory -> unsettled
                                .computeIfAbsent(path.directory(), _ -> new HashSet<>())
                                .add(directory)));
        return unsettled;
    }

    private Optional<KnownFile> find(Reading.Good good, @Nullable KnownFile known) {
        var manuscript = good.file().manuscript();
        var found = sameBytes(good, manuscript.statedId());
        if (found.isEmpty() && known == null) {
            found = manuscript.statedId() != null
                    ? stated(manuscript, manuscript.statedId())
                    : first(article -> isInSameFeed(article, manuscript) && hasSameAddress(article, manuscript))
                            .or(() -> first(article ->
                                    isInSameFeed(article, manuscript) && hasSameTitleAndDate(article, manuscript)));
        }
        found.ifPresent(file -> {
            byPath.remove(file.path());
            claimed.add(file.article());
            origins.put(good.path(), file);
        });
        return found;
    }

    /** The unclaimed files of one folder. */
    List<KnownFile> left(String directory) {
        return byPath.values().stream()
                .filter(file -> file.path().directory().equals(directory))
                .toList();
    }

    /**
     * The files that others may be which cannot be read: one of the same folder may be any of them, and one of another
     * folder has the same bytes.
     */
    Set<FolderPath> maybe(Collection<KnownFile> files, Set<FolderPath> unreadable) {
        var directories = unreadable.stream()
                .filter(file -> !file.isDefinition())
                .map(FolderPath::directory)
                .collect(Collectors.toSet());
        var sizes = files.stream().map(file -> file.stamp().size()).collect(Collectors.toSet());
        var digests = unreadable.stream()
                .filter(file -> appeared.containsKey(file)
                        && sizes.contains(appeared.get(file).size()))
                .map(this::digest)
                .collect(Collectors.toSet());
        return files.stream()
                .filter(file -> directories.contains(file.path().directory()) || digests.contains(file.digest()))
                .map(KnownFile::path)
                .collect(Collectors.toSet());
    }

    /** The one for which the same was stated; in two feeds that may be two, of which the one in its own is meant. */
    private Optional<KnownFile> stated(Manuscript manuscript, StatedId stated) {
        return first(article -> isInSameFeed(article, manuscript) && stated.means(article))
                .or(() -> first(stated::means));
    }

    private Optional<KnownFile> sameBytes(Reading.Good good, @Nullable StatedId stated) {
        return byDigest.getOrDefault(good.digest(), List.of()).stream()
                .filter(file -> !file.path().equals(good.path()) && !isClaimed(file.article()))
                .filter(file -> stated == null || isMeant(stated, file))
                .filter(file -> byPath.containsKey(file.path()) || isDisplaced(file))
                .findFirst();
    }

    /**
     * A file counts as not read yet while nobody knows whose it is: it has the bytes that another one had, into which
     * something is being written.
     */
    Reading settled(Reading reading) {
        return reading instanceof Reading.Good good && isOfAnOpenFile(good) ? new Reading.Late(good.path()) : reading;
    }

    private boolean isOfAnOpenFile(Reading.Good good) {
        return byDigest.getOrDefault(good.digest(), List.of()).stream()
                .map(KnownFile::path)
                .filter(path -> !path.equals(good.path()) && appeared.containsKey(path))
                .anyMatch(path -> folder.read(path) instanceof SourceReading.Unfinished);
    }

    private boolean isMeant(StatedId stated, KnownFile file) {
        return file.article() != null
                && store.find(file.article()).filter(stated::means).isPresent();
    }

    /** Whether a file now has the bytes of another one: it was moved over, and not merely edited. */
    private boolean isDisplaced(KnownFile file) {
        String present = digest(file.path());
        return !present.isEmpty() && !present.equals(file.digest()) && byDigest.containsKey(present);
    }

    private Optional<KnownFile> first(Predicate<Article> test) {
        return articles.entrySet().stream()
                .filter(entry -> test.test(entry.getValue()))
                .flatMap(entry -> Stream.ofNullable(byPath.get(entry.getKey())))
                .filter(file -> !isElsewhere(file))
                .findFirst();
    }

    /** Whether the very bytes of a file are in another one now: that one is it, and none that is merely like it. */
    private boolean isElsewhere(KnownFile file) {
        return appeared.entrySet().stream()
                .filter(each -> each.getValue().size() == file.stamp().size() && !origins.containsKey(each.getKey()))
                .anyMatch(each -> digest(each.getKey()).equals(file.digest()));
    }

    /** The digest of a file's bytes as they are now; empty where it cannot be read. */
    private String digest(FolderPath path) {
        return digests.computeIfAbsent(
                path, _ -> folder.read(path) instanceof SourceReading.Whole(var source) ? source.digest() : "");
    }

    private static boolean isInSameFeed(Article article, Manuscript manuscript) {
        return article.feed().equals(manuscript.feed());
    }

    /** A withdrawn article has left its address to others. */
    private static boolean hasSameAddress(Article article, Manuscript manuscript) {
        String link = manuscript.text().link();
        if (article.state() == State.WITHDRAWN) {
            return false;
        }
        return article.slug().equals(manuscript.slug())
                || (link != null && link.equals(article.text().link()));
    }

    private static boolean hasSameTitleAndDate(Article article, Manuscript manuscript) {
        String title = article.text().title(); // notes have none
        return !title.isEmpty()
                && title.equals(manuscript.text().title())
                && article.published().equals(manuscript.published().toInstant());
    }
}
