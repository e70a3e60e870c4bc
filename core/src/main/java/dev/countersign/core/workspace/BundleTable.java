// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Bundles as they were when last read, and what they brought.
///
/// @param connection in a transaction where something is written
record BundleTable(Connection connection) {
    /// A bundle when it was last read.
    ///
    /// @param marks 0 if it is to be read again
    /// @param sha256 null if there was no reason to sum it
    /// @param refused why it was not taken in; null if it was
    record Known(long marks, @Nullable String sha256, @Nullable String refused) {}

    Map<RunPlace, Known> all() throws SQLException {
        Map<RunPlace, Known> all = new HashMap<>();
        String sql = "select source, name, marks, sha256, refused from bundle";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                all.put(
                        new RunPlace(row.getString(1), row.getString(2)),
                        new Known(row.getLong(3), row.getString(4), row.getString(5)));
            }
        }
        return all;
    }

    void put(RunPlace place, Known known) throws SQLException {
        String sql =
                "insert or replace into bundle (source, name, marks, sha256, refused)"
                        + " values (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, place.source());
            insert.setString(2, place.name());
            insert.setLong(3, known.marks());
            insert.setString(4, known.sha256());
            insert.setString(5, known.refused());
            insert.executeUpdate();
        }
    }

    void remove(RunPlace place) throws SQLException {
        String sql = "delete from bundle where source = ? and name = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, place.source());
            delete.setString(2, place.name());
            delete.executeUpdate();
        }
    }

    /// Adds what is not there.
    ///
    /// @return how many those were
    int add(List<Provenance> brought) throws SQLException {
        String sql =
                "insert or ignore into provenance (run_id, bundle, sha256, folder, format, records,"
                        + " head, intact, modified, seen_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        int added = 0;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Provenance run : brought) {
                insert.setString(1, run.runId());
                insert.setString(2, run.bundle());
                insert.setString(3, run.sha256());
                insert.setString(4, run.folder());
                insert.setString(5, run.format());
                insert.setLong(6, run.records());
                insert.setString(7, run.head());
                insert.setBoolean(8, run.intact());
                insert.setLong(9, nanos(run.modified()));
                insert.setString(10, run.seenAt().toString());
                added += insert.executeUpdate();
            }
        }
        return added;
    }

    private static long nanos(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }

    /// Of which runs bundles brought versions.
    Set<String> runs() throws SQLException {
        Set<String> runs = new HashSet<>();
        try (PreparedStatement query =
                        connection.prepareStatement("select distinct run_id from provenance");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                runs.add(row.getString(1));
            }
        }
        return runs;
    }

    /// What bundles brought of a run, in the order in which it was seen.
    List<Provenance> of(String runId) throws SQLException {
        String sql =
                "select bundle, sha256, folder, format, records, head, intact, modified, seen_at"
                        + " from provenance where run_id = ? order by seen_at, modified, bundle";
        List<Provenance> brought = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, runId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    brought.add(
                            new Provenance(
                                    runId,
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getLong(5),
                                    row.getString(6),
                                    row.getBoolean(7),
                                    Instant.ofEpochSecond(0, row.getLong(8)),
                                    Instant.parse(row.getString(9))));
                }
            }
        }
        return brought;
    }

    /// Which logs go on where which others end, by run.
    Map<String, Lineage> lineages() throws SQLException {
        Map<String, Lineage> lineages = new HashMap<>();
        String sql = "select run_id, head, continued_by from continuation";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                lineages.computeIfAbsent(row.getString(1), _ -> new Lineage())
                        .add(row.getString(2), row.getString(3));
            }
        }
        return lineages;
    }

    void continued(String runId, String head, String by, Instant now) throws SQLException {
        String sql =
                "insert or ignore into continuation (run_id, head, continued_by, seen_at)"
                        + " values (?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, runId);
            insert.setString(2, head);
            insert.setString(3, by);
            insert.setString(4, now.toString());
            insert.executeUpdate();
        }
    }
}
