package org.feedwright.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            0, 0 bytes
            1, 1 bytes
            999, 999 bytes
            1000, 1.0 kB
            1500, 1.5 kB
            99900, 99.9 kB
            100000, 100 kB
            1000000, 1.0 MB
            2500000000, 2.5 GB
            7000000000000000, "7,000 TB"
            """)
    void ofSizesHaveTheUnitThatTheyNeed(long bytes, String words) {
        assertThat(Words.bytes(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00 ms",
        "1234567, 1.23 ms",
        "9990000, 9.99 ms",
        "10000000, 10 ms",
        "1234000000, '1,234 ms'",
    })
    void ofTimesAreMilliseconds(long nanoseconds, String words) {
        assertThat(Words.duration(Duration.ofNanos(nanoseconds))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, –", "0, 7, 0 %", "1, 3, 33 %", "2, 3, 67 %", "7, 7, 100 %"})
    void ofSharesArePercent(long part, long whole, String words) {
        assertThat(Words.share(part, whole)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 files", "1, 1 file", "2, 2 files", "1234, '1,234 files'"})
    void ofCountsAreInTheRightNumber(long count, String words) {
        assertThat(Words.counted(count, "file")).isEqualTo(words);
    }

    /** The last days of a year may be in the first week of the next. */
    @Test
    void ofDaysHaveTheirOwnYear() {
        var time = Instant.parse("2027-12-31T23:59:59.999Z");

        assertThat(Words.Time.day(time)).isEqualTo(new Words.Time("2027-12-31T23:59:59Z", "31 December 2027"));
        assertThat(Words.Time.of(time)).isEqualTo(new Words.Time("2027-12-31T23:59:59Z", "31 December, 23:59 UTC"));
        assertThat(Words.Time.day(Instant.parse("2024-12-30T00:00:00Z")).text()).isEqualTo("30 December 2024");
    }
}
