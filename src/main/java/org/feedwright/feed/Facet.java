package org.feedwright.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Category;
import org.feedwright.article.Person;
import org.feedwright.text.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A category or an author of a feed, in the one spelling that its addresses have.
 *
 * <p>Capitals, and spaces or hyphens between words, make no difference. Letters and digits of all scripts stay; every
 * other character becomes its number between two tildes, so that {@code C#} is {@code c~23~} and {@code a/b} is {@code
 * a~2f~b}. The end of a long name becomes a digest.
 *
 * @param key the spelling, which distinguishes it from others of its kind
 */
public record Facet(Kind kind, String key) {
    private static final Pattern KEY =
            Pattern.compile("(?:[\\p{L}\\p{M}\\p{Nd}-]|~[0-9a-f]{1,6}~)+(?:~~[0-9a-f]{16})?");
    private static final Pattern GAPS = Pattern.compile("[\\p{IsWhite_Space}-]+");

    private static final int LONGEST = 100; // characters
    private static final int LONGEST_BEGINNING = 60; // characters, of at most three bytes each

    /**
     * The longest key in UTF-8: an export names files by keys, and a file's name has at most 255 bytes with its
     * endings.
     */
    private static final int MOST_BYTES = 200;

    /** The kinds of facets. */
    public enum Kind {
        CATEGORY("categories"),
        AUTHOR("authors");

        private final String segment;

        Kind(String segment) {
            this.segment = segment;
        }

        /** The segment of addresses below which all facets of this kind are. */
        public String segment() {
            return segment;
        }

        public static Optional<Kind> ofSegment(String segment) {
            return Arrays.stream(values())
                    .filter(kind -> kind.segment.equals(segment))
                    .findFirst();
        }
    }

    public static Facet of(Category category) {
        return new Facet(Kind.CATEGORY, key(category.name()));
    }

    public static Facet of(Person author) {
        return new Facet(Kind.AUTHOR, key(author.name()));
    }

    /**
     * The key of a category.
     *
     * @param name the category's name, in any spelling
     */
    public static String categoryKey(String name) {
        return of(new Category(name)).key();
    }

    /**
     * The key of an author.
     *
     * @param name the author's name, in any spelling
     */
    public static String authorKey(String name) {
        return of(Person.named(name)).key();
    }

    /** The facet that a text in an address means: the text is a key, or a name as an author would write it. */
    public static Facet meant(Kind kind, String text) {
        return new Facet(kind, isKey(text) ? text : key(text));
    }

    static Optional<Facet> parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Kind.ofSegment(text.substring(0, slash)).map(kind -> new Facet(kind, text.substring(slash + 1)));
    }

    /** Whether a text is a key. */
    static boolean isKey(String text) {
        return isShort(text) && KEY.matcher(text).matches() && folded(text).equals(text);
    }

    /** The name that these categories or authors give to this facet; empty if none of them has it. */
    public Optional<String> nameAmong(List<Category> categories, List<Person> authors) {
        return switch (kind) {
            case CATEGORY -> name(categories.stream().map(Category::name));
            case AUTHOR -> name(authors.stream().map(Person::name));
        };
    }

    private Optional<String> name(Stream<String> names) {
        return names.filter(name -> key(name).equals(key)).findFirst();
    }

    /** The facets of an article. */
    public static Stream<Facet> of(ArticleText text, FeedDefinition definition) {
        return of(text, definition.author());
    }

    /**
     * The facets of an article.
     *
     * @param other the author of an article that names none; null if there is none
     */
    public static Stream<Facet> of(ArticleText text, @Nullable Person other) {
        Stream<Person> authors = text.authors().isEmpty() ? Stream.ofNullable(other) : text.authors().stream();
        return Stream.concat(text.categories().stream().map(Facet::of), authors.map(Facet::of))
                .distinct();
    }

    /** The path of its addresses under the feed's, percent-encoded. */
    String path() {
        return kind.segment() + "/"
                + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%7E", "~");
    }

    @Override
    public String toString() {
        return kind.segment() + "/" + key;
    }

    private static String key(String name) {
        String folded = folded(name);
        var parts = folded.codePoints().mapToObj(Facet::part).toList();
        String key = String.join("", parts);
        return isShort(key) ? key : beginning(parts) + "~~" + HexFormat.of().formatHex(Digest.of(folded), 0, 8);
    }

    private static boolean isShort(String key) {
        return key.length() <= LONGEST && key.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    private static String part(int c) {
        return Character.isLetterOrDigit(c) || isMark(c) || c == '-'
                ? Character.toString(c)
                : "~" + Integer.toHexString(c) + "~";
    }

    private static String beginning(List<String> parts) {
        var beginning = new StringBuilder();
        for (String part : parts) {
            if (beginning.length() + part.length() > LONGEST_BEGINNING) {
                break;
            }
            beginning.append(part);
        }
        return beginning.toString();
    }

    private static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return GAPS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFC)).replaceAll("-");
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
