// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The table of runs. Statements are written out: ten thousand rows are read at each start.
///
/// @param connection in a transaction where something is written
record IndexTable(Connection connection) {
    private static final String UPSERT =
            """
            insert into run (source, name, run_id, log_size, log_modified, log_key, marks,
                records, head, summary)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (source, name) do update set
                run_id = excluded.run_id, log_size = excluded.log_size,
                log_modified = excluded.log_modified, log_key = excluded.log_key,
                marks = excluded.marks, records = excluded.records, head = excluded.head,
                summary = excluded.summary, vanished_at = null
            """;

    /// A row as it is needed at start.
    ///
    /// @param marks 0 if it is to be read again
    /// @param vanished whether the run is gone
    record Row(RunPlace place, long marks, PackedSummary summary, boolean vanished) {}

    List<Row> rows() throws SQLException {
        List<Row> rows = new ArrayList<>();
        String sql =
                "select source, name, marks, summary, vanished_at is not null from run"
                        + " where length(summary) > 0";
        String last = "";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet result = query.executeQuery()) {
            while (result.next()) {
                String source = result.getString(1);
                // one string for all the runs of a source
                last = source.equals(last) ? last : source;
                RunPlace place = new RunPlace(last, result.getString(2));
                rows.add(
                        new Row(
                                place,
                                result.getLong(3),
                                new PackedSummary(result.getBytes(4)),
                                result.getBoolean(5)));
            }
        }
        return rows;
    }

    void write(List<Seen.Read> runs) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (Seen.Read run : runs) {
                row(upsert, run);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static void row(PreparedStatement upsert, Seen.Read run) throws SQLException {
        upsert.setString(1, run.place().source());
        upsert.setString(2, run.place().name());
        upsert.setString(3, run.runId());
        upsert.setLong(4, run.marks().logSize());
        upsert.setLong(5, run.marks().logModified());
        upsert.setString(6, run.marks().logKey());
        upsert.setLong(7, run.settled() ? run.marks().all() : 0);
        upsert.setLong(8, run.records());
        upsert.setString(9, run.head());
        upsert.setBytes(10, run.summary().bytes());
    }

    void vanished(RunPlace place, Instant now) throws SQLException {
        String sql = "update run set vanished_at = ? where source = ? and name = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, now.toString());
            update.setString(2, place.source());
            update.setString(3, place.name());
            update.executeUpdate();
        }
    }

    /// When the log was written last.
    Instant logModified(RunPlace place) throws SQLException {
        String sql = "select log_modified from run where source = ? and name = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, place.source());
            query.setString(2, place.name());
            try (ResultSet result = query.executeQuery()) {
                return Instant.ofEpochSecond(0, result.next() ? result.getLong(1) : 0);
            }
        }
    }

    /// Summaries in bytes of another version are nothing that could be understood.
    void forgetSummaries() throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update run set summary = x\'\'")) {
            update.executeUpdate();
        }
    }

    /// Everything is read again.
    void forgetMarks() throws SQLException {
        for (String table : List.of("run", "bundle")) {
            try (PreparedStatement update =
                    connection.prepareStatement("update " + table + " set marks = 0")) {
                update.executeUpdate();
            }
        }
    }
}
