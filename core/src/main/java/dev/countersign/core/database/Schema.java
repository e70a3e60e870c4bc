// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.database;

import dev.countersign.core.source.SourceException;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.JavaMigration;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

/// Which schema a file has, and how it gets that of this program.
final class Schema {
    private static final int ATTEMPTS = 3;
    private static final String HISTORY = "flyway_schema_history";

    /// The file holds nothing.
    private static final int NONE = 0;

    private Schema() {}

    /// Migrates the file unless it is up to date, which is the usual case and found out without the
    /// migrating library: that takes longer to wake than a short command. A new file does not need
    /// it either.
    ///
    /// Two processes may meet a new file at once. Each migration is one transaction, so one of them
    /// does it and the other fails, looks again, and finds it done.
    ///
    /// @param there whether the file was there before it was opened
    static void bringUpToDate(Path file, boolean there, Leases leases)
            throws SourceException, SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                if (isToday(file, there, leases)) {
                    return;
                }
                migrate(leases.source());
            } catch (SQLException | FlywayException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /// @throws SourceException if the file is not ours, or of a newer version of this program
    static void check(Path file, Leases leases) throws SourceException, SQLException {
        try (Leases.Lease lease = leases.take()) {
            int _ = version(file, lease.connection());
            lease.done();
        }
    }

    private static boolean isToday(Path file, boolean there, Leases leases)
            throws SourceException, SQLException {
        try (Leases.Lease lease = leases.take()) {
            if (!there) {
                NewFile.fill(lease.connection(), Migrations.FILES);
            }
            boolean today = version(file, lease.connection()) == Migrations.LATEST;
            if (today) {
                lease.done();
            }
            return today;
        }
    }

    private static void migrate(DataSource source) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .table(HISTORY)
                .resourceProvider(new Migrations())
                .javaMigrationClassProvider(List::<Class<? extends JavaMigration>>of)
                .locations(new String[0])
                .load()
                .migrate();
    }

    /// The version of the schema, {@link #NONE} for an empty file.
    private static int version(Path file, Connection connection)
            throws SourceException, SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean empty = isEmpty(connection);
            boolean ours =
                    count(
                                    statement,
                                    "select count(*) from sqlite_master where name='"
                                            + HISTORY
                                            + "'")
                            == 1;
            if (!empty && !ours) {
                throw new SourceException(
                        file, file + " is the database of another program: choose another folder.");
            }
            int version =
                    empty
                            ? NONE
                            : count(
                                    statement,
                                    "select coalesce(max(cast(version as integer)), 0) from "
                                            + HISTORY
                                            + " where success");
            if (version > Migrations.LATEST) {
                throw new SourceException(
                        file,
                        file
                                + " was written by a newer version of this program: open it with"
                                + " that one.");
            }
            return version;
        }
    }

    /// Whether it holds nothing at all.
    static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return count(statement, "select count(*) from sqlite_master") == 0;
        }
    }

    private static int count(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
