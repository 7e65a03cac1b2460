package io.chatauth.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Lends connections. What is lent is given back in the state in which it came, and never kept. Safe for many threads. */
interface Access extends AutoCloseable {
    /** What is done with a connection. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /**
     * Lends a connection that commits by itself.
     *
     * @param writes whether anything is written
     * @throws Unreachable if there is no connection, so that nothing was done
     */
    <T> T lend(boolean writes, Work<T> work) throws SQLException;

    /** Closes what was opened here; lent DataSources stay open. */
    @Override
    void close();

    /** Runs several statements as one transaction on a lent connection. */
    static <T> T together(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.run(connection);
            done = true;
            return result;
        } finally {
            if (done) {
                connection.setAutoCommit(true); // commits, says JDBC
            } else {
                Failures.quietly(connection::rollback);
                Failures.quietly(() -> connection.setAutoCommit(true));
            }
        }
    }

    /** There is no connection. */
    final class Unreachable extends SQLException {
        private static final long serialVersionUID = 1L;

        Unreachable(SQLException cause) {
            super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
        }
    }
}
