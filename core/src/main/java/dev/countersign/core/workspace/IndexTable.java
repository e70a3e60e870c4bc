// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Checkpoint;

import org.jspecify.annotations.Nullable;

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

/// The table of runs. Statements are written out: ten thousand rows are read at each start.
///
/// @param connection in a transaction where something is written
record IndexTable(Connection connection) {
    private static final String UPSERT =
            """
            insert into run (source, name, run_id, log_size, log_modified, log_key, marks,
                records, head, summary, seen_format, seen_records, seen_head, seen_sha256, seen_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (source, name) do update set
                run_id = excluded.run_id, log_size = excluded.log_size,
                log_modified = excluded.log_modified, log_key = excluded.log_key,
                marks = excluded.marks, records = excluded.records, head = excluded.head,
                summary = excluded.summary, vanished_at = null
            """;

    /// What was seen only ever grows: a process that read an older state must not take it back.
    private static final String CHECKPOINT =
            """
            update run set seen_format = ?, seen_records = ?, seen_head = ?, seen_sha256 = ?,
                seen_at = ?
            where source = ? and name = ? and ? > coalesce(seen_records, 0)
            """;

    /// A row as it is needed at start.
    ///
    /// @param marks 0 if it is to be read again
    /// @param vanished whether the run is gone
    record Row(RunPlace place, long marks, PackedSummary summary, boolean vanished) {}

    List<Row> rows() throws SQLException {
        List<Row> rows = new ArrayList<>();
        String sql = "select source, name, marks, summary, vanished_at is not null from run";
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

    /// What was seen of runs before, asked before they are read: a checkpoint taken later than the
    /// reading would speak against a log that only grew.
    Map<RunPlace, Checkpoint> checkpoints(Collection<RunPlace> places) throws SQLException {
        Map<RunPlace, Checkpoint> checkpoints = new HashMap<>();
        if (empty()) {
            return checkpoints;
        }
        String sql =
                """
                select seen_format, seen_records, seen_head, seen_sha256, seen_at from run
                where source = ? and name = ? and seen_head is not null
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (RunPlace place : places) {
                query.setString(1, place.source());
                query.setString(2, place.name());
                try (ResultSet result = query.executeQuery()) {
                    if (result.next()) {
                        checkpoints.put(
                                place,
                                new Checkpoint(
                                        result.getString(1),
                                        result.getLong(2),
                                        result.getString(3),
                                        result.getString(4),
                                        result.getString(5)));
                    }
                }
            }
        }
        return checkpoints;
    }

    private boolean empty() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from run limit 1");
                ResultSet result = query.executeQuery()) {
            return !result.next();
        }
    }

    void write(List<Seen.Read> runs) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT);
                PreparedStatement grow = connection.prepareStatement(CHECKPOINT)) {
            for (Seen.Read run : runs) {
                row(upsert, run);
                upsert.addBatch();
                Checkpoint checkpoint = run.checkpoint();
                if (checkpoint != null) {
                    int next = checkpoint(grow, 1, checkpoint);
                    grow.setString(next, run.place().source());
                    grow.setString(next + 1, run.place().name());
                    grow.setLong(next + 2, checkpoint.records());
                    grow.addBatch();
                }
            }
            upsert.executeBatch();
            grow.executeBatch();
        }
    }

    private static void row(PreparedStatement upsert, Seen.Read run) throws SQLException {
        upsert.setString(1, run.place().source());
        upsert.setString(2, run.place().name());
        upsert.setString(3, run.summary().runId());
        upsert.setLong(4, run.marks().logSize());
        upsert.setLong(5, run.marks().logModified());
        upsert.setString(6, run.marks().logKey());
        upsert.setLong(7, run.settled() ? run.marks().all() : 0);
        upsert.setLong(8, run.summary().records());
        upsert.setString(9, run.summary().head());
        upsert.setBytes(10, SummaryCodec.encode(run.summary()));
        checkpoint(upsert, 11, run.checkpoint());
    }

    private static int checkpoint(
            PreparedStatement statement, int at, @Nullable Checkpoint checkpoint)
            throws SQLException {
        if (checkpoint == null) {
            for (int i = 0; i < 5; i++) {
                statement.setObject(at + i, null);
            }
        } else {
            statement.setString(at, checkpoint.format());
            statement.setLong(at + 1, checkpoint.records());
            statement.setString(at + 2, checkpoint.head());
            statement.setString(at + 3, checkpoint.sha256());
            statement.setString(at + 4, checkpoint.takenAt());
        }
        return at + 5;
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

    /// Everything is read again; what was seen is kept.
    void forgetMarks() throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update run set marks = 0")) {
            update.executeUpdate();
        }
    }
}
