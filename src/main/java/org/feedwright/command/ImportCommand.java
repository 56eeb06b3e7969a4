package org.feedwright.command;

import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code import}: turns what other systems exported into files in the folder of feeds. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Turns what another system exported into files in the folder of feeds, which a person can read and edit."
                    + " It may be run again: what was edited, moved or deleted here since is left alone.",
            "Try it with --dry-run first: it writes nothing, and tells what would be."
        },
        subcommands = {
            ImportWordpressCommand.class,
            ImportGhostCommand.class,
            ImportFeedCommand.class,
            ImportTextCommand.class
        },
        synopsisSubcommandLabel = "KIND")
final class ImportCommand implements Runnable {
    @ParentCommand
    private @Nullable Commands commands;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    InstantSource clock() {
        return Objects.requireNonNull(commands).clock();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what is to be imported");
    }
}
