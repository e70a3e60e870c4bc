// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What others have seen, append-only.
///
/// @param connection in a transaction where something is written
record WitnessTable(Connection connection) {
    /// Adds those that are not there, and has their runs read again.
    ///
    /// @return how many those were
    int add(Collection<Witnessed> seen, Instant now) throws SQLException {
        String sql =
                "insert or ignore into witnessed (run_id, witness, format, records, head, sha256,"
                        + " taken_at, file_sha256, imported_at, imported_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        int added = 0;
        try (PreparedStatement insert = connection.prepareStatement(sql);
                PreparedStatement forget =
                        connection.prepareStatement("update run set marks = 0 where run_id = ?")) {
            for (Witnessed one : seen) {
                Checkpoint checkpoint = one.checkpoint();
                insert.setString(1, one.runId());
                insert.setString(2, one.witness());
                insert.setString(3, checkpoint.format());
                insert.setLong(4, checkpoint.records());
                insert.setString(5, checkpoint.head());
                insert.setString(6, checkpoint.sha256());
                insert.setString(7, checkpoint.takenAt());
                insert.setString(8, one.fileSha256());
                insert.setString(9, now.toString());
                insert.setString(10, one.importedBy());
                added += insert.executeUpdate();
                forget.setString(1, one.runId());
                forget.executeUpdate();
            }
        }
        return added;
    }

    /// All, by run.
    Map<String, List<Witnessed>> all() throws SQLException {
        Map<String, List<Witnessed>> all = new HashMap<>();
        String sql =
                "select run_id, witness, format, records, head, sha256, taken_at, file_sha256,"
                        + " imported_by from witnessed order by run_id, imported_at, witness";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Checkpoint checkpoint =
                        new Checkpoint(
                                row.getString(3),
                                row.getLong(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7));
                all.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(
                                new Witnessed(
                                        row.getString(1),
                                        row.getString(2),
                                        checkpoint,
                                        row.getString(8),
                                        row.getString(9)));
            }
        }
        return all;
    }
}
