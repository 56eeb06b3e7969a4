package org.feedwright.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.feedwright.http.Answer.Field;
import org.feedwright.store.SettingRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {
    private static final String EDITOR = "https://editor.example.org";
    private static final Field VARY = new Field("Vary", "Origin");

    private final Origins origins = new Origins(List.of(EDITOR), "https://example.org:8443/news/");
    private final Origins none = new Origins(List.of(), "https://example.org/");

    @Test
    void publishWhereTheyAreNamedOrOurOwn() {
        assertThat(origins.refuse(null)).isFalse();
        assertThat(origins.refuse(EDITOR)).isFalse();
        assertThat(origins.refuse("https://example.org:8443")).isFalse();
        assertThat(origins.refuse("https://example.org")).isTrue();
        assertThat(origins.refuse("http://editor.example.org")).isTrue();
        assertThat(origins.refuse("null")).isTrue();
        assertThat(none.refuse(EDITOR)).isTrue();
    }

    /** Browsers write hosts in small letters, and leave out a port that goes without saying. */
    @ParameterizedTest
    @CsvSource({
        "https://Editor.Example.org, https://editor.example.org",
        "https://editor.example.org:443, https://editor.example.org",
        "http://localhost:80, http://localhost",
        "http://localhost:443, http://localhost:443",
        "https://[2001:DB8::1]:8443, https://[2001:db8::1]:8443",
    })
    void areMeantHoweverTheirAddressIsWritten(String written, String sent) {
        assertThat(new Origins(List.of(written), "https://example.org").refuse(sent))
                .isFalse();
        assertThat(new Origins(List.of(), written + "/news/").refuse(sent)).isFalse();
        assertThat(new Origins(List.of(written), "https://example.org").fields(sent))
                .contains(new Field("Access-Control-Allow-Origin", sent));
    }

    @Test
    void readWhatAllOfTheApiSays() {
        assertThat(origins.fields(EDITOR))
                .containsExactly(
                        VARY,
                        new Field("Access-Control-Allow-Origin", EDITOR),
                        new Field(
                                "Access-Control-Expose-Headers",
                                "ETag, Location, Link, Retry-After, WWW-Authenticate, Upload-Complete, Upload-Length,"
                                        + " Upload-Limit, Upload-Offset"));
        assertThat(origins.leave(EDITOR))
                .containsExactly(
                        new Field("Access-Control-Allow-Methods", "GET, HEAD, PUT, POST, PATCH, DELETE"),
                        new Field(
                                "Access-Control-Allow-Headers",
                                "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match,"
                                        + " Upload-Complete, Upload-Length, Upload-Offset"),
                        new Field("Access-Control-Max-Age", "600"));
    }

    /** A cache must not give the answer without leave to a page that has leave. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"https://evil.example.org", "https://example.org:8443", "null"})
    void varyWhereverSomeoneIsNamed(String origin) {
        assertThat(origins.fields(origin)).containsExactly(VARY);
        assertThat(origins.leave(origin)).isEmpty();
        assertThat(none.fields(origin)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT1S, true", "PT0.999S, false", "P365D, true", "P365DT0.001S, false", "PT0S, false"})
    void secretAddressesLastBetweenASecondAndAYear(Duration lifetime, boolean isTaken) {
        if (isTaken) {
            assertThatCode(() -> new AccessSettings(List.of(), 10, lifetime)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> new AccessSettings(List.of(), 10, lifetime))
                    .isInstanceOf(SettingRefused.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://editor.example.org, true",
        "http://localhost:8080, true",
        "https://editor.example.org/, false",
        "editor.example.org, false",
        "ftp://editor.example.org, false",
        "https://, false",
        "https://me@editor.example.org, false",
        "*, false",
    })
    void areSitesWithoutAPath(String origin, boolean isTaken) {
        if (isTaken) {
            assertThatCode(() -> settings(origin)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> settings(origin)).isInstanceOf(SettingRefused.class);
        }
    }

    private static AccessSettings settings(String origin) {
        return new AccessSettings(List.of(EDITOR, origin), 1, Duration.ofDays(7));
    }
}
