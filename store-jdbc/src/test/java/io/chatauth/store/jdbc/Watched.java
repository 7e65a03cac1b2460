package io.chatauth.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Shows every prepared statement before and after it runs, and every commit of several. */
final class Watched implements Access {
    /** The name of a commit. */
    static final String COMMIT = "COMMIT";

    private final Access access;
    private final Watch watch;

    /** Looks on; may throw what the database might. */
    interface Watch {
        default void before(Connection connection, String sql) throws SQLException {}

        default void after(Connection connection, String sql) throws SQLException {}

        /** A value was set. */
        default void bound(String sql, Method setter, Object[] args) {}
    }

    Watched(Access access, Watch watch) {
        this.access = access;
        this.watch = watch;
    }

    @Override
    public <T> T lend(boolean writes, Work<T> work) throws SQLException {
        return access.lend(writes, connection -> work.run(watched(connection)));
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (method, args) -> {
            if (method.getName().equals("prepareStatement")) {
                return watched(connection, connection.prepareStatement((String) args[0]), (String) args[0]);
            }
            boolean commit =
                    method.getName().equals("setAutoCommit") && args[0].equals(true) && !connection.getAutoCommit();
            return commit
                    ? around(connection, COMMIT, () -> call(connection, method, args))
                    : call(connection, method, args);
        });
    }

    private PreparedStatement watched(Connection connection, PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (method, args) -> {
            if (method.getName().startsWith("execute")) {
                return around(connection, sql, () -> call(statement, method, args));
            }
            if (method.getName().startsWith("set")) {
                watch.bound(sql, method, args);
            }
            return call(statement, method, args);
        });
    }

    private interface Action {
        Object run() throws Throwable;
    }

    private Object around(Connection connection, String sql, Action action) throws Throwable {
        watch.before(connection, sql);
        Object result = action.run();
        watch.after(connection, sql);
        return result;
    }

    private interface Handler {
        Object handle(Method method, Object[] args) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                Watched.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> handler.handle(method, args)));
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        access.close();
    }

    @Override
    public String toString() {
        return access.toString();
    }
}
