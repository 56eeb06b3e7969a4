package org.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"a\"             | a",
                "W/\"a\"           | a",
                "\"a\", \"b\"      | a b",
                "\"a\",W/\"b\" , \"c\" | a b c",
                "\"a,b\", \"c\"    | a,b c",
                ", \"a\",,         | a",
                "\"a\"  \"b\", \"c\" | a c",
                "a, W/b            | a b",
                "\"*\"             | *",
                "\"unclosed        | unclosed",
                "\"unclosed,b      | unclosed,b",
                "a,\"b,c\"         | a b,c",
            })
    void readsEveryTag(String field, String values) {
        assertThat(EntityTags.parse(field).any()).isFalse();
        assertThat(EntityTags.parse(field).values()).containsExactly(values.split(" ", -1));
    }

    @ParameterizedTest(name = "{0} names {1} strongly")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"a\"            | a",
                "\"W/a\"          | W/a",
                "\"a\", W/\"b\"   | a",
                "W/\"a\",\"b\"    | b",
                "W/\"a,b\", \"c\" | c",
                "W/a, b           | b",
                ",W/\"b\",\"a\"     | a",
            })
    void tellsStrongTagsFromWeakOnes(String field, String strong) {
        assertThat(EntityTags.parse(field).strong()).containsExactly(strong);
    }

    @Test
    void readsAStarAsAnyDocument() {
        assertThat(EntityTags.parse(" * ")).isEqualTo(new EntityTags(true, List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(value = {"''", "','", "'\"\"'", "'W/\"\"'", "'ab\"'"})
    void findsNoTagWhereThereIsNone(String field) {
        assertThat(EntityTags.parse(field).values()).isEmpty();
    }
}
