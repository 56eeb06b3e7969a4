package org.feedwright.folder;

import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Feeds;
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
    FeedFolder feedFolder(FolderSettings settings, Feeds feeds) {
        return new FeedFolder(
                settings.folder(), settings.authoring().maxFileSize(), directory -> excluded(feeds, directory));
    }

    private static List<String> excluded(Feeds feeds, String directory) {
        return FeedName.isValid(directory)
                ? feeds.definition(new FeedName(directory))
                        .map(definition -> definition.conventions().exclude())
                        .orElse(List.of())
                : List.of();
    }

    @Bean
    ReadingThreads readingThreads(FolderSettings settings) {
        return new ReadingThreads(settings.authoring().maxReadingTime());
    }
}
