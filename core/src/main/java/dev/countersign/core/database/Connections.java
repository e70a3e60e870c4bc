// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.database;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

/// How a connection to a workspace's database is set up; every one is, whoever opens it.
final class Connections {
    /// How long a writer waits for another one.
    static final int BUSY_MILLISECONDS = 5_000;

    private Connections() {}

    /// For reading only; neither the file nor anything beside it is written. A file without a
    /// write-ahead log is whole by itself, and is read as one that nobody changes.
    static DataSource reading(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        boolean whole = Files.notExists(file.resolveSibling(file.getFileName() + "-wal"));
        source.setUrl(
                "jdbc:sqlite:" + file.toUri().toASCIIString() + (whole ? "?immutable=1" : ""));
        return source;
    }

    /// The same to a file that was there: where it is gone it is not made anew. Empty, it would
    /// pass for one that somebody emptied.
    ///
    /// @param patience how long to wait for a lock, in milliseconds
    static DataSource existing(Path file, int patience) {
        return to(file, patience, "?mode=rw");
    }

    /// @param patience how long to wait for a lock, in milliseconds
    static DataSource to(Path file, int patience) {
        return to(file, patience, "");
    }

    private static DataSource to(Path file, int patience, String options) {
        SQLiteConfig config = new SQLiteConfig();
        // first: the pragmas that follow may have to wait as well
        config.setBusyTimeout(patience);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        // else `insert or replace` would delete rows behind the back of the triggers
        config.enableRecursiveTriggers(true);
        // a transaction that reads first and writes then would fail, not wait, when another one
        // came between
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        // as a URI: a question mark in a folder's name would otherwise begin the options
        source.setUrl("jdbc:sqlite:" + file.toUri().toASCIIString() + options);
        return source;
    }
}
