// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.database.Database;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The workspace's database, for statements that are written out.
///
/// @param database not closed here
record Store(Database database) {
    /// Statements on one connection.
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /// The same, with nothing to answer.
    interface Act {
        void with(Connection connection) throws SQLException;
    }

    /// @throws SourceException if the file cannot be read
    <T> T read(Work<T> work) throws SourceException {
        return database.read(work::with);
    }

    /// A fact about the index; null if it is not known.
    @Nullable String state(String key) throws SourceException {
        return read(c -> Optional.ofNullable(new SourceTable(c).state(key))).orElse(null);
    }

    /// All or nothing, durable when it returns.
    ///
    /// @throws SourceException if the file cannot be written
    void write(Act act) throws SourceException {
        Object _ =
                database.write(connection -> {
                    act.with(connection);
                    return this;
                });
    }

    /// An act and its record in the ledger of the same database, as one.
    ///
    /// @param act says whether there is anything to record; if not, nothing is
    /// @return what the act said
    boolean recorded(SqliteLedgerStore ledger, LedgerEntry entry, Work<Boolean> act)
            throws SourceException {
        return database.<Boolean, SourceException>write(connection -> {
            boolean done = act.with(connection);
            if (done) {
                ledger.append(connection, entry);
            }
            return done;
        });
    }

    /// Whether this transaction is the one that takes a finding to the ledger: another process may
    /// have done so since it was listed.
    static boolean once(Connection connection, String findingId, Instant now) throws SQLException {
        return new FindingTable(connection).done(findingId, FindingTable.Step.LEDGERED, now);
    }
}
