package org.feedwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.article.Highlight;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Person;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.imports.ImportedContent.File;
import org.feedwright.imports.ImportedContent.Kind;
import org.feedwright.imports.ImportedContent.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleFileTextTest {
    private static final OffsetDateTime DATE = OffsetDateTime.parse("2026-01-26T09:30:15+01:00");

    /** The signs that mean something to YAML, to Markdown or to nobody, in every field that can have them. */
    private static final String HOSTILE = "'a': \"b\" #1 - [c] {d} & *e* !f |g %h @i `j` \\k 😀 null";

    @Test
    void isReadAsWhatWasImported() {
        var article = ImportedArticle.of("42", HOSTILE)
                .published(DATE)
                .updated(DATE.plusHours(1))
                .id("id " + HOSTILE)
                .link("https://example.org/a?b='c'&d=#e")
                .alias("/a'b: #c/")
                .alias("/?p=1")
                .author(new Person(HOSTILE, null, null))
                .author(new Person("Bob", "bob@example.org", "https://example.org/bob"))
                .category(HOSTILE)
                .category(" " + HOSTILE + " ")
                .category(" ")
                .category("yes")
                .summary(HOSTILE + "\n" + HOSTILE)
                .image(new Picture("https://example.org/a.png", HOSTILE))
                .language("de")
                .rights(HOSTILE)
                .disclaimer("No *advice*.\n\n- a\n- b")
                .enclosure(new File("https://example.org/a.mp3", "audio/mpeg", 7L, HOSTILE, "1:02:03"))
                .body(Kind.TEXT, "One.\r\rTwo.\r\n\r\nThree.\u0000");

        var manuscript = read(article, "a.txt");
        ArticleText text = manuscript.text();
        assertThat(text.title()).isEqualTo(HOSTILE);
        assertThat(manuscript.published()).isEqualTo(DATE);
        assertThat(manuscript.statedUpdated()).isEqualTo(DATE.plusHours(1).toInstant());
        assertThat(manuscript.statedId()).asString().contains(HOSTILE);
        assertThat(text.link()).isEqualTo("https://example.org/a?b='c'&d=#e");
        assertThat(manuscript.aliases()).containsExactly("/a'b: #c/", "/?p=1");
        assertThat(text.authors())
                .containsExactly(
                        Person.named(HOSTILE), new Person("Bob", "bob@example.org", "https://example.org/bob"));
        assertThat(text.categories()).extracting(Category::name).containsExactly(HOSTILE, "yes");
        assertThat(text.summary()).isEqualTo(HOSTILE + " " + HOSTILE);
        assertThat(text.image()).isEqualTo("https://example.org/a.png");
        assertThat(text.imageAlternative()).isEqualTo(HOSTILE);
        assertThat(text.language()).isEqualTo("de");
        assertThat(text.rights()).isEqualTo(HOSTILE);
        assertThat(text.enclosures()).singleElement().satisfies(file -> {
            assertThat(file.title()).isEqualTo(HOSTILE);
            assertThat(file.length()).isEqualTo(7);
            assertThat(file.duration()).hasSeconds(3_723);
        });
        assertThat(text.body().html()).isEqualTo("<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>");
        assertThat(Optional.ofNullable(text.disclaimer()).orElseThrow().prose().html())
                .isEqualTo("<p>No <em>advice</em>.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>");
    }

    @Test
    void isReadWithItsHighlights() {
        var article = ImportedArticle.of("42", "T")
                .publishedOn(LocalDate.of(2026, 1, 26))
                .draft(true);
        Stream.of(HOSTILE, "- b", "c: d").forEach(article::highlight);

        var manuscript = read(article, "a.html");
        assertThat(manuscript.text().highlights()).extracting(Highlight::text).containsExactly(HOSTILE, "- b", "c: d");
        assertThat(manuscript.draft()).isTrue();
        assertThat(text(article)).contains("\npublished: 2026-01-26\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "null",
                "~",
                "Null",
                "NULL",
                "True",
                "2026-01-26",
                "1e3",
                "0x1F",
                "-",
                "---",
                "...",
                "key: value",
                "a #b",
                "a:",
                "*a",
                "&a",
                "? a"
            })
    void isATextWhateverYamlWouldTakeItFor(String title) {
        assertThat(read(ImportedArticle.of("42", title).published(DATE), "a.html")
                        .text()
                        .title())
                .isEqualTo(title);
    }

    /** There are persons of this name. */
    @Test
    void losesNobodyWhoIsCalledNull() {
        var article = ImportedArticle.of("42", "T")
                .published(DATE)
                .author(Person.named("Null"))
                .category("NULL")
                .category("~");

        var text = read(article, "a.html").text();
        assertThat(text.authors()).containsExactly(Person.named("Null"));
        assertThat(text.categories()).extracting(Category::name).containsExactly("NULL", "~");
    }

    @ParameterizedTest
    @CsvSource({
        "HTML, <p>Short <b>text</b>.</p>, ''",
        "HTML, <img src='a.png'>, ''",
        "HTML, <H1>Head</H1> Text, Head Text",
        "TEXT, <p>Short, <p>Short",
        "HTML, '', Untitled",
    })
    void hasNoTitleOrItsFirstWordsForOne(Kind kind, String body, String title) {
        assertThat(title(kind, body)).isEqualTo(title);
    }

    @Test
    void hasWholeWordsForATitle() {
        String word = "abcdefghi ";
        assertThat(title(Kind.TEXT, "x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(title(Kind.TEXT, word.repeat(6).strip() + "j")).hasSize(60);
        assertThat(title(Kind.TEXT, word.repeat(7).strip()))
                .isEqualTo(word.repeat(6).strip() + "…");
        assertThat(title(Kind.TEXT, "x".repeat(60) + " y")).isEqualTo("x".repeat(60) + "…");
        assertThat(title(Kind.TEXT, "x".repeat(61))).isEqualTo("x".repeat(30) + "…");
        assertThat(title(Kind.TEXT, "😀".repeat(31))).isEqualTo("😀".repeat(30) + "…");
    }

    private static String title(Kind kind, String body) {
        return read(ImportedArticle.of("42", " ").published(DATE).body(kind, body), "a.html")
                .text()
                .title();
    }

    private static String text(ImportedArticle article) {
        return ArticleFileText.of(article, article.content());
    }

    private static Manuscript read(ImportedArticle article, String name) {
        var problems = new Problems(name);
        var file = ArticleFile.read(
                name,
                text(article),
                new FeedName("f"),
                FeedFile.read("title: F", "localhost", new Problems("feed.yaml")),
                problems);
        assertThat(problems.list()).isEmpty();
        assertThat(problems.warnings()).isEqualTo(List.of());
        return file.orElseThrow().manuscript();
    }
}
