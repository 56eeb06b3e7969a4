package org.feedwright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.feedwright.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore}: puts a backup into an empty place. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a backup into an empty place: the store that the settings name, SQLite or PostgreSQL, wherever the"
                    + " backup comes from, and the folder of feeds. All of the backup is checked before anything is"
                    + " written, and nothing that is there is overwritten. While a service is running there, it is refused.",
            "Takes the service's settings as --name=value. If it is broken off, no service starts on what is there;"
                    + " the same command then begins anew."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:all is restored",
            "2:the command was not understood",
            "3:it could not be done: the place is not empty or in use, or the backup is damaged or newer than this program"
        })
final class RestoreCommand extends StoreCommand {
    @Parameters(paramLabel = "FILE", description = "the backup")
    private Path file = Path.of(".");

    @Option(names = "--store-only", description = "leave the folder of feeds as it is")
    private boolean isStoreOnly;

    @Override
    int run() throws IOException, InterruptedException {
        return with(settings(), installation -> {
            var outcome = new Restore(installation, progress()).read(file, !isStoreOnly);
            outcome.remarks().forEach(remark -> say(remark + "."));
            say(String.format(
                    Locale.ROOT,
                    "Restored from %s: %,d articles, %,d files",
                    file,
                    outcome.articles(),
                    outcome.files()));
            return Commands.DONE;
        });
    }
}
