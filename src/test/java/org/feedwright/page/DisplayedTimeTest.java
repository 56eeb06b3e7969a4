package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DisplayedTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant LATE = Instant.parse("2026-01-26T22:30:59.999Z");

    @Test
    void isADayInTheFeedsZone() {
        assertThat(DisplayedTime.day(LATE, BERLIN).text()).isEqualTo("26 January 2026");
        assertThat(DisplayedTime.day(LATE.plusSeconds(3600), BERLIN).text()).isEqualTo("27 January 2026");
        assertThat(DisplayedTime.day(LATE, BERLIN).iso()).isEqualTo("2026-01-26T22:30:59Z");
    }

    @Test
    void isAMinuteWithTheNameOfItsZone() {
        assertThat(DisplayedTime.minute(LATE, BERLIN).text()).isEqualTo("26 January 2026, 23:30 CET");
        assertThat(DisplayedTime.minute(LATE, ZoneOffset.UTC).text()).isEqualTo("26 January 2026, 22:30 UTC");
    }

    /** A day ends at midnight where the feed is, and not where the server is. */
    @Test
    void tellsTheTimeOfDayOnlyOnTheDayOfTheFirst() {
        var later = LATE.plusSeconds(3600);

        assertThat(DisplayedTime.after(LATE, later, BERLIN).text()).isEqualTo("27 January 2026");
        assertThat(DisplayedTime.after(LATE, later, ZoneOffset.UTC).text()).isEqualTo("26 January 2026, 23:30 UTC");
    }
}
