package org.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriReferenceTest {
    @Nested
    class Resolving {
        /** RFC 3986 §5.4. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "g:h | g:h",
                    "g | http://a/b/c/g",
                    "./g | http://a/b/c/g",
                    "g/ | http://a/b/c/g/",
                    "/g | http://a/g",
                    "//g | http://g",
                    "?y | http://a/b/c/d;p?y",
                    "g?y | http://a/b/c/g?y",
                    "#s | http://a/b/c/d;p?q#s",
                    "g#s | http://a/b/c/g#s",
                    "g?y#s | http://a/b/c/g?y#s",
                    ";x | http://a/b/c/;x",
                    "g;x | http://a/b/c/g;x",
                    "g;x?y#s | http://a/b/c/g;x?y#s",
                    "'' | http://a/b/c/d;p?q",
                    ". | http://a/b/c/",
                    "./ | http://a/b/c/",
                    ".. | http://a/b/",
                    "../ | http://a/b/",
                    "../g | http://a/b/g",
                    "../.. | http://a/",
                    "../../ | http://a/",
                    "../../g | http://a/g",
                    "../../../g | http://a/g",
                    "../../../../g | http://a/g",
                    "/./g | http://a/g",
                    "/../g | http://a/g",
                    "g. | http://a/b/c/g.",
                    ".g | http://a/b/c/.g",
                    "g.. | http://a/b/c/g..",
                    "..g | http://a/b/c/..g",
                    "./../g | http://a/b/g",
                    "./g/. | http://a/b/c/g/",
                    "g/./h | http://a/b/c/g/h",
                    "g/../h | http://a/b/c/h",
                    "g;x=1/./y | http://a/b/c/g;x=1/y",
                    "g;x=1/../y | http://a/b/c/y",
                    "g?y/./x | http://a/b/c/g?y/./x",
                    "g?y/../x | http://a/b/c/g?y/../x",
                    "g#s/./x | http://a/b/c/g#s/./x",
                    "g#s/../x | http://a/b/c/g#s/../x",
                    "http:g | http:g"
                })
        void followsTheSpecificationsExamples(String reference, String resolved) {
            assertThat(UriReference.of("http://a/b/c/d;p?q").resolve(reference)).isEqualTo(resolved);
        }

        @ParameterizedTest
        @CsvSource({"a, https://example.org/a", "?q, https://example.org?q", "#x, https://example.org#x"})
        void knowsABaseWithoutAPath(String reference, String resolved) {
            assertThat(UriReference.of("https://example.org").resolve(reference))
                    .isEqualTo(resolved);
        }

        @ParameterizedTest
        @CsvSource({"/a/b, c, /a/c", "'', c, c", "a/b, c, a/c", "//host, c, //host/c", "x:, c, x:c"})
        void knowsABaseThatLacksParts(String base, String reference, String resolved) {
            assertThat(UriReference.of(base).resolve(reference)).isEqualTo(resolved);
        }

        @Test
        void replacesTheFragmentOfTheBase() {
            assertThat(UriReference.of("https://example.org/x#a").resolve("#b")).isEqualTo("https://example.org/x#b");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "mailto:ada@example.org?subject=a b",
                    "tel:+49 30 1",
                    "data:image/png;base64,iVBORw0KGgo=",
                    "https://other.example/a/../b|c d",
                    "urn:isbn:0-486-27557-4"
                })
        void leavesWhatIsAbsoluteAsItIs(String address) {
            assertThat(UriReference.of("https://example.org/x").resolve(address))
                    .isEqualTo(address);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a b", "a|b", "ü/大", "a\"b", "a\\b", "%", "a[1]", "{x}", "😀"})
        void survivesAnyCharacter(String address) {
            assertThat(UriReference.of("https://example.org/d/x").resolve(address))
                    .isEqualTo("https://example.org/d/" + address);
        }

        @Test
        void takesAColonAfterANonLetterForPartOfThePath() {
            assertThat(UriReference.of("https://example.org/").resolve("10:30")).isEqualTo("https://example.org/10:30");
        }
    }

    @Nested
    class AsUri {
        @ParameterizedTest
        @CsvSource(
                delimiterString = " -> ",
                value = {
                    "https://example.org/a b?c d#e f -> https://example.org/a%20b?c%20d#e%20f",
                    "https://example.org/a|b[1]{x}^`\\\"<> -> https://example.org/a%7Cb%5B1%5D%7Bx%7D%5E%60%5C%22%3C%3E",
                    "https://bücher.example/straße -> https://xn--bcher-kva.example/stra%C3%9Fe",
                    "https://ada:x@Bücher.example:8443/ -> https://ada:x@xn--bcher-kva.example:8443/",
                    "https://[2001:db8::1]:80/大 -> https://[2001:db8::1]:80/%E5%A4%A7",
                    "https://example.org/%C3%BC%zz%a -> https://example.org/%C3%BC%25zz%25a",
                    "https://example.org/#a#b -> https://example.org/#a%23b",
                    "https://straße.de/ -> https://xn--strae-oqa.de/",
                    "https://STRAẞE.Bücher.example/ -> https://xn--strae-oqa.xn--bcher-kva.example/",
                    "https://βόλος.com/ -> https://xn--nxasmm1c.com/",
                    "https://日本語。example/ -> https://xn--wgv71a119e.example/",
                    "/a b -> /a%20b",
                    "mailto:ada@example.org -> mailto:ada@example.org",
                    "https://example.org/😀 -> https://example.org/%F0%9F%98%80"
                })
        void escapesWhatNoUriMayHave(String address, String uri) {
            assertThat(UriReference.of(address).uri()).isEqualTo(uri);
            // A definition that comes back from the store must equal the one that went in.
            assertThat(UriReference.of(uri).uri()).isEqualTo(uri);
        }

        @Test
        void leavesEveryUriAsItIs() {
            for (String uri : List.of(
                    "https://example.org/a/b;c=d?e=f&g=%20#h!$&'()*+,;=:@/?~-._",
                    "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "tel:+1-816-555-1212")) {
                assertThat(UriReference.of(uri).uri()).isEqualTo(uri);
            }
        }

        /** Of each address, a part has another character in it, or it would be taken as it is. */
        @Test
        void leavesLettersAndDigitsAsTheyAre() {
            String letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?@!$&'()*+,;=";

            assertThat(UriReference.of("/" + letters + " ").uri()).isEqualTo("/" + letters + "%20");
            assertThat(UriReference.of("/#" + letters + " ").uri()).isEqualTo("/#" + letters + "%20");
            assertThat(UriReference.of("/`{[").uri()).isEqualTo("/%60%7B%5B");
        }

        @ParameterizedTest
        @CsvSource(
                delimiterString = " -> ",
                value = {
                    "/%0a%A0%00%fF -> /%0a%A0%00%fF",
                    "/%41 -> /%41",
                    "/%4 -> /%254",
                    "/% -> /%25",
                    "/%g0%0g -> /%25g0%250g"
                })
        void leavesEscapesAsTheyAreAndNoOtherPercentSign(String address, String uri) {
            assertThat(UriReference.of(address).uri()).isEqualTo(uri);
        }

        @Test
        void survivesAHostWithALineBreak() {
            var reference = UriReference.of("https://a\nb:80/x");

            assertThat(reference.uri()).isEqualTo("https://a%0Ab:80/x");
            assertThat(reference.host()).isEmpty();
            assertThat(reference.port()).isEmpty();
        }

        @Test
        void survivesAHostThatIsNoName() {
            assertThat(UriReference.of("https://" + "ü".repeat(300) + "/x").uri())
                    .startsWith("https://%C3%BC")
                    .endsWith("/x");
        }
    }
}
