package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.feedwright.authoring.problem.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first and the last date that feeds can carry, and their neighbours. */
class DatesTest {
    @ParameterizedTest
    @CsvSource({
        "1900-01-01T00:00:00Z,               1900-01-01T00:00:00Z",
        "1900-01-01T01:00+01:00,             1900-01-01T00:00:00Z",
        "1900-01-01T00:00-12:00,             1900-01-01T12:00:00Z",
        "1900-01-01,                         1900-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z,     9999-12-31T23:59:59.999999999Z",
        "9999-12-31T22:59:59-01:00,          9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59+14:00,          9999-12-31T09:59:59Z",
        "9999-12-31,                         9999-12-31T00:00:00Z"
    })
    void areReadUpToTheirBounds(String text, String instant) {
        assertThat(Dates.read(text, ZoneOffset.UTC).toInstant()).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31T23:59:59Z",
                "1899-12-31T23:59:59.999999999Z",
                "1899-12-31",
                "1900-01-01T00:59:59+01:00", // 1899 in UTC
                "1899-12-31T23:00-01:00", // 1900 in UTC
                "9999-12-31T23:00:00-01:00", // 10000 in UTC
                "9999-12-31T10:00-14:00",
                "0000-01-01",
                "0001-01-01"
            })
    void areRefusedBeyondThem(String text) {
        assertThatThrownBy(() -> Dates.read(text, ZoneOffset.UTC))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not between the years 1900 and 9999");
    }

    @ParameterizedTest
    @CsvSource({"1900-01-01, +01:00", "1899-12-31T23:30, -01:00", "9999-12-31T23:00, -01:00"})
    void areJudgedInUtcAndInTheFeedsZone(String text, ZoneId zone) {
        assertThatThrownBy(() -> Dates.read(text, zone)).isInstanceOf(Refused.class);
    }
}
