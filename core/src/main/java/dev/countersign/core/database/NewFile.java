// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32;

/// Today's schema for a file that holds nothing: the same steps as Flyway applies, with the history
/// that it writes, so that it can go on from there. To wake it for this takes longer than all of
/// it. A test holds the two against each other.
final class NewFile {
    private static final String HISTORY =
            """
            CREATE TABLE "flyway_schema_history" (
                "installed_rank" INT NOT NULL PRIMARY KEY,
                "version" VARCHAR(50),
                "description" VARCHAR(200) NOT NULL,
                "type" VARCHAR(20) NOT NULL,
                "script" VARCHAR(1000) NOT NULL,
                "checksum" INT,
                "installed_by" VARCHAR(100) NOT NULL,
                "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
                "execution_time" INT NOT NULL,
                "success" BOOLEAN NOT NULL
            );
            CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
            """;
    private static final String APPLIED =
            "insert into flyway_schema_history (installed_rank, version, description, type, script,"
                    + " checksum, installed_by, execution_time, success)"
                    + " values (?, ?, ?, 'SQL', ?, ?, '', 0, true)";

    private NewFile() {}

    /// Fills the file in one transaction, unless another process did.
    ///
    /// @param steps the first ones, or all
    static void fill(Connection connection, List<String> steps) throws SQLException {
        connection.setAutoCommit(false);
        if (Schema.isEmpty(connection)) {
            // runs all statements of a text; `execute` would stop after the first
            try (Statement script = connection.createStatement()) {
                script.executeUpdate(HISTORY);
                for (int i = 0; i < steps.size(); i++) {
                    String sql = Migrations.text(steps.get(i));
                    script.executeUpdate(sql);
                    note(connection, i + 1, steps.get(i), checksum(sql));
                }
            }
        }
        connection.setAutoCommit(true);
    }

    private static void note(Connection connection, int version, String file, int checksum)
            throws SQLException {
        try (PreparedStatement applied = connection.prepareStatement(APPLIED)) {
            applied.setInt(1, version);
            applied.setString(2, Integer.toString(version));
            applied.setString(3, description(file));
            applied.setString(4, file);
            applied.setInt(5, checksum);
            applied.executeUpdate();
        }
    }

    /// `V1__ledger.sql` is "ledger".
    private static String description(String file) {
        return file.substring(file.indexOf("__") + 2, file.lastIndexOf('.')).replace('_', ' ');
    }

    /// Of the lines without their ends, so that it does not depend on how they end.
    private static int checksum(String sql) {
        CRC32 sum = new CRC32();
        sql.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }
}
