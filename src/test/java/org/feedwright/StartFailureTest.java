package org.feedwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** What an operator reads when the service does not start: a sentence and what to do, and no stack. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {
    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            --server.port=99999 | server.port is '99999', which is no port.
            --server.port=-2 | write a number from 0 to 65535
            --server.port= | server.port is '', which is no port.
            --server.port=65111 --management.server.port=65111 | management.server.port is '65111', which is server.port, too
            --feedwright.git.pasword=geheim | feedwright.git.pasword is '(not shown)', which nobody reads
            --feedwright.webhooks.endpoints.chat.feed=x | write feedwright.webhooks.endpoints.NAME.feeds if that
            --server.forward-headers-strategy=framework | write in feedwright.http.trusted-proxies which proxies are to be believed
            --server.ssl.bundle=x | Feedwright cannot start: SSL bundle name 'x' cannot be found
            --feedwright.fodler=x | write feedwright.folder if that is what you mean
            --feedwright.poll.maxAge=1s | feedwright.poll.max-age is 'PT1S', which is less than
            --feedwright.poll.max-aeg=1s | write feedwright.poll.max-age if that is what you mean
            --feedwright.nonsense=x | leave it out; docs/reference.md has all that there are
            --feedwright.access.failed-tries=many | feedwright.access.failed-tries is 'many', which is no whole number
            --feedwright.authoring.rescan=soon | feedwright.authoring.rescan is 'soon', which is no time.
            --feedwright.poll.cache-size=10XB | Please write a number with its unit, such as 500KB or 64MB.
            --feedwright.page.micropub=perhaps | Please write true or false.
            --server.shutdown=slowly | Please write one of graceful, immediate.
            --feedwright.authoring.max-reading-time=0s | feedwright.authoring.max-reading-time is 'PT0S'
            """)
    void saysWhatIsWrongWithASetting(String settings, String sentence, CapturedOutput output) {
        assertFails(settings.split(" ", -1));

        assertThat(output).contains(sentence).doesNotContain("\tat ", "Exception");
    }

    /** The launcher's context is of another class than the one of these tests. */
    @Test
    void saysItOnce() {
        assertFails("--feedwright.fodler=x");

        assertThat(LoggerFactory.getLogger(ServletWebServerApplicationContext.class)
                        .isWarnEnabled())
                .isFalse();
    }

    @Test
    void saysWhereAFileHasAValueThatCannotBeRead(CapturedOutput output) throws IOException {
        Files.writeString(directory.resolve("application.yaml"), "feedwright:\n  poll:\n    max-age: abc\n");
        assertFails("--spring.config.additional-location=" + directory + "/");

        assertThat(output)
                .contains("feedwright.poll.max-age is 'abc', which is no time (application.yaml, line 3).")
                .contains("Please write a number with its unit, such as 90s, 5m or 1d.");
    }

    @Test
    void saysInWhichLineAConfigurationFileCannotBeRead(CapturedOutput output) throws IOException {
        Files.writeString(directory.resolve("application.yaml"), "server:\n\tport: 1\n");
        assertFails("--spring.config.additional-location=" + directory + "/");

        assertThat(output)
                .contains("The file application.yaml cannot be read in line 2: found character '\\t(TAB)'")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesNoVariableThatKubernetesSets() {
        assertThat(Stream.of("FEEDWRIGHT_SERVICE_HOST", "FEEDWRIGHT_PORT_8080_TCP_ADDR", "FEEDWRIGHT_DB_PORT"))
                .allMatch(SettingsCheck::isOfKubernetes);
        assertThat(SettingsCheck.isOfKubernetes("FEEDWRIGHT_BASE_URI")).isFalse();
    }

    private void assertFails(String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--feedwright.folder=" + directory.resolve("feeds"), "--feedwright.data=" + directory.resolve("data")));
        arguments.addAll(List.of(settings));
        if (!settings[0].startsWith("--server.port")) {
            arguments.add("--server.port=0");
        }
        if (settings.length == 1) {
            arguments.add("--management.server.port=-1");
        }
        assertThatThrownBy(() -> SpringApplication.run(Feedwright.class, arguments.toArray(String[]::new)))
                .isInstanceOf(RuntimeException.class);
    }
}
