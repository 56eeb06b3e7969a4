package org.feedwright.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsTextTest {
    private static StandardEnvironment environment(Map<String, Object> first, Map<String, Object> second) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.addLast(new MapPropertySource("Config resource 'file [config/application.yaml]' via location", first));
        sources.addLast(new MapPropertySource("Config resource 'file [application.yaml]' via location", second));
        sources.addLast(new MapPropertySource(
                "Config resource 'class path resource [application.yaml]'", Map.of("server.port", 8080)));
        return environment;
    }

    @Test
    void holdsWhatTheFilesSayAndNoSecret() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("feedwright.base-url", "https://feeds.example.org");
        settings.put("feedwright.poll.delta-readers[0]", "Newsboat");
        settings.put("spring.datasource.username", "feedwright");
        settings.put("spring.datasource.password", "hidden-1");
        settings.put("server.ssl.certificate-private-key", "hidden-2");
        settings.put("server.ssl.key-store-password", "hidden-3");
        settings.put(
                "spring.datasource.url", "jdbc:postgresql://me:hidden-4@db/x?ssl=true&password=hidden-5&user=hidden-6");

        String text = SettingsText.of(environment(settings, Map.of("feedwright.base-url", "https://old.example")))
                .orElseThrow();
        assertThat(text)
                .contains("feedwright.base-url: https://feeds.example.org\n", "feedwright.poll.delta-readers[0]")
                .contains("spring.datasource.username: feedwright\n")
                .contains("jdbc:postgresql://db/x?ssl=true")
                .contains("# Not in the backup: spring.datasource.password\n")
                .contains("# Not in the backup: server.ssl.certificate-private-key\n")
                .doesNotContain("hidden", "old.example", "8080");
    }

    @Test
    void leavesOutWhateverIsCalledLikeASecret() {
        for (String name : List.of(
                "my.password",
                "my.passphrase",
                "my.client-secret",
                "my.token",
                "my.credentials",
                "my.private-key",
                "my.privatekey",
                "my.api-key",
                "my.APIKEY",
                "my.access-key",
                "my.accesskey")) {
            assertThat(SettingsText.of(environment(Map.of(name, "hidden"), Map.of()))
                            .orElseThrow())
                    .as(name)
                    .isEqualTo("# The settings of the service, without those that are secret.\n# Not in the backup: "
                            + name + "\n");
        }
    }

    @Test
    void leavesOutALoginWhereverItStandsInAnAddress() {
        assertThat(SettingsText.withoutLogin("jdbc:x://h/d?user=a&password=b")).isEqualTo("jdbc:x://h/d");
        assertThat(SettingsText.withoutLogin("jdbc:x://h/d?password=b&ssl=true"))
                .isEqualTo("jdbc:x://h/d?ssl=true");
        assertThat(SettingsText.withoutLogin("jdbc:x://h/d;user=a;trustStorePassword=b"))
                .doesNotContain("=a", "=b");
        assertThat(SettingsText.withoutLogin("https://a:b@h/?superuser=c")).isEqualTo("https://h/?superuser=c");
    }

    @Test
    void isNotThereWithoutAFile() {
        assertThat(SettingsText.of(new StandardEnvironment())).isEmpty();
    }
}
