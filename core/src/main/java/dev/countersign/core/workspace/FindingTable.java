// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue.JsonObject;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Findings, append-only: triggers refuse to change or delete one.
///
/// @param connection in a transaction where something is written
record FindingTable(Connection connection) {
    private static final int MOST_VALUES = 100_000;
    private static final String COLUMNS =
            "id, kind, severity, run_id, subject, at, due, author, head, evidence";

    /// What is done about a finding, each at most once.
    enum Step {
        /// The ledger has it.
        LEDGERED,
        /// Incident and draft e-mail are written, or nobody is to hear of it.
        ESCALATED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Adds those that are not there.
    ///
    /// @return how many those were
    int add(Collection<Finding> findings, Instant now) throws SQLException {
        String sql =
                "insert or ignore into finding ("
                        + COLUMNS
                        + ", raised_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Finding finding : findings) {
                Instant due = finding.due();
                insert.setString(1, finding.id());
                insert.setString(2, finding.kind().word());
                insert.setInt(3, finding.severity());
                insert.setString(4, finding.runId());
                insert.setString(5, finding.subject());
                insert.setString(6, finding.at().toString());
                insert.setString(7, due == null ? null : due.toString());
                insert.setString(8, finding.author());
                insert.setString(9, finding.head());
                insert.setString(10, finding.evidence().text());
                insert.setString(11, now.toString());
                insert.addBatch();
            }
            return IntStream.of(insert.executeBatch()).sum();
        }
    }

    List<Finding> all() throws SQLException {
        return list("select " + COLUMNS + " from finding", null);
    }

    /// Those for which a step was not done yet, oldest first.
    List<Finding> without(Step step) throws SQLException {
        return list(
                "select "
                        + COLUMNS
                        + " from finding where id not in"
                        + " (select finding_id from finding_step where step = ?) order by rowid",
                step);
    }

    private List<Finding> list(String sql, @Nullable Step step) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        JsonReader json = new JsonReader(MOST_VALUES);
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            if (step != null) {
                query.setString(1, step.word());
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    findings.add(finding(row, json));
                }
            }
        }
        return findings;
    }

    private static Finding finding(ResultSet row, JsonReader json) throws SQLException {
        String due = row.getString(7);
        return new Finding(
                FindingKind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                Instant.parse(row.getString(6)),
                due == null ? null : Instant.parse(due),
                row.getString(8),
                row.getString(9),
                object(row.getString(10), json));
    }

    private static JsonObject object(String text, JsonReader reader) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (reader.read(bytes, 0, bytes.length) == null
                && JsonText.tree(reader.tape()) instanceof JsonObject object) {
            return object;
        }
        throw new IllegalStateException("the evidence of a finding was written here: " + text);
    }

    /// @return whether it was not done before
    boolean done(String findingId, Step step, Instant now) throws SQLException {
        String sql = "insert or ignore into finding_step (finding_id, step, at) values (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, findingId);
            insert.setString(2, step.word());
            insert.setString(3, now.toString());
            return insert.executeUpdate() == 1;
        }
    }
}
