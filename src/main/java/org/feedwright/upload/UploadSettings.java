package org.feedwright.upload;

import java.time.Duration;
import org.feedwright.store.SettingRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The block {@code feedwright.uploads}.
 *
 * @param maxFileSize the largest file that is taken
 * @param maxUnfinished how many uploads may be under way at once, or wait to be resumed
 * @param unfinishedFor how long one that nobody resumes is kept
 */
@ConfigurationProperties("feedwright.uploads")
public record UploadSettings(
        @DefaultValue("200MB") DataSize maxFileSize,
        @DefaultValue("20") int maxUnfinished,
        @DefaultValue("1d") Duration unfinishedFor) {
    private static final DataSize LARGEST = DataSize.ofGigabytes(100);

    public UploadSettings {
        if (maxFileSize.toBytes() < 1 || maxFileSize.compareTo(LARGEST) > 0) {
            throw new SettingRefused(
                    "feedwright.uploads.max-file-size",
                    maxFileSize.toString(),
                    "is no size that files can have here",
                    "give a size between 1B and 100GB");
        }
        if (maxUnfinished < 1) {
            throw new SettingRefused(
                    "feedwright.uploads.max-unfinished",
                    String.valueOf(maxUnfinished),
                    "would let nobody upload anything",
                    "give a number from 1 on");
        }
        if (unfinishedFor.toSeconds() < 60) {
            throw new SettingRefused(
                    "feedwright.uploads.unfinished-for",
                    unfinishedFor.toString(),
                    "is too short for anyone to go on",
                    "give a time from 1m on, such as 1d");
        }
    }
}
