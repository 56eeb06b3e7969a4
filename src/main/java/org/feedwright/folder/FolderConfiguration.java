package org.feedwright.folder;

import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.reading.ReadingThreads;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the folder of feeds and the threads that read it, as the settings say. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FolderSettings.class)
class FolderConfiguration {
    @Bean
    FeedFolder feedFolder(FolderSettings settings) {
        return new FeedFolder(settings.folder(), settings.authoring().maxFileSize());
    }

    @Bean
    ReadingThreads readingThreads(FolderSettings settings) {
        return new ReadingThreads(settings.authoring().maxReadingTime());
    }
}
