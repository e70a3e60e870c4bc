// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Tier;
import dev.countersign.core.workspace.FirstDeadlines.Fixed;
import dev.countersign.core.workspace.FirstDeadlines.Which;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// Deadlines, append-only; the highest revision holds.
///
/// @param connection in a transaction where something is written
record DeadlineTable(Connection connection) {
    FirstDeadlines load() throws SQLException {
        return load("");
    }

    /// Those of periods only.
    FirstDeadlines ofPeriods() throws SQLException {
        return load("where run_id >= 'population-' and run_id < 'population.'");
    }

    private FirstDeadlines load(String which) throws SQLException {
        FirstDeadlines deadlines = new FirstDeadlines();
        String sql =
                "select run_id, record_hash, clock, due, tier, tier_assumed, pauses, policy_version"
                        + " from deadline "
                        + which
                        + " order by revision";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String clock = row.getString(3).toUpperCase(Locale.ROOT);
                String tier = row.getString(5).toUpperCase(Locale.ROOT);
                deadlines.known(
                        new Which(row.getString(1), row.getString(2), ClockKind.valueOf(clock)),
                        new Fixed(
                                Instant.parse(row.getString(4)),
                                Tier.valueOf(tier),
                                row.getBoolean(6),
                                row.getBoolean(7),
                                row.getString(8)));
            }
        }
        return deadlines;
    }

    /// Another process may have been first: then its word stands.
    void add(Map<Which, Fixed> fresh, Instant now) throws SQLException {
        insert(fresh, "?, ?, ?, 0, ?, ?, ?, ?, ?, ?", "insert or ignore", now);
    }

    /// What holds from now on, by an explicit act.
    void revise(Map<Which, Fixed> revised, Instant now) throws SQLException {
        String values =
                """
                ?1, ?2, ?3, (select coalesce(max(revision), -1) + 1 from deadline
                    where run_id = ?1 and record_hash = ?2 and clock = ?3), ?4, ?5, ?6, ?7, ?8, ?9
                """;
        insert(revised, values, "insert", now);
    }

    private void insert(Map<Which, Fixed> rows, String values, String how, Instant now)
            throws SQLException {
        String sql =
                how
                        + " into deadline (run_id, record_hash, clock, revision, due, tier,"
                        + " tier_assumed, pauses, policy_version, fixed_at) values ("
                        + values
                        + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Map.Entry<Which, Fixed> row : rows.entrySet()) {
                insert.setString(1, row.getKey().runId());
                insert.setString(2, row.getKey().hash());
                insert.setString(3, row.getKey().kind().word());
                insert.setString(4, row.getValue().due().toString());
                insert.setString(5, row.getValue().tier().word());
                insert.setBoolean(6, row.getValue().tierAssumed());
                insert.setBoolean(7, row.getValue().pauses());
                insert.setString(8, row.getValue().policyVersion());
                insert.setString(9, now.toString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
