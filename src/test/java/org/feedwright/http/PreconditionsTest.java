package org.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.http.Preconditions.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class PreconditionsTest {
    private static final Instant MODIFIED = Instant.parse("2026-03-01T12:00:00Z");
    private static final String BEFORE = "Sun, 01 Mar 2026 11:59:59 GMT";
    private static final String SAME = "Sun, 01 Mar 2026 12:00:00 GMT";
    private static final Outcome MET = new Outcome.Met();
    private static final Outcome FAILED = new Outcome.Failed();

    static final List<Arguments> requests = List.of(
            request("none", MET),
            request("its tag", known("a-gzip"), "If-None-Match", "\"a-gzip\""),
            request("its tag and one of another coding", known("a-gzip"), "If-None-Match", "\"a\", \"a-gzip\""),
            request("the tag of another coding", known("a"), "If-None-Match", "\"x\", W/\"a\""),
            request("any tag", known("a-gzip"), "If-None-Match", "*"),
            request("another tag", MET, "If-None-Match", "\"b\""),
            request("another tag and its date", MET, "If-None-Match", "\"b\"", "If-Modified-Since", SAME),
            request("its date", known("a-gzip"), "If-Modified-Since", SAME),
            request("an older date", MET, "If-Modified-Since", BEFORE),
            request("its tag wanted", MET, "If-Match", "\"a\""),
            request("another tag wanted", FAILED, "If-Match", "\"b\""),
            request("its tag wanted, weakened", FAILED, "If-Match", "W/\"a\""),
            request("its tag wanted, and known", known("a"), "If-Match", "*", "If-None-Match", "\"a\""),
            request("unchanged since before", FAILED, "If-Unmodified-Since", BEFORE),
            request("unchanged since its date", MET, "If-Unmodified-Since", SAME),
            request("its tag wanted, whatever the date", MET, "If-Match", "\"a\"", "If-Unmodified-Since", BEFORE));

    @ParameterizedTest(name = "{0}")
    @FieldSource("requests")
    void areComparedInTheOrderOfTheirPrecedence(String name, Map<String, String> fields, Outcome expected) {
        assertThat(outcome(fields, MODIFIED)).isEqualTo(expected);
    }

    @Test
    void countNoDateWhereNobodyKnowsOne() {
        assertThat(outcome(Map.of("If-Modified-Since", SAME), null)).isEqualTo(MET);
        assertThat(outcome(Map.of("If-Unmodified-Since", BEFORE), null)).isEqualTo(MET);
    }

    @Test
    void tellWhatTheAskerHas() {
        assertThat(Preconditions.of(Map.of("If-None-Match", "\"x\", W/\"y\"")::get)
                        .known())
                .containsExactly("x", "y");
        assertThat(Preconditions.of(Map.of("If-Match", "\"x\"")::get).known()).isEmpty();
    }

    /** A representation that would be sent with gzip, and could be sent plain. */
    private static Outcome outcome(Map<String, String> fields, @Nullable Instant modified) {
        return Preconditions.of(fields::get).outcome("a-gzip", Set.of("a", "a-gzip")::contains, modified);
    }

    private static Outcome known(String tag) {
        return new Outcome.NotModified(tag);
    }

    private static Arguments request(String name, Outcome outcome, String... fields) {
        var map = Stream.iterate(0, i -> i < fields.length, i -> i + 2)
                .collect(Collectors.toMap(i -> fields[i], i -> fields[i + 1]));
        return Arguments.of(name, map, outcome);
    }
}
