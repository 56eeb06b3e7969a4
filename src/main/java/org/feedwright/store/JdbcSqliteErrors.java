package org.feedwright.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.AbstractFallbackSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Distinguishes failures of SQLite's surroundings, such as a lock or a full disk, from failures of a statement. The
 * former are not the fault of what was being stored, and a connection on which one happened is not used again.
 *
 * <p>After some of these failures SQLite <a href="https://www.sqlite.org/lang_transaction.html">rolls back by
 * itself</a>, and after others it does not. The driver does not know which, and its next commit would fail, or commit
 * half of a transaction.
 */
final class JdbcSqliteErrors extends AbstractFallbackSQLExceptionTranslator implements SQLExceptionOverride {
    private static final int PRIMARY = 0xff;

    JdbcSqliteErrors() {
        setFallbackTranslator(new SQLExceptionSubclassTranslator());
    }

    /** The primary code of an error, without the further bits of the extended code. */
    static SQLiteErrorCode primary(SQLiteException failure) {
        int code = failure.getResultCode().code & PRIMARY;
        return Arrays.stream(SQLiteErrorCode.values())
                .filter(each -> each.code == code)
                .findFirst()
                .orElse(SQLiteErrorCode.UNKNOWN_ERROR);
    }

    static boolean isBusy(SQLException failure) {
        return failure instanceof SQLiteException sqlite && primary(sqlite) == SQLiteErrorCode.SQLITE_BUSY;
    }

    @java.lang.Override
    protected @Nullable DataAccessException doTranslate(String task, @Nullable String sql, SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return null;
        }
        return switch (primary(sqlite)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new CannotAcquireLockException(buildMessage(task, sql, failure), failure);
            case SQLITE_FULL,
                    SQLITE_IOERR,
                    SQLITE_READONLY,
                    SQLITE_PERM,
                    SQLITE_CANTOPEN,
                    SQLITE_CORRUPT,
                    SQLITE_NOTADB,
                    SQLITE_NOMEM,
                    SQLITE_PROTOCOL ->
                new DataAccessResourceFailureException(buildMessage(task, sql, failure), failure);
            default -> null;
        };
    }

    /**
     * Gives a connection up after every failure but those that concern a statement only and leave the transaction as it
     * was.
     */
    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return SQLExceptionOverride.Override.CONTINUE_EVICT;
        }
        return switch (primary(sqlite)) {
            case SQLITE_CONSTRAINT, SQLITE_INTERRUPT, SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_RANGE ->
                SQLExceptionOverride.Override.DO_NOT_EVICT;
            default -> SQLExceptionOverride.Override.MUST_EVICT;
        };
    }
}
