package org.feedwright.command;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code feedwright}, with its sub-commands and exit codes. */
@Command(
        name = "feedwright",
        description = "Publishes stored articles as Atom, RSS and JSON Feed.",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        subcommands = {
            Commands.Serve.class,
            CheckCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MigrateCommand.class,
            TokenCommand.class,
            WebhookCommand.class,
            RehearseCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel =
                "[serve | check | import | export | backup | restore | migrate | token | webhook | help]")
public final class Commands {
    /** Everything was done. */
    static final int DONE = 0;

    static final int PROBLEMS_FOUND = 1;

    /** The command or a setting was not understood. */
    static final int WRONG_USE = 2;

    static final int NOT_DONE = 3;

    private final Class<?> application;
    private final InstantSource clock;

    private Commands(Class<?> application, InstantSource clock) {
        this.application = application;
        this.clock = clock;
    }

    /**
     * The command line of an application.
     *
     * @param application the class by which Spring starts the application
     */
    public static CommandLine line(Class<?> application, InstantSource clock) {
        return new CommandLine(new Commands(application, clock)).setExecutionExceptionHandler(Commands::notDone);
    }

    /** The class by which Spring starts the application. */
    Class<?> application() {
        return application;
    }

    InstantSource clock() {
        return clock;
    }

    private static int notDone(Exception e, CommandLine line, CommandLine.ParseResult arguments) {
        line.getErr().println("It could not be done: " + e);
        return NOT_DONE;
    }

    /** Is there for the help only: the service starts without a look at the other commands. */
    @Command(
            name = "serve",
            mixinStandardHelpOptions = true,
            synopsisHeading = "Usage: feedwright [serve] [--name=value ...]%n",
            customSynopsis = "",
            description = {
                "Starts the service. This is what happens without a command, too.",
                "",
                "Settings are given as --name=value, in an application.yaml in the working directory, or in the"
                        + " environment (FEEDWRIGHT_BASE_URL). Those that most people want:",
                "  --feedwright.base-url=https://feeds.example.org",
                "        the address at which people reach it",
                "  --feedwright.folder=feeds    the folder of feeds",
                "  --feedwright.data=data       where SQLite's file lives",
                "  --server.port=8080           where readers come in",
                "  --management.server.port=8081",
                "        health, on loopback only",
                "docs/reference.md has them all.",
                ""
            },
            exitCodeListHeading = "Exit status:%n",
            exitCodeList = {
                "143:it was told to end (SIGTERM); 130 by Ctrl-C",
                "2:a setting was not understood",
                "3:it could not start, for another reason"
            },
            footer = {"", "--debug says more of what keeps it from starting."})
    static final class Serve {}

    static final class Version implements CommandLine.IVersionProvider {
        static String text() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return version == null ? "(not packaged)" : version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {"Feedwright " + text()};
        }
    }
}
