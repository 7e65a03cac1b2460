package io.chatauth.store.jdbc;

import io.chatauth.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Runs work and tries it again where that is safe: what lost against another transaction was undone; what only reads can't do
 * harm; and after a lost connection the database is asked whether the write is there. In all other cases a
 * {@link StoreException} says that it is unknown.
 */
final class Runner {
    /** Only databases that are set to a stricter isolation than READ COMMITTED refuse in rows. */
    private static final int MOST_UNDONE = 200;

    private static final int MOST_LOST = 3;

    private final Access access;

    Runner(Access access) {
        this.access = access;
    }

    /** Finds out what became of a write whose answer was lost. */
    interface Inquiry<T> {
        /**
         * Looks.
         *
         * @return the result that was lost; empty if the write was not done and may be tried again
         * @throws SQLException if that can't be said, or not be seen
         */
        Optional<T> look(Connection connection) throws SQLException;
    }

    /** Says that nobody can know. */
    static <T> Inquiry<T> unknown() {
        return connection -> {
            throw new SQLException("nothing in the database can tell");
        };
    }

    /** Reads, which may be done twice. */
    <T> T read(String what, Access.Work<T> work) {
        return run(what, false, work, connection -> Optional.empty());
    }

    /** Writes what may be done twice without a difference. */
    <T> T repeatable(String what, Access.Work<T> work) {
        return run(what, true, work, connection -> Optional.empty());
    }

    /** Writes with one statement. */
    <T> T write(String what, Access.Work<T> work, Inquiry<T> inquiry) {
        return run(what, true, work, inquiry);
    }

    /** Writes with several statements, all or none. */
    <T> T together(String what, Access.Work<T> work, Inquiry<T> inquiry) {
        return run(what, true, connection -> Access.together(connection, work), inquiry);
    }

    private <T> T run(String what, boolean writes, Access.Work<T> work, Inquiry<T> inquiry) {
        int undone = 0;
        int lost = 0;
        while (true) {
            try {
                return access.lend(writes, work);
            } catch (SQLException e) {
                if (Failures.undone(e) && undone < MOST_UNDONE) {
                    undone++;
                } else if (!(e instanceof Access.Unreachable) && Failures.lost(e) && lost < MOST_LOST) {
                    lost++;
                    Optional<T> result = inquire(what, inquiry, e);
                    if (result.isPresent()) {
                        return result.get();
                    }
                } else {
                    throw failure(what, e);
                }
            }
        }
    }

    private <T> Optional<T> inquire(String what, Inquiry<T> inquiry, SQLException first) {
        for (int tries = 1; ; tries++) {
            try {
                return access.lend(true, inquiry::look);
            } catch (SQLException e) {
                boolean again = !(e instanceof Access.Unreachable) && Failures.lost(e) && tries < MOST_LOST;
                if (!again) {
                    first.addSuppressed(e);
                    throw new StoreException(
                            what + " got no answer from " + access + ": " + first.getMessage()
                                    + "; it may have been done, and what the database says now does not tell: "
                                    + e.getMessage(),
                            first);
                }
            }
        }
    }

    /** The error of the database as the store's own. Messages of databases may quote keys, but those are opaque. */
    StoreException failure(String what, SQLException e) {
        String advice = e instanceof Access.Unreachable
                ? "; nothing was done: check that the database runs and that its pool has connections"
                : "; check the database";
        return new StoreException(what + " failed on " + access + ": " + e.getMessage() + advice, e);
    }
}
