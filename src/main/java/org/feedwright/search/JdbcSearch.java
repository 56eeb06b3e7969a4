package org.feedwright.search;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** Makes the search index of the database in use. */
@Configuration(proxyBeanMethods = false)
class JdbcSearch {
    /** The longest time that one search may keep the store busy. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @Bean
    SearchIndex searchIndex(JdbcOperations jdbc) {
        String product = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        return "SQLite".equals(product) ? new JdbcSqliteIndex(jdbc, LIMIT) : new JdbcPostgresIndex(jdbc, LIMIT);
    }
}
