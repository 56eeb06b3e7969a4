package org.feedwright.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.feedwright.backup.StoreMove;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migrate}: copies the store into another database. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Copies the store that the settings name into another, empty one, of the other kind or of the same: from"
                    + " SQLite to PostgreSQL, or back. Articles keep their ids, dates, places and former addresses. The"
                    + " old store stays as it is, and so does the folder.",
            "Takes the service's settings as --name=value. The login of the new database is"
                    + " spring.datasource.username and spring.datasource.password, which SQLite does not need; best"
                    + " given in the environment, as SPRING_DATASOURCE_PASSWORD.",
            "Stop the service before: while it is running, this is refused. Start it with the new spring.datasource.url"
                    + " afterwards. If it is broken off, the same command begins anew."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:all is copied",
            "2:the command was not understood",
            "3:it could not be done: a database cannot be used, a service is using one, or the new one is not empty"
        })
final class MigrateCommand extends StoreCommand {
    private static final String URL = "springdatasourceurl";

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            required = true,
            description = "the new database, as in spring.datasource.url: jdbc:postgresql://host/database, or"
                    + " jdbc:sqlite:data/feedwright.db")
    private String address = "";

    @Override
    int run() throws IOException, InterruptedException {
        return with(
                settings(),
                from -> with(settingsOfTarget(), to -> {
                    var outcome = new StoreMove(from, to, progress()).run();
                    if (outcome.untold() > 0) {
                        say(String.format(
                                Locale.ROOT,
                                "Not copied: the messages that wait to be sent to webhooks (%,d). To have them sent, start"
                                        + " the service on the old store; then copy it anew into an empty database",
                                outcome.untold()));
                    }
                    say(String.format(
                            Locale.ROOT,
                            "Copied %,d articles. Start the service with spring.datasource.url set to the new database from now"
                                    + " on",
                            outcome.articles()));
                    return Commands.DONE;
                }));
    }

    private List<String> settingsOfTarget() {
        var settings = new ArrayList<>(settings());
        settings.removeIf(MigrateCommand::isAddress);
        settings.add("--spring.datasource.url=" + address);
        return settings;
    }

    private static boolean isAddress(String setting) {
        return setting.replaceFirst("=.*", "")
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT)
                .equals(URL);
    }
}
