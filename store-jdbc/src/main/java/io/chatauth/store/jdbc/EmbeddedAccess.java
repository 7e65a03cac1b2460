package io.chatauth.store.jdbc;

import io.chatauth.StoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.sqlite.SQLiteConfig;

/**
 * A SQLite file: one connection writes, for SQLite has one writer at a time, and two read what is committed without waiting
 * for it.
 */
final class EmbeddedAccess implements Access {
    private static final int READERS = 2;
    private static final int BUSY_MILLIS = 10_000;

    private final Path file;
    private final Lane writer = new Lane();
    private final Lane readers = new Lane();

    /** Idle connections and the permits to take one, in the order of asking. */
    private static final class Lane {
        private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();
        private final Semaphore permits = new Semaphore(0, true);
    }

    EmbeddedAccess(Path file) {
        this.file = file.toAbsolutePath();
        List<Connection> opened = new ArrayList<>();
        try {
            createFile();
            for (int i = 0; i <= READERS; i++) {
                opened.add(open());
            }
            give(writer, opened.remove(0));
            opened.forEach(connection -> give(readers, connection));
        } catch (SQLException | IOException e) {
            opened.forEach(connection -> Failures.quietly(connection::close));
            throw new StoreException(
                    "the file " + this.file + " can't be opened as a store: " + e.getMessage()
                            + "; check that its folder is on a local disk, and who may write there",
                    e);
        }
    }

    /** Makes the file before SQLite does, so that only its owner may read it; SQLite's other files take its rights. */
    private void createFile() throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (FileAlreadyExistsException e) {
            // A store from before, with the rights that its owner gave it.
        }
    }

    private Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA fullfsync = 1");
            statement.execute("PRAGMA checkpoint_fullfsync = 1");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private static void give(Lane lane, Connection connection) {
        lane.idle.add(connection);
        lane.permits.release();
    }

    @Override
    public <T> T lend(boolean writes, Work<T> work) throws SQLException {
        Lane lane = writes ? writer : readers;
        lane.permits.acquireUninterruptibly();
        Connection connection = lane.idle.poll();
        if (connection == null) {
            lane.permits.release();
            throw new Unreachable(new SQLException("the store on " + file + " is closed"));
        }
        try {
            return work.run(connection);
        } finally {
            give(lane, connection);
        }
    }

    @Override
    public void close() {
        close(writer, 1);
        close(readers, READERS);
    }

    /** Waits for who holds a connection; later ones find none. */
    private static void close(Lane lane, int connections) {
        lane.permits.acquireUninterruptibly(connections);
        for (Connection connection = lane.idle.poll(); connection != null; connection = lane.idle.poll()) {
            Failures.quietly(connection::close);
        }
        lane.permits.release(connections);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
