package org.feedwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the programs of real readers.
 *
 * @param home the directory that they take for their user's
 */
record ReaderProgram(Path home) {
    void run(List<String> words) throws IOException, InterruptedException {
        Path output = home.resolve("output");
        var program = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        program.environment().put("HOME", home.toString());
        program.environment().put("LC_ALL", "C.UTF-8");
        program.environment().put("no_proxy", "localhost");
        var process = program.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as(words.getFirst() + " ends")
                .isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
