package org.feedwright.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** {@code feedwright.data}: the directory that holds SQLite's file, made before the first connection. */
@Configuration(proxyBeanMethods = false)
class DataDirectory {
    @Bean
    static BeanFactoryPostProcessor makeDataDirectory(Environment environment) {
        return _ -> {
            if (!environment.getRequiredProperty("spring.datasource.url").startsWith("jdbc:sqlite:")) {
                return;
            }
            String data = environment.getRequiredProperty("feedwright.data");
            try {
                Files.createDirectories(Path.of(data));
            } catch (IOException e) {
                throw new IllegalStateException(
                        "feedwright.data is '" + data + "', where no directory can be made (" + e.getMessage()
                                + "); name a directory that this user may write to",
                        e);
            }
        };
    }
}
