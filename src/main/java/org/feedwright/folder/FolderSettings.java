package org.feedwright.folder;

import java.nio.file.Path;
import java.time.Duration;
import org.feedwright.store.SettingRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How articles get in.
 *
 * @param folder {@code feedwright.folder}: the folder that holds one folder for each feed
 */
@ConfigurationProperties("feedwright")
record FolderSettings(Path folder, Authoring authoring) {
    @ConstructorBinding
    FolderSettings(String folder, @DefaultValue Authoring authoring) {
        this(path(folder), authoring);
    }

    private static Path path(String folder) {
        if (folder.isBlank()) {
            throw new SettingRefused(
                    "feedwright.folder", folder, "names no folder", "name the one that holds a folder for each feed");
        }
        return Path.of(folder);
    }

    /**
     * The block {@code feedwright.authoring}.
     *
     * @param rescan how often the whole folder is looked through, for changes that the file system did not tell
     * @param watch whether this process looks after the folder at all
     * @param events whether to rely on the file system's events in between
     * @param maxFileSize the largest file that is read
     * @param maxReadingTime the processor time that reading one file may take
     */
    record Authoring(
            @DefaultValue("1m") Duration rescan,
            @DefaultValue("true") boolean watch,
            @DefaultValue("true") boolean events,
            @DefaultValue("2MB") DataSize maxFileSize,
            @DefaultValue("2s") Duration maxReadingTime) {
        Authoring {
            if (rescan.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new SettingRefused(
                        "feedwright.authoring.rescan",
                        rescan.toString(),
                        "would read the folder without a pause",
                        "give at least 1s");
            }
            if (maxFileSize.toBytes() < 1 || maxFileSize.toBytes() > Integer.MAX_VALUE / 8) {
                throw new SettingRefused(
                        "feedwright.authoring.max-file-size",
                        maxFileSize.toString(),
                        "is no size that files can have here",
                        "give a size between 1B and 255MB");
            }
            if (maxReadingTime.compareTo(Duration.ofMillis(100)) < 0
                    || maxReadingTime.compareTo(Duration.ofMinutes(10)) > 0) {
                throw new SettingRefused(
                        "feedwright.authoring.max-reading-time",
                        maxReadingTime.toString(),
                        "is no time in which files can be read",
                        "give a time between 100ms and 10m");
            }
        }
    }
}
