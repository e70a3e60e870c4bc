// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.database;

import dev.countersign.core.source.SourceException;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// The SQLite file of a workspace. Any number of threads, and of processes, may use one file at a
/// time: readers see the last commit, writers wait for each other (up to five seconds).
///
/// What is committed is on the disk: the write-ahead log is forced at each commit
/// (`synchronous=FULL`), because a ledger entry must outlive a power cut that follows the act. So
/// write in few, larger transactions.
public final class Database implements AutoCloseable {
    /// Its name in a workspace.
    public static final String FILE = "countersign.db";

    private final Path file;
    private final Leases leases;

    /// Statements on one connection, in a transaction that others begin and end.
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, X extends Exception> {
        /// @param connection not to be kept
        T on(Connection connection) throws SQLException, X;
    }

    private Database(Path file, Leases leases) {
        this.file = file;
        this.leases = leases;
    }

    /// Opens the file, makes it if it is not there (its folder must be), and migrates it to the
    /// schema of this program. Blocking.
    ///
    /// @throws SourceException if it is a link or no regular file, damaged, no database or that of
    ///   another program, locked or read-only, or was written by a newer version of this program;
    ///   such a file is left as it is
    public static Database open(Path file) throws SourceException {
        return open(file, Connections.BUSY_MILLISECONDS);
    }

    /// For tests: less patient with locks.
    static Database open(Path file, int patience) throws SourceException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new SourceException(
                    file, file + " cannot be made: its folder does not exist; make it first.");
        }
        boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        if (there && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new SourceException(
                    file, file + " is not a regular file: a workspace keeps its database in one.");
        }
        return connect(file, there, patience);
    }

    /// Opens a file that must be there already; nothing is made where it is not.
    ///
    /// @throws SourceException as {@link #open}, and if the file is missing
    public static Database openExisting(Path file) throws SourceException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new SourceException(
                    file, file + " does not exist: give the folder of a workspace.");
        }
        return open(file);
    }

    /// Opens a file that is there for {@link #read} only: it keeps the schema that it has, and
    /// nothing is written, not even beside it.
    ///
    /// @throws SourceException if it is damaged, no database or that of another program, or was
    ///   written by a newer version of this program
    public static Database openToRead(Path file) throws SourceException {
        Leases leases = new Leases(file, Connections.reading(file));
        try {
            Schema.check(file, leases);
            return new Database(file, leases);
        } catch (SQLException e) {
            throw EnvironmentTrouble.orThrow(file, e);
        }
    }

    private static Database connect(Path file, boolean there, int patience) throws SourceException {
        Leases leases = new Leases(file, Connections.to(file, patience));
        try {
            Schema.bringUpToDate(file, there, leases);
            leases.openBy(Connections.existing(file, patience));
            return new Database(file, leases);
        } catch (SQLException | FlywayException e) {
            if (!there && EnvironmentTrouble.ofDisk(e)) {
                dropUnmade(file);
            }
            throw EnvironmentTrouble.orThrow(file, e);
        }
    }

    /// An empty file that no room was left to fill: left there, it would pass for one that was
    /// emptied.
    private static void dropUnmade(Path file) {
        try {
            if (Files.size(file) == 0) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // it stays, and is said to be empty the next time
        }
    }

    /// The file.
    public Path file() {
        return file;
    }

    /// Runs statements that change nothing. Several statements of one call see the same commit.
    ///
    /// @throws SourceException if the file cannot be read: damaged, locked, gone
    public <T extends @Nullable Object, X extends Exception> T read(Work<T, X> work)
            throws X, SourceException {
        try (Leases.Lease lease = leases.take();
                Statement statement = lease.connection().createStatement()) {
            statement.execute("begin deferred");
            T result = work.on(lease.connection());
            statement.execute("commit");
            lease.done();
            return result;
        } catch (SQLException e) {
            throw EnvironmentTrouble.orThrow(file, e);
        }
    }

    /// Runs statements as one transaction that no other writer can come between: it holds the write
    /// lock from its first statement on. Durable when this returns; undone if it throws.
    ///
    /// @throws SourceException if the file cannot be written: read-only, full disk, locked, damaged
    public <T extends @Nullable Object, X extends Exception> T write(Work<T, X> work)
            throws X, SourceException {
        try (Leases.Lease lease = leases.take()) {
            Connection connection = lease.connection();
            // begins: immediate, as every connection is set up
            connection.setAutoCommit(false);
            T result = work.on(connection);
            // commits; `commit()` would take the lock again for the next transaction
            connection.setAutoCommit(true);
            lease.done();
            return result;
        } catch (SQLException e) {
            throw EnvironmentTrouble.orThrow(file, e);
        }
    }

    /// Closes the file. Transactions that are still under way end by themselves.
    @Override
    public void close() throws SourceException {
        try {
            leases.close();
        } catch (SQLException e) {
            throw EnvironmentTrouble.orThrow(file, e);
        }
    }
}
