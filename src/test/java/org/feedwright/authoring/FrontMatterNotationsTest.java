package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Front matter in each notation, and the lines of its problems. */
class FrontMatterNotationsTest {
    private final Problems problems = new Problems("a.md");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: The title\ndate: 2026-01-26\ntags: [a, b]\nauthor: Ann\n---\nThe body.\n",
                "\n\n---\ntitle: The title\ndate: 2026-01-26\ntags: [a, b]\nauthor: Ann\n...\nThe body.\n",
                "---yaml\nTITLE: The title\nDate: 2026-01-26\ntags:\n- a\n- b\nauthor: Ann\n---\n\nThe body.\n",
                "title: The title\ndate: 2026-01-26\ntags:\n- a\n- b\nauthor: Ann\n---\nThe body.\n",
                "title: The title\ndate: 2026-01-26\n\ntags:\n  - a\n  - b\n\nauthor: Ann\n---\nThe body.\n",
                "-----\ntitle: The title\ndate: 2026-01-26\ntags: [a, b]\nauthor: Ann\n-----\nThe body.\n",
                "+++\ntitle = \"The title\"\ndate = 2026-01-26\ntags = [\"a\", \"b\"]\nauthor = 'Ann'\n+++\nThe body.\n",
                "+++\ntitle = \"The title\"\ndate = 2026-01-26T00:00:00Z\nauthors = [\"Ann\"]\n[taxonomies]\ntags = [\"a\",\n\"b\"]\n[extra]\nfoo = 1\n+++\nThe body.\n",
                "+++\ntitle = \"The title\"\ndate = 2026-01-26T00:00:00\ntags = [\"a\", \"b\"]\n[params]\nauthor = \"Ann\"\n+++\nThe body.\n",
                "---toml\ntitle = \"The title\"\ndate = 2026-01-26\ntags = [\"a\", \"b\"]\n[author]\nname = \"Ann\"\n---\nThe body.\n",
                "{\n\t\"title\": \"The title\",\n\t\"date\": \"2026-01-26\",\n\t\"tags\": [\"a\", \"b\"], \"author\": {\"name\": \"Ann\"}\n}\n\nThe body.\n",
                "---json\n{\"title\": \"The title\", \"date\": \"2026-01-26\", \"tags\": [\"a\", [\"b\"]], \"author\": \"Ann\"}\n---\nThe body.\n",
                "\"title\": \"The title\",\n\"date\": \"2026/01/26\",\n\"tags\": [\"a\", \"b\"],\n\"author\": \"Ann\"\n;;;\nThe body.\n",
                ";;;\n\"title\": \"The title\",\n\"date\": \"2026/01/26\",\n\"tags\": [\"a\", \"b\"],\n\"author\": \"Ann\"\n;;;\nThe body.\n",
                "Title: The title\nDate: 2026-01-26\nTags: a, b\nAuthor: Ann\n\nThe body.\n",
                "title: The title\ndate: 2026-01-26 00:00\ncategory: a\ntags: b\nauthors: Ann\n\nThe body.\n\nTwo\n---\n\nMore\n",
            })
    void areReadAlike(String text) {
        var read = read("2025-01-01-a.md", text);

        assertThat(problems.list()).isEmpty();
        assertThat(problems.warnings()).isEmpty();
        var article = read.orElseThrow().manuscript();
        assertThat(article.text().title()).isEqualTo("The title");
        assertThat(article.published()).isEqualTo("2026-01-26T00:00:00Z");
        assertThat(article.text().authors()).containsExactly(new Person("Ann", null, null));
        assertThat(article.text().categories()).extracting(Category::name).containsExactly("a", "b");
        assertThat(article.text().body().html()).startsWith("<p>The body.</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<html>\\n<head><title>T</title>\\n<meta name=\"date\" content=\"soon\">\\n</head>x | 3 | 'date' is 'soon'",
                "+++\\ntitle = \"T\"\\ndate = soon\\n+++\\nx | 3 | the TOML cannot be read",
                "+++\\ntitle = \"T\"\\ndate: 2026-01-26\\n+++\\nx | 3 | write an equals sign: date = \"2026-01-26\"",
                "+++\\ndate = 2026-01-26\\n+++\\nx | 2 | add a line 'title = \"…\"'",
                "+++\\ntitle = \"T\"\\n+++\\nx | 2 | add a line 'published = \"…\"'",
                "+++\\n\\ntitle = \"T\"\\npublished = \"soon\"\\n+++\\nx | 4 | 'published' is 'soon', which cannot be understood",
                "+++\\ntitle = \"T\"\\ndate = 2026-01-26\\n[[author]]\\nname = \"Ann\"\\nemail = \"nobody\"\\n+++\\nx | 4 | to which nobody can write",
                "+++\\ntitle = \"T\"\\nx | 1 | the front matter has no end; close it with a line '+++'",
                "{\\n\"title\": \"T\",\\n\"date\": soon\\n}\\nx | 3 | the JSON cannot be read",
                "{\\n\"title\": \"T\"\\n\"date\": \"2026-01-26\"\\n}\\nx | 3 | the JSON cannot be read",
                "{\\n\"title\": \"T\",\\n\"date\": \"soon\"\\n}\\nx | 3 | 'date' is 'soon'",
                "{\\n\"title\": \"T\"\\n}\\nx | 1 | add a line '\"published\": \"…\"'",
                "\"title\": \"T\",\\n\"date\": \"soon\"\\n;;;\\nx | 2 | 'date' is 'soon'",
                "Title: T\\nDate: soon\\n\\nx | 2 | 'Date' is 'soon'",
                "Title: T\\n\\nx | 1 | add a line 'Published: …'",
                "Title: T\\nDate: 2026-01-26\\nThe body.\\n\\nx | 3 | this line stands in the front matter",
                "title: T\\ndate: soon\\n---\\nx | 2 | 'date' is 'soon'",
                "---TOML\\ntitle = \"T\"\\ndate = soon\\n---\\nx | 3 | the TOML cannot be read",
                "+++\\ntitle = \"T\"\\ndate = 2026-01-26\\nauthors = [\\n\"Ann\",\\n{name = \"Bob\", uri = \"x\"}]\\n+++\\nx | 6 | 'uri' is 'x'",
                "+++\\ntitle = \"T\"\\ndate = 2026-01-26\\naliases = [\\n\"/a/\",\\n{b = \"c\"}]\\n+++\\nx | 6 | an item of 'aliases' is not a text",
                "{\\n\"title\": \"T\",\\n\"date\": \"2026-01-26\",\\n\"authors\": [\\n\"Ann\",\\n{\"name\": \"Bob\",\\n\"uri\": \"x\"}]\\n}\\nx | 7 | 'uri' is 'x'",
                "---js\\n{}\\n---\\nx | 1 | programs are not run",
                "--\\ntitle: T\\ndraft: true\\n--\\nx | 1 | the file does not begin with front matter",
                "Draft: true\\n\\n# T | 1 | the file does not begin with front matter",
                "eleventyExcludeFromCollections: true\\n\\n# T | 1 | the file does not begin with front matter",
                "'published_at' = 2099-01-01\\n\\n# T | 1 | the file does not begin with front matter",
            })
    void haveTheirProblemsInTheRightLine(String text, int line, String said) {
        assertThat(read("a.md", text.replace("\\n", "\n"))).isEmpty();

        assertThat(problems.list()).extracting(Problem::line).contains(line);
        assertThat(problems.list()).anyMatch(problem -> problem.toString().contains(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+++\ntitle = \"T\"\ndate = 2026-01-26\nauthor = false\n+++\nx",
                "{\n\"title\": \"T\", \"date\": \"2026-01-26\",\n\n\"author\": false\n}\nx"
            })
    void tellSwitchesFromTexts(String text) {
        assertThat(read("a.md", text).orElseThrow().manuscript().text().authors())
                .isEmpty();
        assertThat(problems.warnings()).extracting(Problem::line).containsExactly(4);
        assertThat(read("a.md", text.replace("false", "\"false\""))
                        .orElseThrow()
                        .manuscript()
                        .text()
                        .authors())
                .extracting(Person::name)
                .containsExactly("false");
    }

    @Test
    void areNotSeenInATextThatBeginsWithAWordAndAColon() {
        String body = "Note: this is no key.\nNor is this.\n\n# The title\n\nMore.\n";

        var text = read("2026-01-26-a.md", body).orElseThrow().manuscript().text();

        assertThat(text.title()).isEqualTo("The title");
        assertThat(text.body().html()).contains("Note: this is no key.");
    }

    @Test
    void areNotNeededWhereHeadingAndNameTellTitleAndDate() {
        var article = read("2026-01-26-a.md", "# The title\n\nThe body.\n")
                .orElseThrow()
                .manuscript();

        assertThat(article.text().title()).isEqualTo("The title");
        assertThat(article.published()).isEqualTo("2026-01-26T00:00:00Z");
        assertThat(problems.warnings()).isEmpty();
    }

    @Test
    void goOnInLinesThatBeginWithWhiteSpace() {
        var text = read("a.md", "Title: T\nDate: 2026-01-26\nSummary: One\n    two\nAuthors: Smith, Ann; Bob\n\nx\n")
                .orElseThrow()
                .manuscript()
                .text();

        assertThat(text.summary()).isEqualToNormalizingWhitespace("One two");
        assertThat(text.authors())
                .isEqualTo(List.of(new Person("Smith, Ann", null, null), new Person("Bob", null, null)));
    }

    @Test
    void goOnBehindATab() {
        var text = read("a.md", "Title: T\nDate: 2026-01-26\nSummary: One\n\ttwo\n\nx\n")
                .orElseThrow()
                .manuscript()
                .text();

        assertThat(text.summary()).isEqualToNormalizingWhitespace("One two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"---YAML", "---Yml", "--- yaml "})
    void areNamedInAnyCapitals(String fence) {
        assertThat(read("a.md", fence + "\ntitle: T\ndate: 2026-01-26\n---\nx\n"))
                .isPresent();
    }

    /** A slip in the first line must publish nothing that may be a draft. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: T",
                "draft: true",
                "date: 2026-01-26",
                "published: false",
                "pubDate: 2026-01-26",
                "publishDate: 2026-01-26",
                "pubDatetime: 2026-01-26",
                "publishedAt: 2026-01-26",
                "status: draft",
                "visibility: private",
                "password: secret",
                "\"draft\" = true",
                "  Draft: true",
            })
    void areMissedWhereALineSaysSomethingOfThem(String line) {
        assertThat(read("2026-01-26-a.md", "--\n" + line + "\n--\n# The title\n"))
                .isEmpty();
        assertThat(problems.list())
                .singleElement()
                .hasToString("a.md:1: the file does not begin with front matter;"
                        + " begin it with the lines '---', 'title: …', 'published: …', '---'");
    }

    /** Of Hexo's without a first line, and of Pelican's. */
    @ParameterizedTest
    @ValueSource(
            strings = {"date", "published", "pubDate", "publishDate", "published_at", "pubDatetime", "publishedAt"})
    void areKnownByADateAlone(String key) {
        String line = "author: Ann\n" + key + ": 2026-01-26\n";

        assertThat(read("a.md", line + "---\n# T\n").orElseThrow().manuscript().published())
                .isEqualTo("2026-01-26T00:00:00Z");
        assertThat(read("a.md", line + "\n# T\n").orElseThrow().manuscript().published())
                .isEqualTo("2026-01-26T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+++\\ntitle = \"T\"\\ndate = 2026-01-26\\n# %s\\n+++\\nx|30000",
                "{\"title\": \"T\", \"date\": \"2026-01-26\", \"rights\": \"\"%s}\\nx|200000",
            })
    void haveALengthThatNobodyNeeds(String form, int most) {
        String text = form.replace("\\n", "\n");
        int own = text.startsWith("+++") ? text.indexOf("%s") - 4 + 1 : text.indexOf("\nx") - 2;

        assertThat(read("a.md", text.replace("%s", " ".repeat(most - own)))).isPresent();
        assertThat(read("a.md", text.replace("%s", " ".repeat(most - own + 1)))).isEmpty();
        assertThat(problems.list()).singleElement().asString().contains("longer than " + most + " characters");
    }

    @Test
    void saveWhatBrowsersAreToldForThem() {
        read("a.html", page("""
                        <meta name="Viewport" content="width=device-width">
                        <meta name="ROBOTS" content="noindex">
                        <meta name="og:title" content="T">
                        <meta property="og:image" content="a.png">
                        <meta charset="utf-8">"""));

        assertThat(problems.warnings()).isEmpty();
    }

    @Test
    void sayNothingByNull() {
        var text = read("a.md", """
                        {"title": "T", "date": "2026-01-26", "summary": null, "link": null, "tags": ["a", null],
                        "authors": [null], "disclaimer": null, "image": null}
                        Text.""").orElseThrow().manuscript().text();

        assertThat(text.categories()).extracting(Category::name).containsExactly("a");
        assertThat(text.authors()).isEmpty();
        assertThat(text.disclaimer()).isNull();
        assertThat(problems.warnings()).isEmpty();
    }

    /** YAML counts a sign beyond the Basic Multilingual Plane as one character, and Java as two. */
    @Test
    void tellOfACommentBehindSignsOfTwoCharacters() {
        read("a.md", "---\ntitle: 😀😀😀 on it # 1\ndate: 2026-01-26\n---\nx\n");

        assertThat(problems.warnings()).singleElement().asString().startsWith("a.md:2: YAML takes '# 1' for a comment");
    }

    @Test
    void nameAuthorsAndTagsInAnElementForEach() {
        var text = read("a.html", page("""
                        <meta name="author" content="Ann">
                        <meta name="Author" content="Lee, Bob">
                        <meta name="tags" content="salt, sand">
                        <meta name="tags" content="sea; ice">""")).orElseThrow().manuscript().text();

        assertThat(text.authors()).extracting(Person::name).containsExactly("Ann", "Lee, Bob");
        assertThat(text.categories()).extracting(Category::name).containsExactly("salt", "sand", "sea", "ice");
        assertThat(problems.warnings()).isEmpty();
    }

    @Test
    void tellOfASecondElementThatDoesNotCount() {
        var text = read("a.html", page("""
                        <meta name="summary" content="One">
                        <meta name="summary" content="Two">
                        <meta name="title" content="T">""")).orElseThrow().manuscript().text();

        assertThat(text.summary()).isEqualTo("One");
        assertThat(problems.warnings())
                .containsExactly(new Problem(
                        "a.md", 6, "'summary' is stated a second time, and the first counts", "keep one of the two"));
    }

    private static String page(String stated) {
        return "<html>\n<head>\n<title>T</title>\n<meta name=\"date\" content=\"2026-01-26\">\n" + stated
                + "\n</head>\n<body>x</body></html>\n";
    }

    private Optional<ArticleFile> read(String name, String text) {
        var definition = FeedFile.read("title: F", "example.org", new Problems("feed.yaml"));
        return ArticleFile.read(name, text, new FeedName("f"), definition, problems);
    }
}
