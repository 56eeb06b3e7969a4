package org.feedwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

class KnownSettingsTest {
    private static final Pattern NAMED = Pattern.compile("\"(feedwright\\.[a-z0-9-]+(?:\\.[a-z0-9-]+)*)\"");

    @TempDir
    private static Path directory;

    private static KnownSettings known;

    @BeforeAll
    static void start() {
        try (var context = SpringApplication.run(
                Feedwright.class,
                "--server.port=0",
                "--management.server.port=-1",
                "--feedwright.authoring.watch=false",
                "--feedwright.folder=" + directory,
                "--feedwright.data=" + directory.resolve("data"))) {
            known = KnownSettings.of(context.getBeanFactory());
        }
    }

    /** Here are names of metrics, which look like settings. */
    private static final Path METERS = Path.of("src/main/java/org/feedwright/operate");

    /** Nothing that the code reads may be refused as unknown. */
    @Test
    void knowsEverySettingThatTheCodeNames() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java") && !path.startsWith(METERS))
                    .toList()) {
                NAMED.matcher(Files.readString(file)).results().forEach(name -> names.add(name.group(1)));
            }
        }
        names.removeIf(name -> name.matches(
                "feedwright\\.(?:css|svg|aot|db|jar|page|access|api|uploads|micropub|poll|authoring|connection|http|node|websub"
                        + "|git|webhooks|webhook\\.[a-z]+)"));

        assertThat(names).isNotEmpty().allMatch(known::contains);
    }

    @Test
    void knowsEverySettingOfTheReadme() throws IOException {
        var names = Pattern.compile("`(feedwright\\.[a-z-]+(?:\\.[a-z-]+)*)`")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(name -> name.group(1))
                .toList();

        assertThat(names).isNotEmpty().allMatch(known::contains);
    }

    @Test
    void knowsASettingInAnyWayOfWritingIt() {
        assertThat(known.contains("feedwright.base-url")).isTrue();
        assertThat(known.contains("feedwright.baseUrl")).isTrue();
        assertThat(known.contains("FEEDWRIGHT_BASE_URL")).isTrue();
        assertThat(known.contains("FEEDWRIGHT_BASEURL")).isTrue();
        assertThat(known.contains("feedwright.base")).isFalse();
    }

    @Test
    void knowsWhatMayStandInAListAndUnderAKey() {
        assertThat(known.contains("feedwright.access.origins[0]")).isTrue();
        assertThat(known.contains("FEEDWRIGHT_ACCESS_ORIGINS_0")).isTrue();
        assertThat(known.contains("feedwright.access.originss")).isFalse();
        assertThat(known.contains("feedwright.webhooks.endpoints.chat.feeds[1]"))
                .isTrue();
        assertThat(known.contains("FEEDWRIGHT_WEBHOOKS_ENDPOINTS_CHAT_SECRET")).isTrue();
        assertThat(known.contains("feedwright.webhooks.endpoints.чат.url")).isTrue();
        assertThat(known.contains("feedwright.webhooks.endpoints.chat.feed")).isFalse();
    }

    @Test
    void findsTheSettingThatWasMeant() {
        assertThat(known.nearest("feedwright.maxAge")).contains("feedwright.poll.max-age");
        assertThat(known.nearest("FEEDWRIGHT_BASE_URI")).contains("feedwright.base-url");
        assertThat(known.nearest("feedwright.git")).contains("feedwright.git.url");
        assertThat(known.nearest("feedwright.webhooks.endpoints.chat.feed"))
                .contains("feedwright.webhooks.endpoints.NAME.feeds");
        assertThat(known.nearest("feedwright.something.else")).isEmpty();
    }
}
