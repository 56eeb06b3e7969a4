package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {
    private static final URI BASE = URI.create("https://feeds.example.org/");
    private static final String HOME = "https://example.org/blog/";

    @ParameterizedTest
    @CsvSource({
        "/old/post/, /old/post",
        "/old/post, /old/post",
        "old/post, /old/post",
        "/, /",
        "/a//b, /a/b",
        "/?p=12, /?p=12",
        "/index.php?p=12&x=%20y, /index.php?p=12&x= y",
        "/gr%C3%B6%C3%9Fe/#part, /größe",
        "/größe, /größe",
        "https://example.org/blog/old/, /blog/old",
        "http://FEEDS.example.org:8080/old?x#y, /old?x",
        "//example.org/old, /old",
        "/100%, /100%",
    })
    void isReadFromWhatAuthorsWrite(String written, String address) {
        assertThat(LocalAddress.read(written, BASE, HOME).map(LocalAddress::toString))
                .contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example/old", "//other.example/x", "mailto:a@example.org", " ", ""})
    void isNoneOnAnotherHost(String written) {
        assertThat(LocalAddress.read(written, BASE, HOME)).isEmpty();
    }

    @Test
    void isNoneThatIsTooLongForAnIndex() {
        assertThat(LocalAddress.read("/" + "x".repeat(2000), BASE, HOME)).isEmpty();
        assertThat(LocalAddress.read("/" + "x".repeat(1999), BASE, HOME)).isPresent();
        assertThat(LocalAddress.read("/" + "ü".repeat(1000), BASE, HOME)).isEmpty();
        assertThat(LocalAddress.read("/x?" + "ü".repeat(1000), BASE, HOME)).isEmpty();
    }

    @Test
    void isAskedForWithoutThePathOfTheBaseUrl() {
        var base = URI.create("https://example.org/feedwright");

        assertThat(LocalAddress.read("/feedwright/old", base, null)).contains(LocalAddress.asked("/old", null));
        assertThat(LocalAddress.read("/feedwrighters", base, null))
                .contains(LocalAddress.asked("/feedwrighters", null));
    }

    @Test
    void isTheSameHoweverItIsAskedFor() {
        assertThat(LocalAddress.asked("/gr%c3%b6%C3%9Fe//x/", "p=%31"))
                .isEqualTo(LocalAddress.asked("/größe/x", "p=1"));
    }
}
