// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import dev.countersign.core.report.AssessedRun;
import dev.countersign.core.report.AssessedRun.Act;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Block.Cell;
import dev.countersign.core.report.Block.Column;
import dev.countersign.core.report.Block.Table;
import dev.countersign.core.run.Artifact;

import java.util.ArrayList;
import java.util.List;

/// The hashes in a workpaper: those of each log, of its decisions and artifacts, and of the policy.
record WorkpaperHashes(Assessment assessment) {
    private static final String CHANNEL = "hashes";

    /// Run by run.
    Table table() {
        List<List<Cell>> rows = new ArrayList<>();
        for (AssessedRun run : assessment.runs()) {
            if (!run.logSha256().isEmpty()) {
                rows.add(row(run, "audit.jsonl, " + run.records() + " records", run.logSha256()));
                rows.add(row(run, "head", run.head()));
            }
            for (Act act : run.acts()) {
                rows.add(row(run, act.event().replace('_', ' '), act.hash()));
            }
            for (Artifact artifact : run.artifacts()) {
                String sha256 = artifact.sha256();
                rows.add(row(run, artifact.name(), sha256 == null ? "" : sha256));
            }
        }
        return new Table(
                List.of(new Column("Run", 29), new Column("What", 22), new Column("SHA-256", 49)),
                rows);
    }

    private static List<Cell> row(AssessedRun run, String what, String hash) {
        return List.of(
                Cell.exact(run.runId()),
                Cell.of(what),
                hash.isEmpty() ? Cell.of("none") : Cell.exact(hash));
    }

    /// Lines among the results one by one, in their columns; log and head stand in all of a run's.
    List<List<Cell>> oneByOne() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(line("", "policy", "", assessment.policySha256()));
        for (AssessedRun run : assessment.runs()) {
            for (Act act : run.acts()) {
                rows.add(line(run.runId(), "decision", act.event(), act.hash()));
            }
            for (Artifact artifact : run.artifacts()) {
                String sha256 = artifact.sha256();
                if (sha256 != null) {
                    rows.add(line(run.runId(), "artifact", artifact.name(), sha256));
                }
            }
        }
        return rows;
    }

    private static List<Cell> line(String run, String what, String subject, String hash) {
        List<Cell> cells = new ArrayList<>();
        for (String text :
                List.of(run, "", "", "", "", "", CHANNEL, what, "", "", subject, "", "", hash)) {
            cells.add(Cell.exact(text));
        }
        return cells;
    }
}
