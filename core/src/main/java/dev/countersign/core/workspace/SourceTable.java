// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.policy.BusinessCalendar;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.PolicyReader;
import dev.countersign.core.policy.PolicyWriter;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The sources, and single facts about the index.
///
/// @param connection in a transaction where something is written
record SourceTable(Connection connection) {
    private static final String CALENDAR = "calendar ";

    /// The folder in the workspace is one as long as runs of it are known: when it goes, they are
    /// not forgotten.
    List<String> all() throws SQLException {
        List<String> paths = new ArrayList<>();
        String sql =
                """
                select path from source
                union
                select ? where exists (
                    select 1 from run where source = ? and vanished_at is null)
                order by 1
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, WorkspaceFolder.RUNS);
            query.setString(2, WorkspaceFolder.RUNS);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    paths.add(row.getString(1));
                }
            }
        }
        return paths;
    }

    void add(String path, Instant now) throws SQLException {
        update(
                "insert into source (path, added_at) values (?, ?) on conflict do nothing",
                path,
                now.toString());
    }

    void remove(String path) throws SQLException {
        update("delete from source where path = ?", path);
    }

    @Nullable String state(String key) throws SQLException {
        String sql = "select value from workspace_state where key = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    void state(String key, String value) throws SQLException {
        update(
                "insert into workspace_state (key, value) values (?, ?)"
                        + " on conflict (key) do update set value = excluded.value",
                key,
                value);
    }

    /// Keeps the calendar of a policy that comes into force: deadlines are fixed under it.
    void keepCalendar(Policy policy) throws SQLException {
        state(CALENDAR + policy.version(), PolicyWriter.writeCalendar(policy));
    }

    boolean keepsCalendar(Policy policy) throws SQLException {
        return state(CALENDAR + policy.version()) != null;
    }

    /// The calendars of the policies that were in force, by version.
    Map<String, BusinessCalendar> calendars() throws SQLException {
        String sql = "select key, value from workspace_state where key >= ? and key < ?";
        Map<String, BusinessCalendar> calendars = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, CALENDAR);
            query.setString(2, CALENDAR + Character.MAX_VALUE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    byte[] text = row.getString(2).getBytes(StandardCharsets.UTF_8);
                    BusinessCalendar calendar = PolicyReader.calendar(text);
                    if (calendar != null) {
                        calendars.put(row.getString(1).substring(CALENDAR.length()), calendar);
                    }
                }
            }
        }
        return calendars;
    }

    private void update(String sql, String... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setString(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }
}
