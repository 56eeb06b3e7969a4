package org.feedwright.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.article.LinkedArticle;
import org.feedwright.article.MediaFile;
import org.feedwright.article.Slug;
import org.feedwright.feed.Addresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalMediaTest {
    private static LocalMedia media(String... paths) {
        return new LocalMedia(
                new Addresses(URI.create("https://feeds.example.org/base/")),
                new FeedName("news"),
                List.of(paths).stream()
                        .map(path -> new MediaFile(path, "a/b", 1))
                        .toList(),
                List.of(
                        new LinkedArticle("other.md", null, new Slug("other")),
                        new LinkedArticle("No. #1.md", null, new Slug("No.-1")),
                        new LinkedArticle("../markets/Büro.txt", new FeedName("markets"), new Slug("Büro"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "#part",
                "?query",
                "/root.png",
                "//example.org/a.png",
                "https://example.org/a.png",
                "data:x",
                "mailto:a@example.org",
                "../a.png",
                "a/../../b.png",
                ".hidden",
                "a/.hidden/b",
                "%2e%2e/a.png",
                "..%2Fa.png",
                "a//b.png",
                "a/",
                "C:\\a.png",
                "\\a.png",
                "..\\a.png",
                "a\\.hidden\\b.png",
                "%00",
                "%5C",
                "%zz",
                "a%2",
                "."
            })
    void areNotMeantByAddressesThatLeadElsewhere(String address) {
        assertThat(LocalMedia.paths(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "@/blog/a.md blog/a.md,a.md",
                "@/blog/a/index.md#x blog/a/index.md#x,blog/a/index.md,a/index.md",
                "{filename}a.md a.md",
                "{static}/images/a.png images/a.png,a.png",
                "%7Battach%7Da.png %7Battach%7Da.png,a.png",
                "|filename|../a.md ../a.md,a.md",
            })
    void areFoundByTheAddressesOfZolaAndPelican(String address, String names) {
        assertThat(LocalMedia.names(address)).contains(names.substring(names.lastIndexOf(',') + 1));
        assertThat(LocalMedia.names(address)).doesNotContain("index.md").noneMatch(name -> name.startsWith("{"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@//a.md", "@/blog//a.md", "@/blog///a.md", "{filename}//a.md"})
    void areFoundBehindEmptyPartsOfSuchAnAddress(String address) {
        assertThat(LocalMedia.names(address)).containsExactly("a.md");
    }

    @Test
    void areNotTriedWithoutEndForALongAddress() {
        assertThat(LocalMedia.names("@/" + "a/".repeat(100_000) + "a.md")).hasSizeLessThan(100);
    }

    @Test
    void areMeantAsTheyAreWrittenOrAsAddresses() {
        assertThat(LocalMedia.paths("a.png")).containsExactly("a.png");
        assertThat(LocalMedia.paths(" ./a/../b/c.png ")).containsExactly("b/c.png");
        assertThat(LocalMedia.paths("No. #1?.mp3")).containsExactly("No. #1?.mp3", "No. ");
        assertThat(LocalMedia.paths("a%20b.png")).containsExactly("a b.png");
        assertThat(LocalMedia.paths("%E9%8A%85.png#t=1")).containsExactly("銅.png");
    }

    @Test
    void haveAnAddressThatEscapesTheirNames() {
        var media = media("a/b c?#.png", "talk.mp3");
        assertThat(media.address("a/b c?#.png"))
                .contains("https://feeds.example.org/base/media/news/a/b%20c%3F%23.png");
        assertThat(media.address("a/b%20c%3F%23.png#x"))
                .contains("https://feeds.example.org/base/media/news/a/b%20c%3F%23.png#x");
        assertThat(media.address("talk.mp3#t=90")).contains("https://feeds.example.org/base/media/news/talk.mp3#t=90");
        assertThat(media.address("other.mp3")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\b.png", "a%5Cb.png", ".\\a\\b.png", "a/b.png"})
    void areMeantByBackslashesAsBySlashes(String address) {
        assertThat(LocalMedia.paths(address)).containsExactly("a/b.png");
        assertThat(media("a/b.png").address(address)).contains("https://feeds.example.org/base/media/news/a/b.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"B\u00FCro.png", "Bu\u0308ro.png", "B%C3%BCro.png", "Bu%CC%88ro.png"})
    void areMeantInEveryFormOfTheirLetters(String address) {
        assertThat(media("B\u00FCro.png").address(address))
                .contains("https://feeds.example.org/base/media/news/B%C3%BCro.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "other.md -> news/other",
                "./other.md#part -> news/other#part",
                "other.md?plain=1#part -> news/other#part",
                "x/../other%2Emd -> news/other",
                "No. #1.md -> news/No.-1",
                "No.%20%231.md#a -> news/No.-1#a",
                "../markets/B%C3%BCro.txt -> markets/B%C3%BCro",
                "../markets/Bu%CC%88ro.txt#x -> markets/B%C3%BCro#x",
                "..\\markets\\B\u00FCro.txt -> markets/B%C3%BCro",
            })
    void leadToTheArticlesWhoseFilesTheyName(String address, String page) {
        assertThat(media().address(address)).contains("https://feeds.example.org/base/articles/" + page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "../../markets/B\u00FCro.txt", "../other.md", "/other.md", "#other.md"})
    void leadToNoArticleByAnythingElse(String address) {
        assertThat(media().address(address)).isEmpty();
    }
}
