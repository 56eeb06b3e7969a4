package org.feedwright.backup;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.feedwright.Feedwright;

/** A command that was run, with its exit code and what it printed. */
record Line(int status, String said) {
    static Line run(String... arguments) {
        var said = new StringWriter();
        var out = new PrintWriter(said);
        int status = Feedwright.commands().setErr(out).setOut(out).execute(arguments);
        return new Line(status, said.toString());
    }

    /** Runs a command with settings behind its arguments. */
    static Line run(List<String> arguments, String... settings) {
        return run(Stream.concat(arguments.stream(), Arrays.stream(settings)).toArray(String[]::new));
    }
}
