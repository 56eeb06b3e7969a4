package org.feedwright.operate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers and times as people read them. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);
    private static final String[] SIZES = {"bytes", "kB", "MB", "GB", "TB"};

    private Words() {}

    /** A time, as people and as machines read it. */
    record Time(String iso, String text) {
        static Time of(Instant instant) {
            return new Time(
                    instant.truncatedTo(ChronoUnit.SECONDS).toString(),
                    MINUTE.format(instant.atOffset(ZoneOffset.UTC)) + " UTC");
        }

        static Time day(Instant instant) {
            return new Time(
                    instant.truncatedTo(ChronoUnit.SECONDS).toString(), DAY.format(instant.atOffset(ZoneOffset.UTC)));
        }
    }

    static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    static String counted(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (Math.abs(size) >= 1000 && unit < SIZES.length - 1) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ENGLISH, unit == 0 || size >= 100 ? "%,.0f %s" : "%.1f %s", size, SIZES[unit]);
    }

    static String duration(Duration duration) {
        long nanoseconds = duration.toNanos();
        return nanoseconds < 10_000_000
                ? String.format(Locale.ENGLISH, "%.2f ms", nanoseconds / 1e6)
                : String.format(Locale.ENGLISH, "%,d ms", duration.toMillis());
    }

    /** A part of a whole in percent; a dash where there is no whole. */
    static String share(long part, long whole) {
        return whole == 0 ? "–" : Math.round(100.0 * part / whole) + " %";
    }
}
