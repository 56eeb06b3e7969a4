package org.feedwright.imports.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 26 Jan 2026 09:30:15 +0100 | 2026-01-26T09:30:15+01:00",
                "26 Jan 2026 09:30 GMT | 2026-01-26T09:30Z",
                "Monday, 26 January 2026 09:30:15 EST | 2026-01-26T09:30:15-05:00",
                "26-Jan-26 09:30:15 PDT | 2026-01-26T09:30:15-07:00",
                "26 Jan 49 00:00 Z | 2049-01-26T00:00Z",
                "26 Jan 50 00:00 Z | 1950-01-26T00:00Z",
                "26 Jan 2026 | 2026-01-26T00:00Z",
                "26 Jan 2026 09:30:15 GMT+02:00 (Sofia) | 2026-01-26T09:30:15+02:00",
                "26 Jan 2026 09:30:15 -0030 | 2026-01-26T09:30:15-00:30",
                "26 Jan 2026 09:30:15 XYZ | 2026-01-26T09:30:15Z",
                "31 Dec 2026 24:00:00 +0000 | 2027-01-01T00:00Z",
                "31 Dec 2026 23:59:60 +0000 | 2027-01-01T00:00Z",
                "2026-01-26T09:30:15.123456789123Z | 2026-01-26T09:30:15.123456789Z",
                "2026-01-26T09:30:15.5+05:30 | 2026-01-26T09:30:15.500+05:30",
                "2026-01-26t09:30z | 2026-01-26T09:30Z",
                "2026-01-26 09:30:15 UTC | 2026-01-26T09:30:15Z",
                "2026-01-26T09:30:15+05 | 2026-01-26T09:30:15+05:00",
                "2026-01-26T24:00 | 2026-01-27T00:00Z",
                "2026-1-6 | 2026-01-06T00:00Z",
                "2026-01 | 2026-01-01T00:00Z",
                "2026 | 2026-01-01T00:00Z",
            })
    void areReadInTheShapesInWhichTheyAreMet(String text, OffsetDateTime date) {
        assertThat(FeedDates.of(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "01/02/2026",
                "26 Foo 2026",
                "30 Feb 2026",
                "2026-02-30",
                "2026-13-01",
                "26 Jan 2026 25:00",
                "26 Jan 2026 24:01",
                "26 Jan 2026 24:00:01",
                "26 Jan 2026 09:61",
            })
    void areNoneWhereNobodyKnowsWhatIsMeant(String text) {
        assertThat(FeedDates.of(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Z, 0", "UT, 0", "UTC, 0", "GMT, 0", "EST, -5", "EDT, -4", "CST, -6", "CDT, -5", "MST, -7", "MDT, -6",
        "PST, -8", "PDT, -7", "pdt, -7"
    })
    void haveZonesWithNames(String zone, int hours) {
        assertThat(FeedDates.of("26 Jan 2026 09:30 " + zone))
                .isEqualTo(OffsetDateTime.of(2026, 1, 26, 9, 30, 0, 0, ZoneOffset.ofHours(hours)));
    }

    @ParameterizedTest
    @CsvSource({
        "26 Jan 2026 09:30 CET, true",
        "26 Jan 2026 09:30, true",
        "26 Jan 2026, true",
        "2026-01-26T09:30, true",
        "2026-01-26, true",
        "26 Jan 2026 09:30 gmt, false",
        "26 Jan 2026 09:30 GMT+01:00, false",
        "2026-01-26T09:30:00z, false",
        "2026-01-26T09:30:00+01, false",
        "soon, false",
    })
    void areNamedWhereTheirZoneIsNotKnown(String date, boolean isNamed) {
        assertThat(FeedDates.notes(date)).hasSize(isNamed ? 1 : 0);
    }

    @Test
    void areNoneWhereNothingIsSaid() {
        assertThat(FeedDates.of(null)).isNull();
        assertThat(FeedDates.notes(null)).isEmpty();
    }
}
