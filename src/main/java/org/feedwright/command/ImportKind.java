package org.feedwright.command;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A kind of import: every one of them ends in the same ways. */
@Command(
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:all is done",
            "1:something could not be taken, or would be held back; the report names it",
            "2:the command was not understood",
            "3:what is to be imported cannot be read, or the folder not written"
        })
abstract class ImportKind implements Callable<Integer> {
    @ParentCommand
    private @Nullable ImportCommand parent;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Imports, prints the report, and gives the exit code.
     *
     * @throws IOException if it could not be done
     */
    abstract int run(CommandSpec spec, InstantSource clock) throws IOException;

    @Override
    public final Integer call() {
        try {
            return run(spec, Objects.requireNonNull(parent).clock());
        } catch (IOException e) {
            spec.commandLine().getErr().println(ImportPlace.reason(e));
            return Commands.NOT_DONE;
        }
    }
}
