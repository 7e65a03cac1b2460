package io.chatauth.store.jdbc;

import io.chatauth.ChallengeId;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Due;
import io.chatauth.store.DueKind;
import io.chatauth.store.SharedState.Checked;
import io.chatauth.store.SharedState.Counter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What one database does otherwise than another. Each method works on a connection that was lent for it. */
interface Dialect {
    /** The folder of its scripts. */
    String name();

    /** What brings its tables to the version that this node knows. */
    default List<Schema.Migration> migrations() {
        return List.of(Schema.Migration.of(name(), 1, 1));
    }

    /** A query for one boolean: whether a table is there. */
    String tableExists();

    /** Keeps other nodes from the tables until the transaction ends. */
    void lockSchema(Connection connection) throws SQLException;

    /** Whether a write of several statements needs a transaction around it; without, each write is one statement. */
    boolean severalStatements();

    /** The time that shared state counts with, as an expression. */
    Sql now();

    /** How a parameter becomes a JSON document. */
    String json();

    /** A text of a message; NULL if there is no such message. */
    Sql field(String key, String name);

    /** A number of a message. */
    Sql number(String key, String name);

    /** Whether every message is of an earlier step. */
    Sql beginsStep(int step);

    /** Adds one to the column of messages. */
    Sql addMessage(String key, String json);

    /** Changes a message as a report says, and the column {@code lease_due} with it. */
    Sql reported(String key, String patch);

    /** Gives a message another lease, and changes the column {@code lease_due} with it. */
    Sql leased(String key, String patch);

    /** Inserts a challenge with its look-ups. */
    void insert(Connection connection, ChallengeRecord challenge, long writer) throws SQLException;

    /** Carries out a change that ends a challenge, or only changes it; empty if its condition does not hold. */
    Optional<Stored> change(Connection connection, ChallengeId id, Change change) throws SQLException;

    /** Claims work. */
    List<Due> claim(Connection connection, DueKind kind, String node, long now, long until, int limit)
            throws SQLException;

    /** Removes challenges that are over, in one batch. */
    int purge(Connection connection, long before, int limit) throws SQLException;

    /** Adds to all counters or none, and to none if a value is there under one of the keys; either list may be empty. */
    Checked addUnless(Connection connection, List<String> against, List<Counter> counters, long amount)
            throws SQLException;

    /** Subtracts from the counters whose window runs. */
    void takeBack(Connection connection, List<String> keys, long amount) throws SQLException;

    /** Removes what is over from a table of shared state, in one batch. */
    int sweep(Connection connection, String table, int limit) throws SQLException;

    /** Locks what a query finds until the transaction ends; empty where a writer is alone anyway. */
    String forUpdate();
}
