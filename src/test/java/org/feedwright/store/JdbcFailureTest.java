package org.feedwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class JdbcFailureTest {
    private static String reason(SQLException failure) {
        return JdbcFailure.reason(new DataAccessResourceFailureException("what Spring says", failure));
    }

    /** The extended codes are cases of the primary ones. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            SQLITE_BUSY, The store is locked by another program.
            SQLITE_BUSY_SNAPSHOT, The store is locked by another program.
            SQLITE_LOCKED_SHAREDCACHE, The store is locked by another program.
            SQLITE_FULL, The disk that holds the store is full.
            SQLITE_IOERR_WRITE, "The disk that holds the store fails, or has a limit (said)."
            SQLITE_READONLY_DBMOVED, The store's file may not be written to.
            SQLITE_PERM, The store's file may not be written to.
            SQLITE_CANTOPEN_ISDIR, The store's file cannot be opened.
            SQLITE_CORRUPT_INDEX, The store's file is damaged (said); restore a backup.
            SQLITE_NOTADB, The store's file is damaged (said); restore a backup.
            SQLITE_TOOBIG, The store has failed (said).
            """)
    void ofSqliteIsTold(SQLiteErrorCode code, String sentence) {
        assertThat(reason(new SQLiteException("said", code))).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            53100, The disk that holds the store is full.
            42501, "The database refuses its role (said); let it own the database, or make tables there."
            08006, The database does not answer (said).
            57P01, The database does not answer (said).
            57P03, The database does not answer (said).
            , The database does not answer (said).
            57014, The database has failed (said).
            42P01, The database has failed (said).
            """)
    void ofPostgresIsToldInTheFirstLineThatItSays(String state, String sentence) {
        assertThat(reason(new SQLException("said\n  Position: 7", state))).isEqualTo(sentence);
    }

    @Test
    void isThatOfTheStatementInABatch() {
        var first = new SQLException("said", "53100");

        assertThat(reason(new BatchUpdateException("Batch entry 0", "08000", 0, new int[0], first)))
                .isEqualTo("The disk that holds the store is full.");
    }

    @Test
    void isTheOneBeforeTheRollbackThatFailedToo() {
        var undoing = new TransactionSystemException("not undone", new SQLException("away", "08006"));
        undoing.initApplicationException(
                new DataAccessResourceFailureException("full", new SQLException("full", "53100")));

        assertThat(JdbcFailure.reason(undoing)).isEqualTo("The disk that holds the store is full.");
        assertThat(JdbcFailure.isOfAFullDisk(undoing)).isTrue();
        assertThat(JdbcFailure.reason(new TransactionSystemException("not undone")))
                .isEqualTo("The store has failed (not undone).");
    }
}
