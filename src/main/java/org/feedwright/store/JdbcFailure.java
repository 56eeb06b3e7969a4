package org.feedwright.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.sqlite.SQLiteException;

/** Explains a failure of the store to the operator, in one sentence. */
public final class JdbcFailure {
    private static final String DISK_FULL = "The disk that holds the store is full.";

    /** A PostgreSQL's, where a role may not do something. */
    static final String NO_RIGHT = "42501";

    private JdbcFailure() {}

    /**
     * Whether a failure is the store's own (a lock, a full disk, a database that is away) and not that of a statement.
     */
    public static boolean isOfTheStore(Throwable failure) {
        return failure instanceof DataAccessException || failure instanceof TransactionException;
    }

    /** Whether tables could not be made or changed, for which Flyway has exceptions of its own. */
    public static boolean isOfItsTables(Throwable failure) {
        return failure instanceof FlywayException && cause(failure) != null;
    }

    /** The sentence that explains a failure of the store. */
    public static String reason(Throwable failure) {
        var cause = cause(failure);
        return switch (cause) {
            case null -> "The store has failed (" + failure.getMessage() + ").";
            case SQLiteException sqlite -> ofSqlite(sqlite);
            case JdbcAway away -> String.valueOf(away.getMessage());
            // The pool throws this when it has no connection to give.
            case SQLTransientConnectionException _ -> "The database does not answer (" + cause.getMessage() + ").";
            default -> ofPostgres(cause);
        };
    }

    /** Says that the database is known to be away. Its message is a sentence for the operator. */
    static final class JdbcAway extends SQLTransientConnectionException {
        JdbcAway(String reason) {
            super(reason, "08001");
        }
    }

    /** Whether there is no room for more. */
    public static boolean isOfAFullDisk(Throwable failure) {
        return reason(failure).equals(DISK_FULL);
    }

    private static String ofSqlite(SQLiteException failure) {
        return switch (JdbcSqliteErrors.primary(failure)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> "The store is locked by another program.";
            case SQLITE_FULL -> DISK_FULL;
            case SQLITE_IOERR -> "The disk that holds the store fails, or has a limit (" + failure.getMessage() + ").";
            case SQLITE_READONLY, SQLITE_PERM -> "The store's file may not be written to.";
            case SQLITE_CANTOPEN -> "The store's file cannot be opened.";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                "The store's file is damaged (" + failure.getMessage() + "); restore a backup.";
            default -> "The store has failed (" + failure.getMessage() + ").";
        };
    }

    /**
     * Explains a failure by <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's
     * codes</a>.
     */
    private static String ofPostgres(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.equals("53100")) {
            return DISK_FULL;
        }
        if (state.equals(NO_RIGHT)) {
            return "The database refuses its role (" + said(failure)
                    + "); let it own the database, or make tables there.";
        }
        return isAway(failure)
                ? "The database does not answer (" + said(failure) + ")."
                : "The database has failed (" + said(failure) + ").";
    }

    /** What it says, without where in a statement. */
    static String said(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** Whether the database is away, starting or ending, and did not refuse a statement. */
    static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    /**
     * The first failure of the database in a chain of causes. Where the rollback failed too, it is the failure before
     * that.
     */
    private static @Nullable SQLException cause(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof TransactionSystemException undoing && undoing.getApplicationException() != null) {
                return cause(undoing.getApplicationException());
            }
            if (each instanceof SQLException sql) {
                return sql.getCause() instanceof SQLException first ? first : sql;
            }
        }
        return null;
    }
}
