package org.feedwright.folder.disk;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;
import org.feedwright.article.LinkedArticle;
import org.feedwright.article.MediaFile;
import org.feedwright.article.Slug;
import org.feedwright.authoring.ArticleName;
import org.feedwright.authoring.Attachments;
import org.feedwright.authoring.MediaTypes;
import org.feedwright.authoring.NamedAddress;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.entry.LocalMedia;

/**
 * The files beside an article that it can name, and the articles in them, looked up while it is read. What it
 * named is remembered, with what was there at the time: also a name under which there is nothing yet.
 */
public final class FolderAttachments implements Attachments {
    /** So many of the files that are not there are told one by one: each is looked for in the text. */
    private static final int TOLD = 50;

    /** What the text of a bundle is called, where an address names only its folder. */
    private static final List<String> INDEXES = List.of("index.md", "index.markdown", "index.html", "index.txt");

    private final FeedFolder folder;
    private final String directory;

    /** The folder of the file that is read, within the feed's, with a slash behind. */
    private final String base;

    private final ArticlesByName byName;
    private final Map<String, FileStamp> named = new TreeMap<>();
    private final Map<String, MediaFile> found = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, MissingFile> missing = new LinkedHashMap<>();
    private final Map<String, String> withBackslashes = new LinkedHashMap<>();
    private boolean isUnfinished;

    private record Link(LinkedArticle article, boolean isThere) {}

    /** @param file the one that is read */
    public FolderAttachments(FeedFolder folder, FolderPath file) {
        this.folder = folder;
        this.directory = file.directory();
        this.base = NamesOnDisk.composed(
                file.file().substring(0, file.file().length() - file.name().length()));
        this.byName = new ArticlesByName(folder, directory);
    }

    @Override
    public Map<String, String> authors() {
        return texts(FeedFolder.AUTHORS);
    }

    @Override
    public Map<String, String> tags() {
        return texts(FeedFolder.TAGS);
    }

    private Map<String, String> texts(List<String> names) {
        var texts = new TreeMap<String, String>();
        for (String name : names) {
            var file = new FolderPath(directory, name);
            folder.text(file).ifPresent(text -> texts.put(file.toString(), text));
        }
        return texts;
    }

    @Override
    public Optional<MediaFile> find(String address) {
        var file = find(address, "");
        if (file.isEmpty()) {
            miss(new NamedAddress(address, true));
        }
        return file;
    }

    @Override
    public void look(NamedAddress address) {
        if (find(address.address(), "").isEmpty() && !isLink(address.address())) {
            miss(address);
        }
    }

    @Override
    public Optional<MediaFile> find(String address, String type) {
        for (String name : LocalMedia.names(address)) {
            for (String path : paths(name)) {
                var file = file(path);
                if (file.isPresent()) {
                    noteBackslashes(address, name);
                    return file.map(each -> found.merge(
                            name,
                            new MediaFile(path, type.isEmpty() ? MediaTypes.servedAs(path) : type, each.size(), name),
                            (before, now) -> type.isEmpty() ? before : now));
                }
            }
        }
        return Optional.empty();
    }

    /** Where the file of a name may be: beside the file that is read, else in the feed's folder. */
    private List<String> paths(String name) {
        return Stream.of(base, "")
                .distinct()
                .flatMap(folder -> LocalMedia.path(folder, name).stream())
                .distinct()
                .toList();
    }

    /** Where an address may lead, in the order in which it is looked for. */
    private List<String> places(String address) {
        return LocalMedia.names(address).stream()
                .flatMap(name -> paths(name).stream())
                .distinct()
                .toList();
    }

    @Override
    public List<String> placesInFeed(String address) {
        return places(address).stream()
                .filter(path -> !path.startsWith(LocalMedia.OTHER_FEED) && !path.endsWith("/"))
                .toList();
    }

    private Optional<FileStamp> file(String path) {
        if (path.startsWith(LocalMedia.OTHER_FEED) || path.endsWith("/")) {
            return Optional.empty();
        }
        var file = folder.beside(directory, path);
        var stamp = file.map(AttachedFiles::stampOrNone).orElse(FileStamp.NONE);
        boolean isArticle = AttachedFiles.isNamedLikeArticle(path) && !ArticleName.isHtml(path);
        if (!stamp.equals(FileStamp.NONE) || (MediaTypes.ofName(path).isPresent() && !isArticle)) {
            named.put(path, stamp); // a link to a page names no file that may still come
        }
        if (stamp.equals(FileStamp.NONE)) {
            return Optional.empty();
        }
        // Who wrote before this is seen here, and who writes later makes it look again.
        isUnfinished |= file.map(WriteLease::test).orElse(false);
        return Optional.of(stamp);
    }

    /** Whether an address names an article's file, which need not be there yet: its article's address is known. */
    private boolean isLink(String address) {
        var names = LocalMedia.names(address);
        return names.stream().anyMatch(name -> isLink(address, name, true) || isElsewhere(address, name))
                || names.stream().anyMatch(name -> isLink(address, name, false));
    }

