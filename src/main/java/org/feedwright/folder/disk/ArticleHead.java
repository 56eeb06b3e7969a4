package org.feedwright.folder.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.article.Slug;
import org.feedwright.authoring.front.ArticleParts;
import org.feedwright.authoring.problem.Problems;

/**
 * The beginning of a file, which tells whether it has front matter, in any of the forms that people have.
 *
 * @param text as much of it as tells
 */
record ArticleHead(String text) {
    private static final int LENGTH = 4096;

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
        return new ArticleHead(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** Whether it begins with front matter. The one line by which a search engine verifies a site is none. */
    boolean hasFrontMatter() {
        return ArticleParts.beginsWithFront(text);
    }

    /** The slug that the front matter states. */
    Optional<Slug> slug() {
        var stated = SLUG.matcher(front());
        return stated.find()
                ? Optional.of(Slug.of(stated.group(1).strip().replaceAll("^/+|/+$", "")))
                        .filter(Slug::isValid)
                        .map(Slug::new)
                : Optional.empty();
    }

    /** The front matter, or all that is known if it has no end there. */
    private String front() {
        return ArticleParts.of(text, new Problems("")).map(ArticleParts::front).orElse(text);
    }
}
