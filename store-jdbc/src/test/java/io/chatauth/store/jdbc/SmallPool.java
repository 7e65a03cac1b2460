package io.chatauth.store.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The smallest pool that does: it keeps connections, and drops one whose last use failed. */
class SmallPool implements DataSource, AutoCloseable {
    private final DataSource source;
    private final Semaphore permits;
    private final LinkedBlockingDeque<Connection> idle = new LinkedBlockingDeque<>();

    SmallPool(DataSource source, int size) {
        this.source = source;
        permits = new Semaphore(size, true);
    }

    @Override
    public Connection getConnection() throws SQLException {
        permits.acquireUninterruptibly();
        Connection pooled = idle.pollFirst();
        try {
            Connection connection = pooled == null ? source.getConnection() : pooled;
            return lend(connection);
        } catch (SQLException e) {
            permits.release();
            throw e;
        }
    }

    private Connection lend(Connection connection) {
        boolean[] failed = new boolean[1];
        return (Connection) Proxy.newProxyInstance(
                SmallPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        giveBack(connection, failed[0]);
                        return null;
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        failed[0] = true;
                        throw e.getCause();
                    }
                });
    }

    private void giveBack(Connection connection, boolean failed) throws SQLException {
        try {
            if (failed || connection.isClosed()) {
                connection.close();
            } else {
                idle.addFirst(connection);
            }
        } finally {
            permits.release();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() {
        return new PrintWriter(System.err, true);
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
