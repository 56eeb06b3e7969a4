package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.article.MediaFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalMediaTest {
    private static LocalMedia media(String... paths) {
        return new LocalMedia(
                new Addresses(URI.create("https://feeds.example.org/base/")),
                new FeedName("news"),
                List.of(paths).stream()
                        .map(path -> new MediaFile(path, "a/b", 1))
                        .toList());
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
                "a\\b.png",
                "%00",
                "%5C",
                "%zz",
                "a%2",
                "."
            })
    void areNotMeantByAddressesThatLeadElsewhere(String address) {
        assertThat(LocalMedia.paths(address)).isEmpty();
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
}
