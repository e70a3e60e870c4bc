// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.database.Database;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// The ledger in the database of the workspace. The table refuses to be edited or cut
/// (`V1__ledger.sql`); whoever drops its triggers first is found out by verification. Threads and
/// processes append one after the other: the last hash is read under the write lock.
public final class SqliteLedgerStore implements LedgerStore {
    private static final List<String> GUARDS =
            List.of("ledger_is_not_cut", "ledger_is_not_edited", "ledger_is_not_overwritten");

    private final Database database;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    /// @param database of the workspace; stays the caller's to close
    /// @param clock asked once an event
    /// @param ids gives a new identity for each event
    public SqliteLedgerStore(Database database, InstantSource clock, Supplier<UUID> ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public LedgerEvent append(LedgerEntry entry) throws SourceException {
        return database.<LedgerEvent, SourceException>write(
                connection -> append(connection, entry));
    }

    /// Appends within a transaction of the same database, so that an act that is stored there and
    /// its record are kept, or undone, as one.
    ///
    /// @param connection to the workspace's database, in {@link Database#write}
    /// @throws SourceException as {@link #append(LedgerEntry)}
    public LedgerEvent append(Connection connection, LedgerEntry entry)
            throws SQLException, SourceException {
        LedgerEvent last = latest(connection);
        LedgerEvent event =
                LedgerLine.of(
                        entry,
                        new LedgerLine.Place(
                                last == null ? 0 : last.position() + 1,
                                last == null ? ChainFormat.B.genesis() : linkable(last),
                                ids.get(),
                                clock.instant()));
        String sql = "insert into ledger (position, line) values (?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, event.position());
            insert.setString(2, event.line());
            insert.executeUpdate();
        }
        return event;
    }

    private String linkable(LedgerEvent last) throws SourceException {
        if (last.eventHash().isEmpty()) {
            throw new SourceException(
                    database.file(),
                    database.file()
                            + " has a ledger whose last event carries no hash, so nothing can"
                            + " follow it: verify the ledger.");
        }
        return last.eventHash();
    }

    @Override
    public @Nullable LedgerEvent latest() throws SourceException {
        return database.<@Nullable LedgerEvent, RuntimeException>read(SqliteLedgerStore::latest);
    }

    private static @Nullable LedgerEvent latest(Connection connection) throws SQLException {
        String sql = "select position, line from ledger order by position desc limit 1";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next() ? event(row) : null;
        }
    }

    @Override
    public List<LedgerEvent> find(LedgerQuery query) throws SourceException {
        LedgerSql sql = LedgerSql.of(query);
        return database.read(connection -> events(connection, sql));
    }

    private static List<LedgerEvent> events(Connection connection, LedgerSql sql)
            throws SQLException {
        List<LedgerEvent> events = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql.text())) {
            int place = 1;
            for (String value : sql.values()) {
                query.setString(place++, value);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    events.add(event(row));
                }
            }
        }
        return events;
    }

    private static LedgerEvent event(ResultSet row) throws SQLException {
        return LedgerEvent.of(row.getLong(1), row.getString(2));
    }

    @Override
    public void lines(long from, LineReader each) throws SourceException {
        database.<@Nullable Void, RuntimeException>read(connection -> {
            give(connection, from, each);
            return null;
        });
    }

    private static void give(Connection connection, long from, LineReader each)
            throws SQLException {
        // indexes are the database's word, not the table's: `not indexed` reads the table itself
        String sql =
                "select position, line from ledger not indexed where position >= ? order by"
                        + " position";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, from);
            try (ResultSet row = query.executeQuery()) {
                boolean more = true;
                while (more && row.next()) {
                    more = each.line(row.getLong(1), row.getString(2));
                }
            }
        }
    }

    @Override
    public List<String> guardsMissing() throws SourceException {
        List<String> there = database.read(SqliteLedgerStore::guards);
        List<String> missing = new ArrayList<>(GUARDS);
        missing.removeAll(there);
        return missing;
    }

    private static List<String> guards(Connection connection) throws SQLException {
        String sql =
                "select name from sqlite_master where type = 'trigger' and tbl_name = 'ledger' and"
                        + " sql like '%select raise(abort,%'";
        List<String> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
