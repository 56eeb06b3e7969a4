package org.feedwright.folder.disk;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.feedwright.authoring.ArticleName;
import org.feedwright.authoring.problem.Problems;

/**
 * A file that an article names, and that is not there: readers would see a broken picture, or a page that is not
 * there either.
 *
 * @param address as it was written
 * @param path in the feed's folder, with {@code /}
 * @param places where it was looked for in the feed's folder
 */
record MissingFile(String address, String path, List<String> places) {

    void tell(FeedFolder folder, String directory, String text, Problems problems) {
        int line = line(text, address, path);
        if (places.isEmpty() && !isArticle()) {
            problems.warn(
                    line,
                    "it names a file that readers may not have: " + path,
                    "put it into the feed's folder, or write its whole address, https://…; hidden ones are not served");
            return;
        }
        var other = places.stream()
                .flatMap(place -> folder.attached().inOtherCapitals(directory, place).stream())
                .findFirst();
        if (folder.attached().isThere(directory, path)) {
            problems.warn(line, "it names a file that is not published: " + path, remedyForWhatIsThere());
        } else {
            problems.warn(
                    line,
                    (isArticle() ? "it names an article that is not there: " : "it names a file that is not there: ")
                            + path,
                    other.map(name -> "there is " + name + ", and capitals count: correct the name")
                            .orElse(
                                    isArticle()
                                            ? "correct the name, or write the article's address"
                                            : "put it there, correct the name, or write its whole address, https://…"));
        }
    }

    private boolean isArticle() {
        return AttachedFiles.isNamedLikeArticle(path) && !ArticleName.isHtml(path);
    }

    private String remedyForWhatIsThere() {
        if (!ArticleName.isWritten(path)) {
            return "put an ordinary file there: no folder, no hidden one, and no link that leads out of the folder";
        }
        return path.startsWith("_") || path.contains("/_")
                ? "what lies in a folder whose name begins with '_', such as _drafts, is not out: put it elsewhere"
                : "it is no article by its name: give it another one";
    }

    /** The line in which an address stands, counted from 1; 0 if it is written in a way that hides it. */
    static int line(String text, String address, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Stream.of(
                        address.strip(),
                        path,
                        path.replace('/', '\\'),
                        Normalizer.normalize(path, Normalizer.Form.NFD),
                        name,
                        Normalizer.normalize(name, Normalizer.Form.NFD),
                        name.replaceFirst("(?<=.)\\.md$", "")) // as tags of templates name articles
                .map(text::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .map(at -> 1
                        + (int) text.substring(0, at)
                                .chars()
                                .filter(c -> c == '\n')
                                .count())
                .orElse(0);
    }
}
