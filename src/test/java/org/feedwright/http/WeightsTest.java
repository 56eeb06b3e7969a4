package org.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {
    @ParameterizedTest(name = "{0} weighs {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip               | 1000",
                "gzip;q=1           | 1000",
                "gzip;q=1.000       | 1000",
                "gzip;q=0.5         | 500",
                "gzip;q=0.299       | 299",
                "gzip;q=0           | 0",
                "gzip ; Q = 0.3     | 300",
                "gzip;level=9;q=0.7 | 700",
                "GZIP;q=0.1, gzip   | 100",
            })
    void countThousandthsOfTheFirstMemberThatNamesAToken(String field, int weight) {
        assertThat(Weights.parse(field).of("gzip")).hasValue(weight);
        assertThat(Weights.parse(field).accept("gzip")).isEqualTo(weight > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", ";q=1", "br", "gzip;q=2", "gzip;q=nonsense", "gzip;q=0.1234", "gzip;q="})
    void doNotNameWhatCannotBeRead(String field) {
        assertThat(Weights.parse(field).of("gzip")).isEmpty();
        assertThat(Weights.parse(field).accept("gzip")).isFalse();
    }

    @Test
    void passOverAMemberThatCannotBeReadAndReadTheRest() {
        assertThat(Weights.parse("gzip;q=2, , br;q=0.1").thousandths()).isEqualTo(Map.of("br", 100));
    }

    @Test
    void areNoneWithoutAField() {
        assertThat(Weights.parse(null).thousandths()).isEmpty();
    }
}
