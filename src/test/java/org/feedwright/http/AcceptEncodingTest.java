package org.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.http.ContentCoding.BROTLI;
import static org.feedwright.http.ContentCoding.GZIP;
import static org.feedwright.http.ContentCoding.IDENTITY;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {
    private static final Set<ContentCoding> ALL = EnumSet.allOf(ContentCoding.class);

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "absent                            | IDENTITY",
                "''                                | IDENTITY",
                "gzip                              | GZIP",
                "GZIP                              | GZIP",
                "x-gzip                            | GZIP",
                "br                                | BROTLI",
                "gzip, br                          | BROTLI",
                "br, gzip                          | BROTLI",
                "gzip, deflate, br, zstd           | BROTLI",
                "deflate, zstd, compress           | IDENTITY",
                "gzip;q=0.5                        | GZIP",
                "gzip;q=0.001                      | GZIP",
                "gzip;q=0                          | IDENTITY",
                "gzip;q=0.000, br;q=0              | IDENTITY",
                "gzip;q=1.0, br;q=0.9              | GZIP",
                "gzip ; Q=0.2 , br ; q = 0.3       | BROTLI",
                "identity, gzip                    | GZIP",
                "identity;q=1, gzip;q=0.5          | IDENTITY",
                "identity;q=0.2, gzip;q=0.1        | IDENTITY",
                "identity;q=0, gzip                | GZIP",
                "*                                 | GZIP",
                "*;q=0.1                           | GZIP",
                "gzip;q=0, *                       | IDENTITY",
                "br, *;q=0                         | BROTLI",
                "*;q=0, identity                   | IDENTITY",
                "gzip;q=nonsense, br;q=0.1         | BROTLI",
                "gzip;q=2                          | IDENTITY",
                "gzip;level=9;q=0.7, br;q=0.6      | GZIP",
                ",,gzip,,                          | GZIP",
            })
    void choosesWhatTheReaderLikesBest(@Nullable String field, ContentCoding coding) {
        assertThat(read(field).preferred(ALL)).contains(coding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity;q=0", "*;q=0", "zstd, identity;q=0", "identity;q=0, gzip;q=0, br;q=0"})
    void findsNothingForWhoRefusesEverything(String field) {
        assertThat(read(field).preferred(ALL)).isEmpty();
    }

    @Test
    void choosesAmongWhatThereIs() {
        assertThat(read("gzip;q=0.1, br").preferred(EnumSet.of(IDENTITY, GZIP))).contains(GZIP);
        assertThat(read("br, identity;q=0").preferred(EnumSet.of(IDENTITY, GZIP)))
                .isEmpty();
        assertThat(read("br").preferred(EnumSet.of(IDENTITY, GZIP, BROTLI))).contains(BROTLI);
    }

    /** What nobody can have said before in this process: what is known of one field, all its polls share. */
    @Test
    void isReadOnceForAReaderThatSaysTheSameWithEachPoll() {
        String usual = "gzip, x-" + System.nanoTime();
        String longest = usual + "x".repeat(199 - usual.length());

        assertThat(AcceptEncoding.parse(usual)).isEqualTo(read(usual)).isSameAs(AcceptEncoding.parse(usual));
        assertThat(AcceptEncoding.parse(longest)).isSameAs(AcceptEncoding.parse(longest));
        assertThat(AcceptEncoding.parse(longest + "x")).isNotSameAs(AcceptEncoding.parse(longest + "x"));
    }

    private static AcceptEncoding read(@Nullable String field) {
        return field == null ? AcceptEncoding.parse(null) : AcceptEncoding.of(Weights.parse(field));
    }
}
