package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.feedwright.edition.DeltaReaders;
import org.feedwright.http.Fields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollFieldsTest {
    @Test
    void findsEveryFieldThatAPollAsksFor() {
        var asked = new ArrayList<String>();
        ask(asked, null);
        ask(asked, "feed");

        assertThat(asked).contains("If-None-Match", "If-Modified-Since", "User-Agent", "A-IM");
        assertThat(asked)
                .allSatisfy(name ->
                        assertThat(fields(Map.of(name, "a value")).value(name)).isEqualTo("a value"));
    }

    @Test
    void findsAFieldInAnyCapitals() {
        var fields = fields(Map.of("IF-none-MATCH", "\"a\"", "a-im", "feed"));

        assertThat(fields.value("If-None-Match")).isEqualTo("\"a\"");
        assertThat(fields.value("A-IM")).isEqualTo("feed");
    }

    @Test
    void joinsTheLinesOfAField() {
        var fields = new PollFields(HttpFields.build()
                .add("If-None-Match", "\"a\"")
                .add("Accept", "*/*")
                .add("If-None-Match", "\"b\""));

        assertThat(fields.value("If-None-Match")).isEqualTo("\"a\", \"b\"");
    }

    @Test
    void findsNothingThatIsNotThere() {
        assertThat(fields(Map.of("Accept-Encoding", "gzip")).value("If-None-Match"))
                .isNull();
        assertThat(fields(Map.of()).value("A-IM")).isNull();
    }

    private static void ask(List<String> asked, @Nullable String answer) {
        Fields fields = name -> {
            asked.add(name);
            return answer;
        };
        Poll.of(fields, new DeltaReaders(List.of("Newsboat")));
    }

    private static PollFields fields(Map<String, @Nullable String> written) {
        var fields = HttpFields.build();
        written.forEach(fields::add);
        return new PollFields(fields);
    }
}
