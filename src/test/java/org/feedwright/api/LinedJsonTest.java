package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LinedJsonTest {
    private final LinedJson lined = LinedJson.of(Json.object("""
            {"title": "A\\nb\\u2028c", "e/n~c~1": [{"url": "x"}, []], "o": {}}""".getBytes(StandardCharsets.UTF_8)));

    @Test
    void hasAValueInEachLine() {
        assertThat(lined.text().lines().toList())
                .containsExactly(
                        "{",
                        "\"title\": \"A\\nb\u2028c\",",
                        "\"e/n~c~1\": [",
                        "{",
                        "\"url\": \"x\"",
                        "},",
                        "[",
                        "]",
                        "],",
                        "\"o\": {",
                        "}",
                        "}");
        assertThat(lined.lines()).isEqualTo(12);
        assertThat(lined.text()).endsWith("}\n");
    }

    @Test
    void tellsWhichValueALineHas() {
        assertThat(lined.pointer(0)).isEmpty();
        assertThat(lined.pointer(1)).isEmpty();
        assertThat(lined.pointer(2)).isEqualTo("/title");
        assertThat(lined.pointer(3)).isEqualTo("/e~1n~0c~01");
        assertThat(lined.pointer(5)).isEqualTo("/e~1n~0c~01/0/url");
        assertThat(lined.pointer(7)).isEqualTo("/e~1n~0c~01/1");
        assertThat(lined.pointer(10)).isEqualTo("/o");
        assertThat(lined.pointer(12)).isEmpty();
        assertThat(lined.pointer(13)).isEmpty();
    }
}
