package org.feedwright.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.feedwright.Feedwright;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of a process of its own, for what logs is the whole process. */
@Timeout(300) // a busy machine may need minutes to start
class LogTest {
    @TempDir
    private Path directory;

    /** The lines until the folder has been looked through. */
    private List<String> lines(String... settings) throws IOException, InterruptedException {
        Path feed = Files.createDirectories(directory.resolve("feeds/news"));
        Files.writeString(feed.resolve("feed.yaml"), "title: News\nhome: https://example.org/\n");
        Files.writeString(feed.resolve("bad.md"), "---\ntitle: \"A\" b\n---\n");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=Asia/Kathmandu",
                "-cp",
                System.getProperty("java.class.path"),
                Feedwright.class.getName(),
                "--server.port=0",
                "--management.server.port=0",
                "--feedwright.base-url=https://feeds.example.org",
                "--feedwright.folder=" + directory.resolve("feeds"),
                "--feedwright.data=" + directory.resolve("data")));
        command.addAll(List.of(settings));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = process.inputReader()) {
            var lines = new ArrayList<String>();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                lines.add(line);
                if (line.contains("listed above")) {
                    return lines;
                }
            }
            throw new AssertionError(lines);
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void saysWhenWithTheDateAndTheZone() throws Exception {
        assertThat(lines())
                .first()
                .asString()
                .matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+05:45 INFO  Feedwright is at"
                        + " https://feeds\\.example\\.org/");
    }

    @Test
    void isJsonIfThatIsAskedFor() throws Exception {
        var lines = lines("--logging.structured.format.console=ecs");

        var records = lines.stream().map(JsonMapper.shared()::readTree).toList();
        assertThat(records)
                .extracting(line -> text(line, "message"))
                .contains("Feedwright is at https://feeds.example.org/");
        assertThat(records).allSatisfy(line -> {
            assertThat(text(line, "@timestamp")).matches("20\\d\\d-.*Z");
            assertThat(line.get("service").get("name").asString()).isEqualTo("feedwright");
            assertThat(line.get("log").get("level").asString()).isIn("INFO", "WARN");
        });
        assertThat(records)
                .anySatisfy(line -> assertThat(text(line, "message")).startsWith("Quarantined: news/bad.md:"));
    }

    private static String text(JsonNode line, String name) {
        return line.get(name).asString();
    }
}
