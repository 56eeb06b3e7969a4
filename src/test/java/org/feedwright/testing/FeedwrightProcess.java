package org.feedwright.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.feedwright.Feedwright;

/** Feedwright in a process of its own, with the classes under test. */
public final class FeedwrightProcess {
    private FeedwrightProcess() {}

    /**
     * What starts a command, or the service where there are settings only; its errors are part of its output.
     *
     * @param options more of Java's
     */
    public static ProcessBuilder of(List<String> arguments, String... options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Feedwright.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** A token that allows everything, made by the command for the store of these settings. */
    public static String newToken(List<String> settings) {
        var out = new StringWriter();
        Feedwright.commands()
                .setOut(new PrintWriter(out, true))
                .execute(Stream.concat(Stream.of("token", "new", "test", "--admin"), settings.stream())
                        .toArray(String[]::new));
        return out.toString().lines().toList().getLast();
    }
}
