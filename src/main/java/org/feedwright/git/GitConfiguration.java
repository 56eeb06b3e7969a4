package org.feedwright.git;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Makes what pulls a repository into the folder, where the settings name one, and otherwise nothing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GitSettings.class)
class GitConfiguration {
    /** None where this process does not look after the folder. */
    @Bean
    @Nullable
    GitFolder gitFolder(GitSettings settings, Environment environment, InstantSource clock) {
        if (settings.url() == null || !environment.getProperty("feedwright.authoring.watch", Boolean.class, true)) {
            return null;
        }
        var repository =
                Path.of(environment.getRequiredProperty("feedwright.data")).resolve("git");
        var folder = Path.of(environment.getRequiredProperty("feedwright.folder"));
        return new GitFolder(new Pull(settings, repository, folder, System.getenv()), settings.interval(), clock);
    }

    @Bean
    @Lazy
    @Nullable
    HealthIndicator gitHealthIndicator(@Nullable GitFolder folder) {
        return folder == null ? null : new GitHealthIndicator(folder);
    }
}
