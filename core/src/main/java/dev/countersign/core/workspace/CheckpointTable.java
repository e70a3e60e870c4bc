// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Every checkpoint that this desk took, append-only. What stands there only ever gets more, so a
/// process that read an older state of a log takes nothing back.
///
/// @param connection in a transaction where something is written
record CheckpointTable(Connection connection) {
    private static final String FIELDS = "format, records, head, sha256, taken_at";

    /// What was seen of places, the shortest log first. To be asked before they are read: a
    /// checkpoint taken later than the reading would speak against a log that only grew.
    Map<RunPlace, List<Checkpoint>> at(Collection<RunPlace> places) throws SQLException {
        Map<RunPlace, List<Checkpoint>> kept = new HashMap<>();
        if (empty()) {
            return kept;
        }
        String sql =
                "select "
                        + FIELDS
                        + " from checkpoint where source = ? and name = ? order by records";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (RunPlace place : places) {
                query.setString(1, place.source());
                query.setString(2, place.name());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        kept.computeIfAbsent(place, _ -> new ArrayList<>()).add(checkpoint(row));
                    }
                }
            }
        }
        return kept;
    }

    /// The same by run, wherever its log lay.
    SortedMap<String, List<Checkpoint>> all() throws SQLException {
        SortedMap<String, List<Checkpoint>> all = new TreeMap<>();
        String sql = "select " + FIELDS + ", run_id from checkpoint order by records, taken_at";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                all.computeIfAbsent(row.getString(6), _ -> new ArrayList<>()).add(checkpoint(row));
            }
        }
        return all;
    }

    /// Those of one run, the shortest log first, wherever it lay.
    List<Checkpoint> of(String run) throws SQLException {
        List<Checkpoint> kept = new ArrayList<>();
        String sql =
                "select " + FIELDS + " from checkpoint where run_id = ? order by records, taken_at";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, run);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    kept.add(checkpoint(row));
                }
            }
        }
        return kept;
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5));
    }

    private boolean empty() throws SQLException {
        String sql = "select 1 from checkpoint limit 1";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return !row.next();
        }
    }

    /// Keeps what was taken of these, where anything was.
    void add(List<Seen.Read> runs) throws SQLException {
        String sql =
                "insert or ignore into checkpoint (source, name, run_id, "
                        + FIELDS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Seen.Read run : runs) {
                Checkpoint checkpoint = run.checkpoint();
                if (checkpoint != null) {
                    insert.setString(1, run.place().source());
                    insert.setString(2, run.place().name());
                    insert.setString(3, run.runId());
                    insert.setString(4, checkpoint.format());
                    insert.setLong(5, checkpoint.records());
                    insert.setString(6, checkpoint.head());
                    insert.setString(7, checkpoint.sha256());
                    insert.setString(8, checkpoint.takenAt());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