    /** Whether a name without a folder is that of an article in some other folder of the feed. */
    private boolean isElsewhere(String address, String name) {
        return byName.only(name)
                .filter(path -> isLinkTo(address, name, path, true))
                .isPresent();
    }

    /** @param isThere whether only a file counts that is there */
    private boolean isLink(String address, String name, boolean isThere) {
        return paths(name).stream()
                .flatMap(path -> path.endsWith("/") ? INDEXES.stream().map(path::concat) : Stream.of(path))
                .filter(AttachedFiles::isNamedLikeArticle)
                .filter(path -> isThere ? attached().isArticle(directory, path) : mayCome(name, path))
                .anyMatch(path -> isLinkTo(address, name, path, isThere));
    }

    /** A name that is no text's, such as that of a page or of a folder, may be meant otherwise as well. */
    private boolean mayCome(String name, String path) {
        return !name.endsWith("/") && !ArticleName.isHtml(path);
    }

    private boolean isLinkTo(String address, String name, String path, boolean isThere) {
        String feed = path.startsWith(LocalMedia.OTHER_FEED) ? path.split("/", -1)[1] : null;
        String byName = ArticleName.slug(path);
        var slug = isThere ? attached().statedSlug(directory, path) : Optional.<Slug>empty();
        if ((slug.isEmpty() && !Slug.isValid(byName)) || (feed != null && !FeedName.isValid(feed))) {
            return false;
        }
        paths(name).stream()
                .filter(AttachedFiles::isNamedLikeArticle)
                .forEach(place -> named.put(place, folder.besideStamp(directory, place)));
        named.put(path, folder.besideStamp(directory, path));
        var article = new LinkedArticle(
                name, feed == null ? null : new FeedName(feed), slug.orElseGet(() -> new Slug(byName)));
        links.put(name, new Link(article, isThere));
        if (isThere) {
            noteBackslashes(address, name);
        } else {
            missing.put(address, new MissingFile(address, path, places(address)));
        }
        return true;
    }

    private AttachedFiles attached() {
        return folder.attached();
    }

    /** Notes that nothing is there, if a file is meant: a link may lead to a page as well. */
    private void miss(NamedAddress named) {
        String address = named.address();
        var inFolder = placesInFeed(address);
        var paths = inFolder.isEmpty() && LocalMedia.isRelative(address)
                ? List.of(address.strip().replaceFirst("[?#].*$", ""))
                : inFolder;
        paths.stream()
                .filter(FolderAttachments::isFile)
                .findFirst()
                .or(() -> Optional.of(paths)
                        .filter(_ -> named.isShown())
                        .flatMap(all -> all.stream().findFirst()))
                .ifPresent(path -> missing.put(address, new MissingFile(address, path, inFolder)));
    }

    private static boolean isFile(String path) {
        return MediaTypes.ofName(path).isPresent() || ArticleName.isWritten(path);
    }

    private void noteBackslashes(String address, String path) {
        if (withBackslashes.size() < TOLD
                && (address.contains("\\") || address.toUpperCase(Locale.ROOT).contains("%5C"))) {
            withBackslashes.put(address, path);
        }
    }

    @Override
    public Optional<Path> path(MediaFile file) {
        return folder.beside(directory, file.path());
    }

    @Override
    public List<MediaFile> found() {
        return List.copyOf(found.values());
    }

    @Override
    public List<LinkedArticle> linked(boolean hasLink) {
        return links.values().stream()
                .filter(link -> link.isThere() || !hasLink)
                .map(Link::article)
                .toList();
    }

    @Override
    public void tell(boolean hasLink, String text, Problems problems) {
        withBackslashes.forEach((address, path) -> problems.warn(
                MissingFile.line(text, address, path),
                "it names a file with backslashes, which are read as '/'",
                "write " + path));
        var told = missing.entrySet().stream()
                .filter(each -> !hasLink || LocalMedia.isMarked(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        told.stream().limit(TOLD).forEach(each -> each.tell(folder, directory, text, problems));
        if (told.size() > TOLD) {
            problems.warn(
                    0,
                    "it names " + (told.size() - TOLD) + " more files that are not there",
                    "put them there, or correct their names");
        }
    }

    @Override
    public void refuseCopy(String path, String text, Problems problems) {
        ConflictCopy.of(path).ifPresent(copy -> {
            var original = folder.text(new FolderPath(directory, copy.original()));
            boolean isSame = original.filter(other -> ConflictCopy.isSameArticle(text, other))
                    .isPresent();
            if (copy.isCertain() || isSame) {
                copy.refuse(original.isPresent(), problems);
            }
        });
    }

    /** All that was looked for, with what was there. */
    public Map<String, FileStamp> named() {
        return named;
    }

    /** Whether someone is still writing one of them, so that its length would be wrong. */
    public boolean isUnfinished() {
        return isUnfinished;
    }
}
