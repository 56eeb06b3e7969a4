package org.feedwright.store;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports at the start that the database cannot be used, in the database's words and without a stack trace. */
class JdbcRefusedAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    private static final String CONNECTION = "Please see that it runs and that spring.datasource.url,"
            + " spring.datasource.username and spring.datasource.password are right; or, without them, that the file in"
            + " feedwright.data can be read and written.";

    private static final String OWNER =
            "Please let the role of spring.datasource.username own the database, or make tables in its schema.";

    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException refused) {
        return new FailureAnalysis(
                "The database cannot be used: " + JdbcFailure.said(refused),
                JdbcFailure.NO_RIGHT.equals(refused.getSQLState()) ? OWNER : CONNECTION,
                refused);
    }
}
