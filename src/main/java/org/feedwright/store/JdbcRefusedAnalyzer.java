package org.feedwright.store;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator that the database cannot be used, in its own words, and without the stack of who asked it. */
class JdbcRefusedAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException refused) {
        return new FailureAnalysis(
                "The database cannot be used: " + refused.getMessage(),
                "Please see that it runs and that spring.datasource.url, spring.datasource.username and"
                        + " spring.datasource.password are right; or, without them, that the file in"
                        + " feedwright.data can be read and written.",
                refused);
    }
}
