package org.feedwright.folder.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.article.Slug;

/**
 * The beginning of a file, which tells whether it has front matter, in any of the forms that people have.
 *
 * @param text as much of it as tells
 */
record ArticleHead(String text) {
    private static final int LENGTH = 4096;

    private static final Pattern FENCE = Pattern.compile("(?s)(?:---|\\+\\+\\+)[ \\t]*(?:\\R.*)?");
    private static final Pattern JSON = Pattern.compile("(?s)\\{\\s*\".*");

    /** The first of several lines with a key each, as in Hexo's front matter and in that of header lines. */
    private static final Pattern KEYS = Pattern.compile("(?s)[A-Za-z][\\w .-]*:(?:[ \\t].*|\\R.*)");

    private static final Pattern TITLE_OR_DATE = Pattern.compile("(?im)^(?:title|date|published)[ \\t]*:");
    private static final Pattern END_OF_KEYS = Pattern.compile("(?m)^\\s*$|^---|^[ \\t]*<");
    private static final Pattern END_OF_FRONT = Pattern.compile("(?m)(?<=\\n)(?:---|\\+\\+\\+|\\.\\.\\.)[ \\t]*$");
    private static final Pattern SLUG =
            Pattern.compile("(?im)^[ \\t]*[\"']?slug[\"']?[ \\t]*[:=][ \\t]*[\"']?([^\"'#,\\r\\n]+)");

    static ArticleHead of(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return of(bytes.readNBytes(LENGTH));
        }
    }

    private static ArticleHead of(byte[] bytes) {
        boolean isUtf16 = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE && bytes[0] != bytes[1];
        String text = isUtf16 ? "---" : new String(bytes, UTF_8); // whoever reads it says that UTF-16 is not read
        return new ArticleHead((text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading());
    }

    /** Whether it begins with front matter. The one line by which a search engine verifies a site is none. */
    boolean hasFrontMatter() {
        return FENCE.matcher(text).matches()
                || JSON.matcher(text).matches()
                || (KEYS.matcher(text).matches()
                        && TITLE_OR_DATE.matcher(before(END_OF_KEYS)).find());
    }

    /** The slug that the front matter states. */
    Optional<Slug> slug() {
        var stated = SLUG.matcher(before(FENCE.matcher(text).matches() ? END_OF_FRONT : END_OF_KEYS));
        return stated.find()
                ? Optional.of(Slug.of(stated.group(1).strip().replaceAll("^/+|/+$", "")))
                        .filter(Slug::isValid)
                        .map(Slug::new)
                : Optional.empty();
    }

    private String before(Pattern end) {
        var found = end.matcher(text);
        return found.find() ? text.substring(0, found.start()) : text;
    }
}
