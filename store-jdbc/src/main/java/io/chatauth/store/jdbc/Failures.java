package io.chatauth.store.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an error of a database says about what was done. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcStore.class);
    private static final int SQLITE_CONSTRAINT = 19;

    private Failures() {}

    interface Attempt {
        void run() throws SQLException;
    }

    /** The statement lost against another one and was undone for certain: it may be tried again. */
    static boolean undone(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.equals("40001") || state.equals("40P01");
    }

    /** The connection or its server went away: the statement may have been carried out all the same. */
    static boolean lost(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08")
                || state.startsWith("57P0")
                || e instanceof SQLRecoverableException
                || e instanceof SQLNonTransientConnectionException;
    }

    /** Something of that key is there already. */
    static boolean taken(SQLException e) {
        return "23505".equals(e.getSQLState()) || (sqlite(e) && e.getErrorCode() == SQLITE_CONSTRAINT);
    }

    /** What is taken is a look-up key, not the id. Both databases name the table. */
    static boolean takenLookup(SQLException e) {
        return taken(e) && String.valueOf(e.getMessage()).contains("chatauth_lookup");
    }

    private static boolean sqlite(SQLException e) {
        return e.getClass().getName().startsWith("org.sqlite.");
    }

    /** For what comes after the result, and must not replace it. */
    static void quietly(Attempt attempt) {
        try {
            attempt.run();
        } catch (SQLException e) {
            LOG.debug("A connection could not be given back as it was: {}", e.getMessage());
        }
    }
}
