package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What paths tell of articles. */
class ArticleNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-26-trip.md|trip|2026-01-26",
                "2026-1-6_trip.md|trip|2026-01-06",
                "2026-01-26 trip.MD|trip|2026-01-26",
                "2026-01-26.md|2026-01-26|2026-01-26",
                "2026-02-30-trip.md|trip|",
                "2026-01-26trip.md|2026-01-26trip|",
                "trip.md|trip|",
                "2026/01/26/trip.md|trip|2026-01-26",
                "2026/1/26/trip.md|trip|",
                "a/2026/01-26-trip.md|trip|2026-01-26",
                "2026/13-26-trip.md|13-26-trip|",
                "2026/01-26-trip/index.md|trip|2026-01-26",
                "2026-01-26-trip/index.md|trip|2026-01-26",
                "2026-01-26 A trip/index.html|A-trip|2026-01-26",
                "2026-01-26 A trip/notes.md|notes|2026-01-26",
                "2026-01-26_trip/notes.md|notes|2026-01-26",
                "2026-01-26-trip/in/notes.md|notes|2026-01-26",
                "2026-01-26/notes.md|notes|2026-01-26",
                "2026-01-26trip/notes.md|notes|",
                "2026-01-26-trip/2026-02-03-notes.md|notes|2026-02-03",
                "index.md|index|",
            })
    void tellAddressAndDate(String path, String slug, LocalDate date) {
        assertThat(ArticleName.slug(path)).isEqualTo(slug);
        assertThat(ArticleName.date(path).orElse(null)).isEqualTo(date);
        assertThat(ArticleName.isArticle(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_a.md",
                ".a.md",
                "~$a.md",
                "README.md",
                "readme.txt",
                "_drafts/a.md",
                ".git/a.md",
                "in/_drafts/in/a.md",
                "README/a.md",
                "a.png",
                "a.mdx",
                "md",
                ".md",
                "a.md/",
            })
    void areKeptFromBeingArticles(String path) {
        assertThat(ArticleName.isArticle(path)).isFalse();
    }

    @Test
    void keepTheirSignsWhereTheyAreTitles() {
        assertThat(ArticleName.title("2026-01-26-A trip, 2nd.md")).contains("A trip, 2nd");
        assertThat(ArticleName.title("2026-01-26_A trip/index.md")).contains("A trip");
        assertThat(ArticleName.title("2026/01-26-A trip.md")).contains("A trip");
        assertThat(ArticleName.title("a.png")).isEmpty();
    }

    @Test
    void tellHowTheTextIsWritten() {
        assertThat(ArticleName.isPlainText("in/a.TXT")).isTrue();
        assertThat(ArticleName.isHtml("in/a.Html")).isTrue();
        assertThat(ArticleName.isPlainText("a.txt.md")).isFalse();
        assertThat(ArticleName.isHtml("a.html.md")).isFalse();
        assertThat(ArticleName.isBundle("in/a/INDEX.md")).isTrue();
        assertThat(ArticleName.isBundle("index.md")).isFalse();
    }

    @Test
    void dateAFileOfTheirOwnOnlyWhereItsOwnPathDoes() {
        assertThat(ArticleName.isDated("2026-01-26-trip/index.md")).isTrue();
        assertThat(ArticleName.isDated("2026/01/26/licence.txt")).isTrue();
        assertThat(ArticleName.isDated("2026-01-26-trip/licence.txt")).isFalse();
    }
}
