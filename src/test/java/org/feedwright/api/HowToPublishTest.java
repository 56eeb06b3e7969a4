package org.feedwright.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.feedwright.testing.Database;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples in the pages on publishing from elsewhere: each command does what its page says. */
class HowToPublishTest {
    private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\\n(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("(?ms)^\\$ ([^\\n]*)\\n(.*?)(?=^\\$ |\\z)");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"publish-through-the-api", "publish-with-micropub"})
    void doesWhatThePageSays(String name) throws IOException, InterruptedException {
        String page = Files.readString(Path.of("docs/how-to/" + name + ".md"));
        try (var service = ApiService.start(directory, Database.SQLITE)) {
            String token = service.administrator();
            warmUp(service, token);
            int commands = 0;
            for (var example : CONSOLE.matcher(page).results().toList()) {
                for (var command : COMMAND.matcher(example.group(1)).results().toList()) {
                    String here = command.group(1).replace("localhost:8080", "localhost:" + service.port());
                    assertThat(run(here, token)).as(here).matches(pattern(command.group(2)));
                    commands++;
                }
            }
            assertThat(commands).isGreaterThan(6);
        }
    }

    /** The very first document takes its time on a busy machine, and who asks is then told to ask again. */
    private static void warmUp(ApiService service, String token) {
        service.use(token);
        service.feed("first");
        service.put("/api/v1/feeds/first/articles/one", "{\"title\": \"One\"}");
        await().until(() -> service.polled("first").equals(List.of("One")));
    }

    /** The page leaves out the rest of a long line. */
    private static Pattern pattern(String printed) {
        return Pattern.compile(Pattern.quote(printed).replace("…\n", "\\E.*\\s*\\Q"), Pattern.DOTALL);
    }

    private String run(String command, String token) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .directory(directory.toFile());
        builder.environment().put("TOKEN", token);
        var process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return printed;
    }
}
