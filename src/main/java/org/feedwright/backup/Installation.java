package org.feedwright.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.feedwright.search.JdbcIndexRebuild;
import org.feedwright.store.JdbcMigrations;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What belongs to one service, by its settings: a store and a folder of feeds.
 *
 * @param application makes what is asked for, and has started nothing
 */
public record Installation(ConfigurableApplicationContext application) {
    JdbcTables tables() {
        return JdbcTables.of(application);
    }

    JdbcMigrations migrations() {
        return application.getBean(JdbcMigrations.class);
    }

    JdbcUnfinishedRestore unfinished() {
        return new JdbcUnfinishedRestore(tables().jdbc());
    }

    /**
     * The version of the store's tables. A store that is not whole is refused.
     *
     * @throws BackupRefused if there is no store
     */
    String schema() {
        String place = migrations().place();
        String schema = migrations()
                .version()
                .orElseThrow(() -> new BackupRefused("There is no store yet in " + place
                        + "; name the right one by feedwright.data or spring.datasource.url"));
        unfinished().refuse(place);
        return schema;
    }

    ConfigurableEnvironment environment() {
        return application.getEnvironment();
    }

    Path folder() {
        return Path.of(setting("feedwright.folder"));
    }

    /** The directory of the store's file, which may be in the folder; without links in its path, if it is there. */
    Path data() throws IOException {
        var data = Path.of(setting("feedwright.data")).toAbsolutePath();
        return Files.exists(data) ? data.toRealPath() : data;
    }

    String baseUrl() {
        return setting("feedwright.base-url");
    }

    private String setting(String name) {
        return Objects.requireNonNull(environment().getProperty(name));
    }

    /** Migrates the store to this version, if it is not, and makes the search index of its articles. */
    void completeIndex(LongConsumer progress) {
        application.getBean(JdbcIndexRebuild.class).run(progress);
    }
}
