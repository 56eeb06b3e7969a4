package org.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "https://münchen.example/straße -> https://xn--mnchen-3ya.example/stra%C3%9Fe -> xn--mnchen-3ya.example",
                "HTTPS://Example.ORG -> HTTPS://Example.ORG -> example.org",
                "' http://my_site.example:8080/a b|c ' -> http://my_site.example:8080/a%20b%7Cc -> my_site.example",
                "http://[2001:db8::1]:80/ -> http://[2001:db8::1]:80/ -> [2001:db8::1]",
                "https://example.org/a[1]?p=100% -> https://example.org/a%5B1%5D?p=100%25 -> example.org",
                "https://example.org:65535/ -> https://example.org:65535/ -> example.org",
                "https://example.org:00080/ -> https://example.org:00080/ -> example.org",
                "https://example.org:/ -> https://example.org:/ -> example.org",
                "https://example.org./ -> https://example.org./ -> example.org."
            })
    void isTakenAsPeopleCopyIt(String written, String uri, String host) {
        assertThat(HttpAddress.of(written)).isEqualTo(new HttpAddress(uri, host));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiterString = " -> ",
            value = {
                "example.org -> it does not begin with https://",
                "ftp://example.org/ -> it does not begin with https://",
                "javascript:alert(1) -> it does not begin with https://",
                "http:// -> it names no host",
                "https:///x -> it names no host",
                "https:example.org -> it names no host",
                "https://exa mple.org/ -> 'exa mple.org' is no host",
                "https://a..b/ -> 'a..b' is no host",
                "https://example.org:65536/ -> there is no port 65536",
                "https://example.org:000080/ -> there is no port 000080",
                "https://example.org:1234567890123/ -> there is no port 1234567890123"
            })
    void saysWhyItIsNone(String written, String why) {
        assertThatThrownBy(() -> HttpAddress.of(written)).hasMessage(why);
    }

    @Test
    void hasAHostOfAtMostAsManyCharactersAsADomainHas() {
        String longest = "a.".repeat(127) + "b";

        assertThat(HttpAddress.of("https://" + longest + "/").host()).isEqualTo(longest);
        assertThatThrownBy(() -> HttpAddress.of("https://" + longest + "c/"))
                .hasMessage("its host is longer than 255 characters");
    }
}
