package org.feedwright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Configures where articles are stored: a SQLite file in {@code feedwright.data}, or the PostgreSQL of {@code
 * spring.datasource.url}.
 */
@Configuration(proxyBeanMethods = false)
class Storage {
    private static final String DATA = "feedwright.data";
    private static final String URL = "spring.datasource.url";
    private static final String NAMED_PLAINLY = "name a directory without a question mark, and not by an address";

    /** Makes the directory of SQLite's file before the first connection. */
    @Bean
    static BeanFactoryPostProcessor makeDataDirectory(Environment environment) {
        return _ -> {
            if (isSqlite(environment)) {
                makeDirectory(environment.getProperty(DATA, ""));
            }
        };
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    JdbcPool dataSource(DataSourceProperties properties) {
        return properties.initializeDataSourceBuilder().type(JdbcPool.class).build();
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource database, Environment environment) {
        return isSqlite(environment) ? new JdbcSqliteTransactions(database) : new JdbcTransactionManager(database);
    }

    @Bean
    StoreProbe storeProbe(JdbcPool pool, JdbcTransactionManager transactions) {
        return transactions instanceof JdbcSqliteTransactions sqlite
                ? new JdbcSqliteProbe(pool.getJdbcUrl(), sqlite)
                : Objects.requireNonNull(pool.heartbeat());
    }

    @Bean
    StoreReport.Reporter storeReporter(JdbcPool pool, JdbcTransactionManager transactions) {
        return transactions instanceof JdbcSqliteTransactions sqlite
                ? new JdbcReporter(pool, JdbcDialect.SQLITE, sqlite::waiting)
                : new JdbcReporter(pool, JdbcDialect.POSTGRESQL, () -> 0);
    }

    /** Translates SQLite's errors, and leaves PostgreSQL's to Spring. */
    @Bean
    SQLExceptionTranslator errors() {
        return new JdbcSqliteErrors();
    }

    @Bean
    JdbcSchema schema(JdbcPool database, Environment environment) {
        return new JdbcSchema(database, isSqlite(environment) ? JdbcDialect.SQLITE : JdbcDialect.POSTGRESQL);
    }

    /** For commands that fill a store or copy it; a service has no use for it. */
    @Bean
    @Lazy
    JdbcMigrations migrations(JdbcPool database, Environment environment) {
        return new JdbcMigrations(schema(database, environment));
    }

    @Bean
    JdbcConnections ownConnections(JdbcPool pool) {
        return new JdbcConnections(pool.heartbeat());
    }

    private static boolean isSqlite(Environment environment) {
        String url = environment.getRequiredProperty(URL);
        boolean isSqlite = url.startsWith("jdbc:sqlite:");
        if (!isSqlite) {
            PostgresAddress.refuseOthers(url);
        }
        return isSqlite;
    }

    private static void makeDirectory(String data) {
        String remedy = "name a directory that this user may write to";
        if (data.isBlank()) {
            throw new SettingRefused(DATA, data, "names no directory", remedy);
        }
        if (data.contains("?") || data.startsWith("file:")) {
            throw new SettingRefused(DATA, data, "means another place where SQLite reads it", NAMED_PLAINLY);
        }
        try {
            var directory = Files.createDirectories(Path.of(data).toAbsolutePath());
            if (!Files.isWritable(directory)) {
                throw new SettingRefused(DATA, data, "cannot be written to", remedy);
            }
        } catch (InvalidPathException | IOException e) {
            throw new SettingRefused(DATA, data, "is not a directory and cannot be made one (" + e + ")", remedy);
        }
    }
}
