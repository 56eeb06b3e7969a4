package org.feedwright.edition;

import java.time.Duration;
import java.util.List;
import org.feedwright.store.SettingRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code feedwright.poll}.
 *
 * @param minAge how long a document of the liveliest feed may be used without asking again
 * @param maxAge how long a document of the quietest feed may be used without asking again, and of a feed with too few
 *     articles to tell; a feed that states a {@code ttl} has that instead
 * @param archiveMaxAge how long a complete archive document may be used without asking again
 * @param cacheSize how much memory rendered documents may take, for the most part outside the heap
 * @param deltaReaders the readers that get deltas, by the product at the beginning of their {@code User-Agent}
 */
@ConfigurationProperties("feedwright.poll")
public record PollSettings(
        @DefaultValue("1m") Duration minAge,
        @DefaultValue("5m") Duration maxAge,
        @DefaultValue("1d") Duration archiveMaxAge,
        @DefaultValue("64MB") DataSize cacheSize,
        @DefaultValue("Newsboat") List<String> deltaReaders) {
    public PollSettings {
        if (minAge.isNegative()) {
            throw new SettingRefused(
                    "feedwright.poll.min-age",
                    minAge.toString(),
                    "is less than nothing",
                    "write how long readers of the liveliest feed may wait between polls, such as 1m");
        }
        if (maxAge.compareTo(minAge) < 0 || maxAge.compareTo(Duration.ofDays(365)) > 0) {
            throw new SettingRefused(
                    "feedwright.poll.max-age",
                    maxAge.toString(),
                    "is less than feedwright.poll.min-age (" + minAge + ") or more than 365d",
                    "write how long readers may wait between polls at most, such as 5m");
        }
        if (archiveMaxAge.isNegative() || archiveMaxAge.compareTo(Duration.ofDays(365)) > 0) {
            throw new SettingRefused(
                    "feedwright.poll.archive-max-age",
                    archiveMaxAge.toString(),
                    "is less than nothing or more than 365d",
                    "write how long an archive may be used without asking again, such as 1d");
        }
        if (cacheSize.isNegative()) {
            throw new SettingRefused(
                    "feedwright.poll.cache-size",
                    cacheSize.toString(),
                    "is less than nothing",
                    "write how much memory rendered documents may take, such as 64MB");
        }
        DirectMemory.check(cacheSize);
        deltaReaders = List.copyOf(deltaReaders);
        for (String reader : deltaReaders) {
            if (!reader.matches(DeltaReaders.NAME)) {
                throw new SettingRefused(
                        "feedwright.poll.delta-readers",
                        reader,
                        "is no name of a reader as User-Agent has it",
                        "write what stands before the first slash there, such as Newsboat, with commas between several");
            }
        }
    }

    public DeltaReaders readersOfDeltas() {
        return new DeltaReaders(deltaReaders);
    }

    PollInterval rhythm() {
        return new PollInterval(minAge, maxAge);
    }
}
