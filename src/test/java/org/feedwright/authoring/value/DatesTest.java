package org.feedwright.authoring.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.feedwright.authoring.problem.Refused;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-1-5                            | 2026-01-04T23:00:00Z",
                "2026/1/5 9:30                       | 2026-01-05T08:30:00Z",
                "2026-01-05\u00A009:30              | 2026-01-05T08:30:00Z",
                "2026-01-05T09:30:15.25              | 2026-01-05T08:30:15.250Z",
                "2026-01-05 09:30:00 +0200           | 2026-01-05T07:30:00Z",
                "2026-01-05 09:30 -5                 | 2026-01-05T14:30:00Z",
                "2026-01-05T09:30:00+02:00           | 2026-01-05T07:30:00Z",
                "2026-01-05T09:30Z                   | 2026-01-05T09:30:00Z",
                "2026-01-05 09:30 UTC                | 2026-01-05T09:30:00Z",
                "2026-01-05 UTC                      | 2026-01-05T00:00:00Z",
                "2026-07-05 09:30 America/New_York   | 2026-07-05T13:30:00Z",
                "2026-01-05T09:30+09:00[Asia/Tokyo]  | 2026-01-05T00:30:00Z",
                "2026-01-05 9:30 pm                  | 2026-01-05T20:30:00Z",
                "2026-01-05 12:05 AM                 | 2026-01-04T23:05:00Z",
                "Mon, 05 Jan 2026 09:30:00 +0200     | 2026-01-05T07:30:00Z",
                "Mon, 5 Jan 2026 09:30:00 GMT        | 2026-01-05T09:30:00Z",
                "5 Jan 2026 09:30 EST                | 2026-01-05T14:30:00Z",
                "05-Jan-2026                         | 2026-01-04T23:00:00Z",
                "January 5, 2026                     | 2026-01-04T23:00:00Z",
                "Jan 5th 2026 at 9:30 a.m.           | 2026-01-05T08:30:00Z",
                "Monday, January 5, 2026 9:30 AM UTC | 2026-01-05T09:30:00Z",
                "5 january 2026, 12 pm               | 2026-01-05T11:00:00Z",
                "Sept. 5, 2026                       | 2026-09-04T22:00:00Z",
                "Mon Jan 05 2026 09:30:00 GMT+0200 (CEST) | 2026-01-05T07:30:00Z",
                "2026-01-05 09:30 +5:30              | 2026-01-05T04:00:00Z",
                "2026-01-05 09:30 -05:30             | 2026-01-05T15:00:00Z",
                "2026-01-05 09:30 -0530              | 2026-01-05T15:00:00Z",
                "2026-01-05 09:30 GMT-3              | 2026-01-05T12:30:00Z",
                "2026-01-05 09:30 UTC+3:30           | 2026-01-05T06:00:00Z",
                "2026-01-05 1:05 am                  | 2026-01-05T00:05:00Z",
                "2026-01-05 12:59 pm                 | 2026-01-05T11:59:00Z",
                "1 Dec 2026                          | 2026-11-30T23:00:00Z",
                "2026-07-05 Asia/Tokyo               | 2026-07-04T15:00:00Z",
                "2026-01-05T09:30:15,25              | 2026-01-05T08:30:15.250Z"
            })
    void areReadInEveryForm(String text, String instant) {
        var date = Dates.read(text.replace("\\u00A0", "\u00A0"), ZoneId.of("Europe/Berlin"));

        assertThat(date.toInstant()).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"06.05.2013", "05/06/2013", "5-6-2013 10:00", "05/06/13"})
    void areRefusedWhereNobodyKnowsWhichNumberIsTheMonth(String text) {
        assertThatThrownBy(() -> Dates.read(text, ZoneOffset.UTC))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("which number is the month");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Last Modified", "git Last Modified", "Created", "git created"})
    void areNeverTakenFromFilesOrGit(String text) {
        assertThatThrownBy(() -> Dates.read(text, ZoneOffset.UTC))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("from git, which change when files are copied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "2026",
                "2026-13-01",
                "2026-02-30",
                "2026-01-05 25:00",
                "2026-01-05 13:00 pm",
                "2026-01-05 0:30 am",
                "5 Septe 2026",
                "2026-01-05 09:30 +19:00",
                "26.01.2026",
                "5 Foo 2026",
                "5 Januar 2026",
                "2026-01-05 09:30 Mars/Base",
                "1767605400",
                "2026-01-05 09:30 XYZ"
            })
    void areNotMadeOfAnythingElse(String text) {
        assertThatThrownBy(() -> Dates.read(text, ZoneOffset.UTC)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void haveNoMoreCharactersThanADateNeeds() {
        String zone = "2026-01-05T09:30+09:00[" + "x".repeat(76) + "]";

        assertThat(Dates.read(zone, ZoneOffset.UTC).toInstant()).isEqualTo("2026-01-05T00:30:00Z");
        assertThatThrownBy(() -> Dates.read(zone.replace("[", "[x"), ZoneOffset.UTC))
                .isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Dates.read("5/6/2026 " + "x".repeat(91), ZoneOffset.UTC))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Dates.read("5/6/2026 " + "x".repeat(92), ZoneOffset.UTC))
                .isInstanceOf(DateTimeException.class);
    }
}
