package org.feedwright.entry;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;
import org.feedwright.article.LinkedArticle;
import org.feedwright.article.MediaFile;
import org.feedwright.feed.Addresses;
import org.feedwright.text.KnownAddresses;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the addresses in an article that name a file in its feed's folder, and says where readers find that file,
 * or the article that it holds. A file's address is made of the feed and the file, so it stays when the article is
 * renamed. Names are compared in Unicode's composed form (NFC), because a Mac writes them decomposed.
 */
public final class LocalMedia implements KnownAddresses {
    /**
     * Addresses that cannot name a file here: with a scheme, with another host, from the root, or of a part of this
     * page.
     */
    private static final Pattern ELSEWHERE = Pattern.compile("(?s)(?:[A-Za-z][A-Za-z0-9+.-]*:|[/?#]|\\\\).*");

    /** Characters that mean something else in addresses or paths, and that servers refuse (RFC 9110 §17.3). */
    private static final Pattern UNSAFE = Pattern.compile("[%\\\\\\p{Cc}\\p{Cs}\uFFFD]");

    /** How Zola and Pelican begin the address of a file in their content's folder. */
    private static final Pattern OF_THE_SITE =
            Pattern.compile("(?:@/|(?:\\{(?:filename|static|attach)\\}|\\|(?:filename|static|attach)\\|)/?)");

    /** So many files are tried for such an address: more than there are folders in each other on any site. */
    private static final int MOST = 32;

    /** The beginning of a path that leads into another feed's folder. */
    public static final String OTHER_FEED = "../";

    private final Addresses addresses;
    private final FeedName feed;
    private final Map<String, MediaFile> files = new HashMap<>();
    private final Map<String, LinkedArticle> articles = new HashMap<>();

    /**
     * @param files the files that come with the article
     * @param articles the articles to which it leads by the names of their files
     */
    public LocalMedia(Addresses addresses, FeedName feed, List<MediaFile> files, List<LinkedArticle> articles) {
        this.addresses = addresses;
        this.feed = feed;
        files.forEach(file -> this.files.put(file.written(), file));
        articles.forEach(article -> this.articles.put(article.path(), article));
    }

    /**
     * The files that an address in a file of the feed's folder itself may mean, the likeliest first.
     *
     * @return paths in the feed's folder, with {@code /} and in NFC; none for an address that leads elsewhere
     */
    public static List<String> paths(String address) {
        return names(address).stream()
                .filter(name -> !name.startsWith(OTHER_FEED) && !name.endsWith("/"))
                .toList();
    }

    /**
     * Whether an address has the form of a file's name in the feed's folder, also if such a file must not be served.
     */
    public static boolean isRelative(String address) {
        String written = address.strip();
        return !written.isEmpty() && !ELSEWHERE.matcher(written).matches();
    }

    /** Whether an address can be that of a file only, in the words of Zola or Pelican. */
    public static boolean isMarked(String address) {
        return OF_THE_SITE.matcher(address.strip()).lookingAt();
    }

    /**
     * The names of files that an address may mean, the likeliest first: the address as it was written, because people
     * write names with signs that addresses escape; then decoded, without query and fragment (RFC 3986); then with
     * Windows' backslashes as slashes. Of {@code @/blog/a.md} and {@code {filename}/blog/a.md}, which count from the folder
     * of a site's content, {@code blog/a.md} and {@code a.md}.
     *
     * @return paths from the folder of the file in which the address stands, with {@code /} and in NFC, perhaps with
     *     {@code ../} before, or a {@code /} behind; none for an address that leads elsewhere
     */
    public static List<String> names(String address) {
        if (!isRelative(address)) {
            return List.of();
        }
        String written = address.strip();
        var texts = new ArrayList<>(List.of(written));
        unescaped(written.substring(0, end(written))).ifPresent(texts::add);
        List.copyOf(texts).stream()
                .filter(text -> text.indexOf('\\') >= 0)
                .forEach(text -> texts.add(text.replace('\\', '/')));
        return texts.stream()
                .flatMap(text -> ofTheSite(text).stream())
                .flatMap(text -> name(text).stream())
                .distinct()
                .toList();
    }

