package io.chatauth.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Takes a connection for each call: a pool is the embedder's. */
final class DataSourceAccess implements Access {
    private final DataSource source;

    DataSourceAccess(DataSource source) {
        this.source = source;
    }

    @Override
    public <T> T lend(boolean writes, Work<T> work) throws SQLException {
        Connection connection = open();
        boolean commitsItself = true;
        try {
            commitsItself = connection.getAutoCommit();
            if (!commitsItself) {
                connection.setAutoCommit(true);
            }
            return work.run(connection);
        } finally {
            boolean restore = !commitsItself;
            Failures.quietly(() -> {
                if (restore) {
                    connection.setAutoCommit(false);
                }
            });
            Failures.quietly(connection::close);
        }
    }

    private Connection open() throws SQLException {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }

    @Override
    public void close() {
        // The DataSource is not ours.
    }

    @Override
    public String toString() {
        return source.getClass().getSimpleName();
    }
}
