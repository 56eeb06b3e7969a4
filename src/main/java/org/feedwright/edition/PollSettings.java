package org.feedwright.edition;

import java.time.Duration;
import java.util.List;
import org.feedwright.store.SettingRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code feedwright.poll}.
 *
 * @param minAge how long a document of the liveliest feed may be used without asking again
 * @param maxAge the same for the quietest feed, and for one with too few articles to tell; a feed that
 *     states a {@code ttl} has its own way
 * @param archiveMaxAge the same for archive documents to which nothing is added any more
 * @param cacheSize how much memory rendered documents may take, outside the heap for the most part
 * @param deltaReaders the readers that get deltas, by the product that their {@code User-Agent} begins with
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
