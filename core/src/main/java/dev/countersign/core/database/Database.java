// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.database;

import dev.countersign.core.source.SourceException;

import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

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
    private final Jdbi jdbi;

    /// Keeps the write-ahead log in place between handles: the last connection to close a database
    /// folds the log into the file, which costs more than a short transaction.
    private final Connection anchor;

    private Database(Path file, DataSource source, Connection anchor) {
        this.file = file;
        this.jdbi = Jdbi.create(source);
        this.anchor = anchor;
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
        return connect(file, patience);
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

    private static Database connect(Path file, int patience) throws SourceException {
        DataSource source = Connections.to(file, patience);
        try {
            Schema.bringUpToDate(file, source);
            return new Database(file, source, source.getConnection());
        } catch (SQLException | FlywayException e) {
            throw EnvironmentTrouble.orThrow(file, e);
        }
    }

    /// The file.
    public Path file() {
        return file;
    }

    /// For what {@link #read} and {@link #write} do not cover. Failures of the disk come out of it
    /// unchecked.
    public Jdbi jdbi() {
        return jdbi;
    }

    /// Runs statements that change nothing. Several statements of one call see the same commit.
    ///
    /// @throws SourceException if the file cannot be read: damaged, locked, gone
    public <T extends @Nullable Object, X extends Exception> T read(HandleCallback<T, X> work)
            throws X, SourceException {
        try (Handle handle = jdbi.open()) {
            handle.execute("begin deferred");
            T result = work.withHandle(handle);
            handle.execute("commit");
            return result;
        } catch (JdbiException e) {
            throw EnvironmentTrouble.orThrow(file, e);
        }
    }

    /// Runs statements as one transaction that no other writer can come between: it holds the write
    /// lock from its first statement on. Durable when this returns; undone if it throws.
    ///
    /// @throws SourceException if the file cannot be written: read-only, full disk, locked, damaged
    public <T extends @Nullable Object, X extends Exception> T write(HandleCallback<T, X> work)
            throws X, SourceException {
        try {
            return jdbi.inTransaction(work);
        } catch (JdbiException e) {
            throw EnvironmentTrouble.orThrow(file, e);
        }
    }

    /// Closes the file. Handles that are still open keep theirs.
    @Override
    public void close() throws SourceException {
        try {
            anchor.close();
        } catch (SQLException e) {
            throw EnvironmentTrouble.orThrow(file, e);
        }
    }
}
