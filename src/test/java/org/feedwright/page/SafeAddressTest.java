package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "https://example.org/?a:b",
                "HTTPS://EXAMPLE.ORG/",
                "mailto:ann@example.org",
                "MailTo:ann@example.org"
            })
    void isOneToWhichABrowserMayBeSent(String address) {
        assertThat(SafeAddress.orNull(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "blob:https://example.org/1",
                "https",
                ":https",
                "/path",
                "example.org/a:b",
                " https://example.org/"
            })
    void isNoOther(@Nullable String address) {
        assertThat(SafeAddress.orNull(address)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.org/a, example.org",
        "https://www2.example.org:8443/, www2.example.org",
        "https://example.org, example.org",
        "https://a.www.example.org/, a.www.example.org",
        "mailto:ann@example.org,",
        "https://exa mple.org/,"
    })
    void hasTheHostAsPeopleKnowIt(String address, @Nullable String host) {
        assertThat(SafeAddress.host(address).orElse(null)).isEqualTo(host);
    }
}