    /**
     * What an address of Zola's or Pelican's may mean here: nobody knows how much of the way from their content's folder
     * leads to the feed's.
     */
    private static List<String> ofTheSite(String text) {
        var marked = OF_THE_SITE.matcher(text);
        if (!marked.lookingAt()) {
            return List.of(text);
        }
        String path = text.substring(marked.end());
        var names = new ArrayList<>(List.of(path));
        for (int slash = path.indexOf('/'); slash >= 0 && names.size() < MOST; slash = path.indexOf('/', slash + 1)) {
            String name = path.substring(slash + 1);
            if (!name.startsWith("index.")) {
                names.add(name);
            }
        }
        return names;
    }

    /**
     * The file that a name means.
     *
     * @param folder the folder within the feed's in which the name stands, with a {@code /} behind; empty for the feed's
     * @return the path in the feed's folder, or {@code ../} and the path in the folder of all feeds; empty if it leads out
     */
    public static Optional<String> path(String folder, String name) {
        return name(folder + name)
                .filter(path -> !path.startsWith(OTHER_FEED)
                        || (path.indexOf('/', OTHER_FEED.length()) > 0
                                && !path.startsWith(OTHER_FEED, OTHER_FEED.length())));
    }

    /** The address where readers find the file or the article that an address names; empty if it names neither. */
    @Override
    public Optional<String> address(String written) {
        return file(written)
                .map(file -> addresses.media(feed, file.path()) + suffix(written.strip(), file))
                .or(() -> article(written));
    }

    /** The file of the article that an address names; empty if it names none. */
    Optional<MediaFile> file(String written) {
        return files.isEmpty()
                ? Optional.empty()
                : names(written).stream()
                        .flatMap(name -> Stream.ofNullable(files.get(name)))
                        .findFirst();
    }

    /** The page of the article whose file an address names, with the address's fragment. */
    private Optional<String> article(String written) {
        return articles.isEmpty()
                ? Optional.empty()
                : names(written).stream()
                        .flatMap(name -> Stream.ofNullable(articles.get(name)))
                        .findFirst()
                        .map(article ->
                                addresses.article(article.feed() == null ? feed : article.feed(), article.slug())
                                        + fragment(written.strip(), article));
    }

    private static String fragment(String written, LinkedArticle article) {
        int fragment = written.indexOf('#');
        return fragment < 0 || name(written).filter(article.path()::equals).isPresent()
                ? ""
                : written.substring(fragment);
    }

    /** The query and fragment of an address, such as {@code #t=90}, which still mean a place in the file. */
    private static String suffix(String written, MediaFile file) {
        return name(written).filter(file.written()::equals).isPresent() ? "" : written.substring(end(written));
    }

    private static int end(String written) {
        int end = 0;
        while (end < written.length() && written.charAt(end) != '?' && written.charAt(end) != '#') {
            end++;
        }
        return end;
    }

    /** A text as the name of a file; empty if it has a hidden part. */
    private static Optional<String> name(String text) {
        var kept = new ArrayList<String>();
        for (String segment : text.split("/", -1)) {
            if (segment.equals("..")) {
                if (kept.isEmpty() || kept.getLast().equals("..")) {
                    kept.add(segment);
                } else {
                    kept.removeLast();
                }
            } else if (segment.startsWith(".") && !segment.equals(".")) {
                return Optional.empty();
            } else if (!segment.equals(".")) {
                kept.add(segment);
            }
        }
        String name = String.join("/", kept);
        boolean isFolder = kept.size() > 1 && kept.getLast().isEmpty();
        return (isFolder ? kept.subList(0, kept.size() - 1) : kept).stream().anyMatch(String::isBlank)
                        || name.isEmpty()
                        || kept.getLast().equals("..")
                        || UNSAFE.matcher(name).find()
                ? Optional.empty()
                : Optional.of(Normalizer.normalize(name, Normalizer.Form.NFC));
    }

    private static Optional<String> unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        byte[] written = text.getBytes(StandardCharsets.UTF_8);
        byte[] read = new byte[written.length];
        int length = 0;
        for (int i = 0; i < written.length; i++) {
            Integer octet = written[i] == '%' ? octet(written, i) : Integer.valueOf(written[i]);
            if (octet == null) {
                return Optional.empty();
            }
            read[length++] = octet.byteValue();
            i += written[i] == '%' ? 2 : 0;
        }
        return Optional.of(new String(read, 0, length, StandardCharsets.UTF_8));
    }

    private static @Nullable Integer octet(byte[] written, int at) {
        if (at + 2 >= written.length) {
            return null;
        }
        int high = Character.digit(written[at + 1], 16);
        int low = Character.digit(written[at + 2], 16);
        return high < 0 || low < 0 ? null : high << 4 | low;
    }
}
