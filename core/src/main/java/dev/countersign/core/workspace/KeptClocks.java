// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.clock.KeptDeadlines;
import dev.countersign.core.clock.OfficeHours;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.database.Database;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;

/// What a workspace has fixed, for those who look at its runs by their path: the deadlines of their
/// clocks, and for which months it answers. Nothing is written.
public final class KeptClocks implements KeptDeadlines {
    private final FirstDeadlines deadlines;
    private final Populations populations;
    private final Map<String, BusinessCalendar> hours;

    private KeptClocks(
            FirstDeadlines deadlines,
            Populations populations,
            Map<String, BusinessCalendar> hours) {
        this.deadlines = deadlines;
        this.populations = populations;
        this.hours = hours;
    }

    /// Where nobody keeps any.
    public static KeptClocks none() {
        return new KeptClocks(new FirstDeadlines(), Populations.unwatched(), Map.of());
    }

    /// Those of a workspace; none if it has no database, or one that keeps none yet.
    ///
    /// @throws SourceException if its database cannot be read
    public static KeptClocks of(WorkspaceFolder folder) throws SourceException {
        if (!Files.isRegularFile(folder.database())) {
            return none();
        }
        try (Database database = Database.openToRead(folder.database())) {
            Store store = new Store(database);
            if (!keeps(store)) {
                return none();
            }
            var ledger =
                    new SqliteLedgerStore(
                            database,
                            () -> {
                                throw asked();
                            },
                            () -> {
                                throw asked();
                            });
            return new KeptClocks(
                    store.read(c -> new DeadlineTable(c).load()),
                    new PeriodWatch(store, ledger).populations(),
                    store.read(c -> new SourceTable(c).calendars()));
        }
    }

    /// For what only an event that is recorded needs.
    private static IllegalStateException asked() {
        return new IllegalStateException("nothing is recorded here");
    }

    private static boolean keeps(Store store) throws SourceException {
        String sql = "select 1 from sqlite_master where type = 'table' and name = 'deadline'";
        return store.read(c -> {
            try (PreparedStatement query = c.prepareStatement(sql);
                    ResultSet row = query.executeQuery()) {
                return row.next();
            }
        });
    }

    @Override
    public @Nullable RunClock fixed(String runId, RunClock today) {
        return deadlines.fixed(runId, today);
    }

    /// In which hours they count.
    public OfficeHours hours(Policy today) {
        return new OfficeHours(today, hours);
    }

    FirstDeadlines deadlines() {
        return deadlines;
    }

    Populations populations() {
        return populations;
    }
}
