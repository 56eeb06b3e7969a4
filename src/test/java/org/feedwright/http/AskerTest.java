package org.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskerTest {
    private static boolean isBrowser(Map<String, String> fields) {
        return Asker.isBrowser(fields::get);
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "iframe", "frame"})
    void isAPersonWhoseBrowserShowsTheAnswerInAWindow(String destination) {
        assertThat(isBrowser(Map.of("Sec-Fetch-Dest", destination))).isTrue();
        assertThat(isBrowser(Map.of("Sec-Fetch-Dest", destination, "Accept", "application/atom+xml")))
                .isTrue();
    }

    /** What a browser says of its own counts more than what is taken. */
    @ParameterizedTest
    @ValueSource(strings = {"", "empty", "image", "style", "script", "object", "embed", "Document"})
    void isAProgramWhoseBrowserDoesNot(String destination) {
        assertThat(isBrowser(Map.of("Sec-Fetch-Dest", destination, "Accept", "text/html")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "TEXT/HTML;q=0.9",
                "application/xml, text/html ; charset=utf-8, */*",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
            })
    void isAPersonWhoTakesPages(String accept) {
        assertThat(isBrowser(Map.of("Accept", accept))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/atom+xml",
                "application/rss+xml",
                "application/rdf+xml",
                "application/feed+json",
                "Application/RSS+xml;q=0.5"
            })
    void isAProgramThatTakesFeedsAlsoBesidePages(String feed) {
        assertThat(isBrowser(Map.of("Accept", "text/html, " + feed))).isFalse();
        assertThat(isBrowser(Map.of("Accept", feed + ", text/html;q=0.9"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*/*", "text/*", "application/json", "application/xhtml+xml", "text/html5"})
    void isAProgramThatTakesNoPages(String accept) {
        assertThat(isBrowser(Map.of("Accept", accept))).isFalse();
    }

    @Test
    void isAProgramThatSaysNothing() {
        assertThat(isBrowser(Map.of())).isFalse();
    }
}
