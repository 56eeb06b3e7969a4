package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.value.YamlValues;
import org.feedwright.authoring.yaml.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of front matter and of {@code feed.yaml} in {@code docs/reference.md}. */
class ReferenceKeysTest {
    /** Other programs' keys that say whether an article is a draft. */
    private static final Set<String> STATES =
            Set.of("status", "visibility", "password", "unlisted", "eleventyexcludefromcollections", "headless");

    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    /** A refusal of an unknown key that is like no other lists the keys that there are. */
    private static final Pattern LISTED = Pattern.compile("the key 'qqqqqqqq' is not known; use one of (.*)");

    @Test
    void namesEveryKeyOfFrontMatterAndNoOther() throws IOException {
        assertThat(named(1, "Front matter")).isEqualTo(FrontKeys.KNOWN);
    }

    @Test
    void namesEveryKeyThatIsAlsoRead() throws IOException {
        var read =
                FrontKeys.OTHERS.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        read.addAll(STATES);

        assertThat(named(2, "Front matter")).isEqualTo(read);
    }

    @Test
    void namesEveryKeyThatIsIgnoredSilently() throws IOException {
        assertThat(code(section("Front matter"))).containsAll(PresentationKeys.ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "feed.yaml;            qqqqqqqq: 1",
                "Select;               select: {qqqqqqqq: 1}",
                "Podcast in feed.yaml; podcast: {qqqqqqqq: 1}"
            })
    void namesEveryKeyOfFeedYamlAndNoOther(String section, String yaml) throws IOException {
        var problems = new Problems("feed.yaml");
        FeedFile.read("title: News\n" + yaml, "example.org", problems);

        assertThat(named(1, section)).isEqualTo(listed(problems));
    }

    @Test
    void namesEveryKeyOfAnEpisodeAndNoOther() throws IOException {
        var problems = new Problems("episode.md");
        EpisodeBlock.read(Yaml.read("podcast: {qqqqqqqq: 1}", 1, problems), Attachments.NONE);

        assertThat(named(1, "Podcast in front matter")).isEqualTo(listed(problems));
    }

    @Test
    void namesEveryKeyOfAPersonAndNoOther() throws IOException {
        var problems = new Problems("article.md");
        var written = Yaml.read("author: {name: Ann, mail: ann@example.org, url: https://example.org/}", 1, problems);

        assertThat(YamlValues.people(written, "author").getFirst())
                .hasFieldOrPropertyWithValue("email", "ann@example.org")
                .hasFieldOrPropertyWithValue("uri", "https://example.org/");
        assertThat(problems.warnings()).isEmpty();
        assertThat(named(1, "Persons")).containsExactlyInAnyOrder("name", "email", "uri");
        assertThat(named(2, "Persons")).containsExactlyInAnyOrder("mail", "url");
    }

    private static Set<String> listed(Problems problems) {
        return problems.list().stream()
                .map(problem -> LISTED.matcher(problem.wrong() + "; " + problem.remedy()))
                .filter(refusal -> refusal.matches())
                .flatMap(refusal -> Arrays.stream(refusal.group(1).split(", ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The keys that a column of the first table under a heading names, 1 being the first column. */
    private static Set<String> named(int column, String heading) throws IOException {
        return section(heading)
                .lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .flatMap(row -> code(row.split("\\|", -1)[column]).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> code(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String section(String heading) throws IOException {
        var lines = Files.readAllLines(Path.of("docs/reference.md"));
        var begin = lines.stream()
                .filter(line -> line.matches("#+ " + Pattern.quote(heading)))
                .findFirst();
        assertThat(begin).as("the heading '%s'", heading).isPresent();
        return lines.stream()
                .skip(1 + lines.indexOf(begin.get()))
                .takeWhile(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
    }
}
