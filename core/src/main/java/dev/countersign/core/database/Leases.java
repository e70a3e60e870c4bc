// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.database;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

/// Connections to one file, each for one transaction at a time. Opening one takes longer than most
/// transactions, so one is kept for the next. That also keeps the write-ahead log in place: the
/// last connection to close a database folds the log into the file.
final class Leases implements AutoCloseable {
    private final Path file;
    private volatile DataSource source;
    private final AtomicReference<@Nullable Opened> idle = new AtomicReference<>();
    private volatile boolean closed;

    /// @param identity of the file that was opened: the path may come to mean another one
    private record Opened(Connection connection, Object identity) {}

    Leases(Path file, DataSource source) {
        this.file = file;
        this.source = source;
    }

    /// What opens further connections.
    DataSource source() {
        return source;
    }

    /// Further connections are opened by this from now on.
    void openBy(DataSource other) {
        source = other;
    }

    /// A connection that nobody else uses meanwhile.
    Lease take() throws SQLException {
        // before it is opened: if another file takes its place meanwhile, it is not used again
        Object identity = identity();
        Opened kept = idle.getAndSet(null);
        if (kept != null && kept.identity().equals(identity)) {
            return new Lease(kept);
        }
        if (kept != null) {
            // removed or replaced: what is written there, nobody would find
            kept.connection().close();
        }
        return new Lease(new Opened(source.getConnection(), identity));
    }

    private Object identity() {
        try {
            Object key =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .fileKey();
            // where files have no key, an open one cannot be replaced
            return Objects.requireNonNullElse(key, file);
        } catch (IOException e) {
            // not there: equal to nothing
            return new Object();
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        Opened kept = idle.getAndSet(null);
        if (kept != null) {
            kept.connection().close();
        }
    }

    /// A connection for one transaction.
    final class Lease implements AutoCloseable {
        private final Opened opened;
        private boolean done;

        private Lease(Opened opened) {
            this.opened = opened;
        }

        Connection connection() {
            return opened.connection();
        }

        /// Nothing is under way on it any more.
        void done() {
            done = true;
        }

        /// Gives it back. If it is not done it is closed, which undoes what was not committed.
        @Override
        public void close() throws SQLException {
            if (!done || !idle.compareAndSet(null, opened)) {
                opened.connection().close();
            } else if (closed) {
                Leases.this.close();
            }
        }
    }
}
