package org.feedwright.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.feedwright.article.Slug;
import org.feedwright.authoring.ArticleName;

/**
 * The slugs that articles in a feed's folder have, so that an imported article gets one of its own. Some disks
 * do not tell capitals from small letters, and neither is it done here.
 */
final class TakenNames {
    private static final int LONGEST = 180; // bytes of a slug; a file's name has 255, with date and ending

    private static final int DEEPEST = 12; // folders within each other, as they are read

    private final Set<String> slugs = new HashSet<>();
    private final Set<String> earlier;

    private TakenNames(Set<String> earlier) {
        this.earlier = earlier;
        slugs.addAll(earlier);
    }

    /** The names in a folder and in the folders within it. */
    static TakenNames in(Path directory) throws IOException {
        var taken = new HashSet<String>();
        if (Files.isDirectory(directory)) {
            try (var files = Files.find(directory, DEEPEST, (_, attributes) -> attributes.isRegularFile())) {
                files.map(file -> directory.relativize(file).toString().replace('\\', '/'))
                        .filter(ArticleName::isWritten)
                        .forEach(path -> taken.add(folded(ArticleName.slug(path))));
            }
        }
        return new TakenNames(Set.copyOf(taken));
    }

    /** The slugs that an earlier import may have given to an article for which it wanted this one. */
    List<String> earlier(String wanted) {
        var given = new ArrayList<String>();
        String slug = wanted;
        for (int number = 2; earlier.contains(folded(slug)); number++) {
            given.add(slug);
            slug = wanted + "-" + number;
        }
        return given;
    }

    /** A slug that nobody has, which is like the wanted one; it is taken from now on. */
    String take(String wanted) {
        String free = wanted;
        for (int number = 2; !slugs.add(folded(free)); number++) {
            free = wanted + "-" + number;
        }
        return free;
    }

    /** The slug that the first of the texts makes that makes one. */
    static String slug(String... texts) {
        return Arrays.stream(texts)
                .map(text -> shortened(Slug.of(text)))
                .filter(slug -> !slug.isEmpty())
                .findFirst()
                .orElse("article");
    }

    private static String folded(String slug) {
        return slug.toLowerCase(Locale.ROOT);
    }

    private static String shortened(String slug) {
        String result = slug;
        while (result.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            result = Slug.of(result.substring(0, result.offsetByCodePoints(result.length(), -1)));
        }
        return result;
    }
}
