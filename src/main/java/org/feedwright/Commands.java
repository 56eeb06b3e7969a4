package org.feedwright;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be done from the command line besides serving. */
@Command(
        name = "feedwright",
        description = "Publishes stored articles as Atom, RSS and JSON Feed.",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        subcommands = {Commands.Serve.class, CheckCommand.class, ExportCommand.class, RehearseCommand.class},
        synopsisSubcommandLabel = "[serve | check | export]")
final class Commands {
    private Commands() {}

    /** Returns the exit status: 0 if all is well, 1 if problems were found, 2 if the command was not understood. */
    static int run(String... arguments) {
        return line().execute(arguments);
    }

    static CommandLine line() {
        return new CommandLine(new Commands());
    }

    /** Only for the help: serving starts without a look at the other commands. */
    @Command(name = "serve", description = "Starts the service; takes settings as --name=value. The default.")
    static final class Serve {}

    static final class Version implements CommandLine.IVersionProvider {
        static String text() {
            String version = Feedwright.class.getPackage().getImplementationVersion();
            return version == null ? "(not packaged)" : version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {"Feedwright " + text()};
        }
    }
}
