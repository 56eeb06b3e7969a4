package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.feedwright.http.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, '', 50",
                "'', '', 50",
                "limit=1, '', 1",
                "limit=500, '', 500",
                "after=a-b&limit=7, a-b, 7",
                "after=a&after=b, a, 50",
                "other=x&after=%C3%BC, ü, 50",
                "limit, '', 50",
            })
    void readsWhichPartIsAskedFor(String query, String after, int limit) {
        assertThat(ListQuery.of(query)).isEqualTo(new ListQuery(after, limit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=501",
                "limit=-1",
                "limit=ten",
                "limit=",
                "limit=05",
                "after=a/b",
                "after=",
                "after=%2"
            })
    void refusesWhatIsNoPart(String query) {
        assertThatThrownBy(() -> ListQuery.of(query))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    @Test
    void leadsToTheNextPartWhereThereIsOne() {
        assertThat(text(answer(2))).isEqualTo("{\"names\":[{\"name\":\"n 1\"},{\"name\":\"n 2\"}]}");
        assertThat(answer(2).fields()).noneMatch(field -> field.name().equals("Link"));

        String next = "https://example.org/list?after=n+2&limit=2";
        assertThat(text(answer(3)))
                .isEqualTo("{\"names\":[{\"name\":\"n 1\"},{\"name\":\"n 2\"}],\"next\":\"" + next + "\"}");
        assertThat(answer(3).fields())
                .anyMatch(field -> field.name().equals("Link") && field.value().equals("<" + next + ">; rel=\"next\""));
    }

    private static Answer answer(int found) {
        List<String> names = IntStream.rangeClosed(1, found)
                .mapToObj(number -> "n " + number)
                .toList();
        return new ListQuery("", 2)
                .answer(
                        "names",
                        names,
                        name -> Json.object().put("name", name),
                        name -> name,
                        "https://example.org/list");
    }

    private static String text(Answer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
