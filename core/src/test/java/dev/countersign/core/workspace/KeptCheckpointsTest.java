// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.COMPLETED;
import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.testkit.RawSql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a desk has kept survives the step of the schema that keeps all of it. */
class KeptCheckpointsTest {
    private static final String HEAD = "0f".repeat(32);

    @TempDir Path temp;

    @Test
    void theLastCheckpointOfAnOlderWorkspaceIsTheFirstThatIsKept() throws Exception {
        WorkspaceFolder folder = SampleRuns.workspace(temp, COMPLETED);
        Workspace.open(folder, desk(NOW)).close();
        RawSql.run(
                folder.database(),
                "drop table checkpoint",
                "drop table continuation",
                "drop table provenance",
                "drop table bundle",
                "alter table run add column seen_format text",
                "alter table run add column seen_records integer",
                "alter table run add column seen_head text",
                "alter table run add column seen_sha256 text",
                "alter table run add column seen_at text",
                "insert into run (source, name, run_id, log_size, log_modified, log_key, marks,"
                        + " records, summary, seen_format, seen_records, seen_head, seen_at) values"
                        + " ('gone', 'r1', 'r1', 0, 0, '', 0, 7, x'', 'A', 7, '"
                        + HEAD
                        + "', '2026-11-20T00:00:00Z')",
                "insert into run (source, name, run_id, log_size, log_modified, log_key, marks,"
                        + " records, summary) values ('gone', 'r2', 'r2', 0, 0, '', 0, 7, x'')",
                "delete from flyway_schema_history where version in ('4', '5')");
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            assertThat(workspace.testimony().own())
                    .isEqualTo(
                            Map.of(
                                    "r1",
                                    List.of(
                                            new Checkpoint(
                                                    "A", 7, HEAD, null, "2026-11-20T00:00:00Z"))));
        }
    }
}
