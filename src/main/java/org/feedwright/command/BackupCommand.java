package org.feedwright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.feedwright.backup.Backup;
import org.feedwright.backup.BackupDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code backup}: writes everything that a publisher has into one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the store, the folder of feeds and the settings into one file, as they are at this moment. The"
                    + " service may be running, and goes on as if nothing were.",
            "Takes the service's settings as --name=value. Passwords and other secrets among them are not in the"
                    + " backup."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:the backup is there",
            "1:it is there, but for files that could not be read",
            "2:the command was not understood",
            "3:it could not be made, and nothing is left of it"
        })
final class BackupCommand extends StoreCommand {
    /** Backups that come faster than that would be nothing but backups. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    @Parameters(
            paramLabel = "FILE",
            description =
                    "the file to write, such as backup.zip; with --keep or --every, a directory for files that are"
                            + " named after the time")
    private Path place = Path.of(".");

    @Option(names = "--overwrite", description = "replace the file if it is there; the old one stays until then")
    private boolean replaces;

    @Option(
            names = "--keep",
            paramLabel = "NUMBER",
            description = "how many backups stay in the directory: older ones are removed when a new one is complete;"
                    + " with --every, 14 unless told otherwise")
    private @Nullable Integer kept;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            converter = Time.class,
            description = "go on, and make a backup at once and then every so often, such as 6h or 1d, until told to"
                    + " end. When one fails, that is said, and the next one is made all the same")
    private @Nullable Duration every;

    @Override
    int run() throws IOException, InterruptedException {
        if (kept != null && kept < 1) {
            say("--keep is " + kept + ", which would keep nothing; give a number from 1");
            return Commands.WRONG_USE;
        }
        if (kept == null && every == null) {
            return with(settings(), installation -> {
                var backup = new Backup(installation, commands().clock(), progress());
                return told(place, backup.write(place, replaces, Commands.Version.text()));
            });
        }
        var directory = new BackupDirectory(place, kept == null ? 14 : kept);
        if (every == null) {
            return next(directory);
        }
        BackupSchedule.run(every, () -> attempt(() -> next(directory)));
        return Commands.DONE;
    }

    /** Makes one more in a directory, and removes the oldest. */
    private int next(BackupDirectory directory) throws IOException, InterruptedException {
        return with(settings(), installation -> {
            var file = directory.next(commands().clock().instant());
            var backup = new Backup(installation, commands().clock(), progress());
            int status = told(file, backup.write(file, replaces, Commands.Version.text()));
            for (Path old : directory.removeOldest()) {
                say("Removed " + old);
            }
            return status;
        });
    }

    private int told(Path file, Backup.Outcome outcome) {
        outcome.leftOut().sentences().forEach(each -> say("Not in the backup: " + each));
        say(String.format(
                Locale.ROOT,
                "Backed up to %s: %,d articles, %,d files, %,d kB",
                file,
                outcome.articles(),
                outcome.files(),
                (outcome.bytes() + 999) / 1000));
        return outcome.leftOut().isNothing() ? Commands.DONE : Commands.PROBLEMS_FOUND;
    }

    private static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String time) {
            try {
                var every = DurationStyle.SIMPLE.parse(time);
                if (every.compareTo(SHORTEST) >= 0) {
                    return every;
                }
            } catch (IllegalArgumentException _) {
                // which is said below
            }
            throw new TypeConversionException(
                    "'" + time + "' is no time between backups; write one such as 6h or 1d," + " at least 1m");
        }
    }
}
