package io.chatauth.store.jdbc;

import io.chatauth.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Creates the tables and brings them forward, under a lock, so that of many nodes that start at once one does it. Each version
 * says from which version on a node may work beside it: so old and new nodes run together during an upgrade.
 */
final class Schema {
    private final Dialect dialect;
    private final List<Migration> migrations;

    /**
     * One step.
     *
     * @param version its version
     * @param worksWith the oldest version that a node may know and still use these tables
     * @param script the statements
     */
    record Migration(int version, int worksWith, String script) {
        static Migration of(String dialect, int version, int worksWith) {
            String name = dialect + "/" + version + ".sql";
            try (InputStream file = Schema.class.getResourceAsStream(name)) {
                if (file == null) {
                    throw new IllegalStateException("the jar lacks " + name);
                }
                return new Migration(version, worksWith, new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Version(int version, int worksWith) {}

    Schema(Dialect dialect, List<Migration> migrations) {
        this.dialect = dialect;
        this.migrations = List.copyOf(migrations);
    }

    private int known() {
        return migrations.get(migrations.size() - 1).version();
    }

    /** Brings the tables to what this node knows, or leaves newer ones alone. */
    void migrate(Runner runner) {
        Optional<Version> found = runner.read("reading the version of ChatAuth's tables", this::version);
        if (found.isEmpty() || found.get().version() < known()) {
            found = runner.together("creating ChatAuth's tables", this::bring, Runner.unknown());
        }
        Version now = found.orElseThrow();
        if (now.worksWith() > known()) {
            throw new StoreException(
                    "ChatAuth's tables have version " + now.version() + ", which needs nodes that know version "
                            + now.worksWith() + "; this one knows " + known() + ": upgrade it",
                    null);
        }
    }

    private Optional<Version> version(Connection connection) throws SQLException {
        return Sql.of(dialect.tableExists(), "chatauth_schema")
                        .first(connection, row -> row.getBoolean(1))
                        .orElse(false)
                ? Sql.of("SELECT version, works_with FROM chatauth_schema ORDER BY version DESC LIMIT 1")
                        .first(connection, row -> new Version(row.getInt(1), row.getInt(2)))
                : Optional.empty();
    }

    private Optional<Version> bring(Connection connection) throws SQLException {
        dialect.lockSchema(connection);
        int before = version(connection).map(Version::version).orElse(0);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS chatauth_schema ("
                    + "version integer PRIMARY KEY, works_with integer NOT NULL, applied_at text NOT NULL)");
            for (Migration migration : migrations) {
                if (migration.version() > before) {
                    for (String one : statements(migration.script())) {
                        statement.execute(one);
                    }
                    Sql.of(
                                    "INSERT INTO chatauth_schema (version, works_with, applied_at) VALUES (?, ?, ?)",
                                    migration.version(),
                                    migration.worksWith(),
                                    Instant.now().toString())
                            .update(connection);
                }
            }
        }
        return version(connection);
    }

    /** A statement ends with a semicolon at the end of a line, outside of {@code $$}. */
    private static List<String> statements(String script) {
        List<String> all = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean quoted = false;
        for (String line : script.lines().toList()) {
            lines.add(line);
            quoted ^= line.contains("$$") && line.indexOf("$$") == line.lastIndexOf("$$");
            if (!quoted && line.endsWith(";")) {
                all.add(lines.stream().collect(Collectors.joining("\n")));
                lines.clear();
            }
        }
        if (!lines.stream().allMatch(line -> line.isBlank() || line.startsWith("--"))) {
            throw new IllegalStateException("a migration ends without a semicolon: " + lines);
        }
        return all;
    }
}
