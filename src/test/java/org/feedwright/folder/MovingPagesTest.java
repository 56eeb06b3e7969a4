package org.feedwright.folder;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.feedwright.article.Category;
import org.feedwright.article.Person;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.entry.Entry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples in the pages that tell how to move from a generator. */
class MovingPagesTest extends EditingTest {
    private static final Pattern FILE =
            Pattern.compile("(?ms)^`(?<name>[^`]+)`:\\n\\n(?<fence>`{3,})\\w+\\n(?<text>.*?\\n)\\k<fence>$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(?<what>\\w+)` \\| (?<value>.+) \\|$");

    @ParameterizedTest
    @ValueSource(strings = {"jekyll", "hugo", "zola", "eleventy", "hexo", "docusaurus", "pelican"})
    void comesOutAsItsPageSays(String generator) throws IOException {
        String page = Files.readString(Path.of("docs/how-to/move-from-" + generator + ".md"));
        var files = FILE.matcher(page).results().collect(toMap(file -> file.group("name"), file -> file.group("text")));
        var stated = ROW.matcher(page)
                .results()
                .collect(toMap(
                        row -> row.group("what"),
                        row -> row.group("value").replace("`", ""),
                        MovingPagesTest::first,
                        TreeMap::new));
        assertThat(files).hasSize(2).containsKey("feed.yaml");
        save(directory.resolve("feed.yaml"), Objects.requireNonNull(files.get("feed.yaml")));
        files.forEach((name, text) -> saveWithFolder(directory.resolve(name), text));

        soon(() -> assertThat(service.entries(feed)).hasSize(1));
        var entry = service.entries(feed).getFirst();
        soon(() -> assertThat(shown(service.entries(feed).getFirst(), stated)).isEqualTo(stated));
        assertThat(entry.content()).doesNotContain("{%", "{{", "+++", ":::");
        assertThat(warnings()).isEmpty();
    }

    /** The warnings, without those of an address that the example of another page has too. */
    private List<String> warnings() {
        return service.bean(Warnings.class).all().stream()
                .map(Problem::toString)
                .filter(warning -> warning.startsWith(feed + "/") && !warning.contains("which claimed it first"))
                .toList();
    }

    private static String first(String first, String second) {
        return first;
    }

    private static void saveWithFolder(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            save(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page states of an article, as it is shown. */
    private static Map<String, String> shown(Entry entry, Map<String, String> stated) {
        var shown = new TreeMap<String, String>();
        stated.keySet().forEach(what -> shown.put(what, shown(entry, what)));
        return shown;
    }

    private static String shown(Entry entry, String what) {
        return switch (what) {
            case "title" -> entry.title();
            case "id" -> entry.statedId();
            case "link" -> entry.link();
            case "published" -> entry.published().toString();
            case "updated" -> entry.updated().toString();
            case "authors" -> entry.authors().stream().map(Person::name).collect(joining(", "));
            case "categories" -> entry.categories().stream().map(Category::name).collect(joining(", "));
            case "summary" -> String.valueOf(entry.summaryText());
            default -> throw new IllegalArgumentException(what);
        };
    }
}
