package org.feedwright.micropub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.feedwright.api.Json;
import org.feedwright.api.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class PropertyChangeTest {
    private static final String BEFORE =
            "{\"category\": [\"a\", \"b\", \"a\"], \"name\": [\"N\"], \"content\": [{\"html\": \"x\"}]}";

    /** What the change says, and the properties of which it speaks afterwards. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"replace\": {\"name\": [\"M\"]}}|{\"name\":[\"M\"]}",
                "{\"replace\": {\"name\": []}}|{\"name\":[]}",
                "{\"add\": {\"category\": [\"c\", \"b\"]}}|{\"category\":[\"a\",\"b\",\"c\"]}",
                "{\"add\": {\"photo\": [\"p\"]}}|{\"photo\":[\"p\"]}",
                "{\"delete\": [\"category\"]}|{\"category\":[]}",
                "{\"delete\": {\"category\": [\"a\"]}}|{\"category\":[\"b\"]}",
                "{\"delete\": {\"content\": [{\"html\": \"x\"}]}}|{\"content\":[]}",
                "{\"delete\": [\"category\"], \"add\": {\"category\": [\"c\"]}}|{\"category\":[\"c\"]}",
                "{\"replace\": {\"category\": [\"x\", \"y\"]}, \"delete\": {\"category\": [\"x\"]}}|{\"category\":[\"y\"]}",
                "{\"replace\": {\"name\": [\"M\"]}, \"add\": {\"category\": [\"c\"]}, \"delete\": [\"content\"]}"
                        + "|{\"name\":[\"M\"],\"category\":[\"a\",\"b\",\"c\"],\"content\":[]}",
            })
    void saysWhatPropertiesAreAfterwards(String change, String after) {
        var before = Post.values(object(BEFORE), "properties");

        assertThat(Json.tree(PropertyChange.read(object(change)).apply(before))).isEqualTo(object(after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"replace\": {}}",
                "{\"delete\": []}",
                "{\"delete\": {}}",
                "{\"delete\": \"category\"}",
                "{\"delete\": [1]}",
                "{\"delete\": {\"category\": \"a\"}}",
                "{\"replace\": [\"name\"]}",
                "{\"replace\": {\"name\": \"M\"}}",
                "{\"add\": null}",
            })
    void isRefusedWhereItSaysNothing(String change) {
        assertThatThrownBy(() -> PropertyChange.read(object(change)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    private static ObjectNode object(String json) {
        return Json.object(json.getBytes(StandardCharsets.UTF_8));
    }
}
