// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.COMPLETED;
import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.lines;
import static dev.countersign.core.workspace.SampleRuns.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.Actor;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** Runs that are not there any more, or not yet whole. */
class VanishedRunsTest extends SeenRun {
    @Test
    void aLogThatWasDeletedIsAFinding() throws Exception {
        Files.delete(run.resolve("audit.jsonl"));
        Finding found = only(FindingKind.LOG_SHORTENED);
        assertThat(found.evidence().get("records_now")).isEqualTo(JsonValue.of(0));
    }

    @Test
    void whatIsLeftOfARunIsStillReadWhenLogAndStateAreGone() throws Exception {
        Files.delete(run.resolve("audit.jsonl"));
        Files.delete(run.resolve("state.json"));
        assertThat(only(FindingKind.LOG_SHORTENED).runId()).isEqualTo(COMPLETED);
    }

    @Test
    void aRunThatVanishedBeforeItsKeepUntilIsAFinding() throws Exception {
        String head = hash(lines(run).get(22));
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        assertThat(only(FindingKind.RUN_VANISHED))
                .isEqualTo(
                        new Finding(
                                FindingKind.RUN_VANISHED,
                                2,
                                COMPLETED,
                                "runs/" + COMPLETED,
                                NOW,
                                null,
                                "m.chu",
                                head,
                                JsonValue.object()
                                        .with("path", run.toString())
                                        .with("records_before", 23)
                                        .with("head_before", head)
                                        .with("started", "2026-11-21T00:25:15.465531Z")
                                        .with("keep_until", "2033-11-21T00:25:15.465531Z")
                                        .build()));
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            assertThat(workspace.runs()).isEmpty();
            assertThat(scan(workspace).vanished()).isZero();
        }
    }

    @Test
    void aRunThatVanishedAfterItsKeepUntilIsNone() throws Exception {
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Desk later = desk(NOW.plus(Duration.ofDays(8 * 366)));
        try (Workspace workspace = Workspace.open(folder, later)) {
            ScanReport report = scan(workspace);
            assertThat(report.vanished()).isOne();
            assertThat(report.newFindings()).isZero();
        }
    }

    @Test
    void aRunOnHoldIsKeptBeyondItsKeepUntil() throws Exception {
        var why =
                new Incident(
                        COMPLETED, null, 1, "a claim", "ada", JsonValue.object().build(), true);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            var _ = workspace.escalate(why, new Actor("ada", Actor.Type.USER));
        }
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Desk later = desk(NOW.plus(Duration.ofDays(8 * 366)));
        try (Workspace workspace = Workspace.open(folder, later)) {
            assertThat(scan(workspace).newFindings()).isOne();
            Finding lost = workspace.findings(NOW.plus(Duration.ofDays(8 * 366))).getFirst();
            assertThat(lost.kind()).isEqualTo(FindingKind.RUN_VANISHED);
            assertThat(lost.evidence().text())
                    .contains(
                            "\"keep_until\": \"2033-11-21T00:25:15.465531Z\", \"held_by\":"
                                    + " \"ada\", \"held_at\": \""
                                    + NOW
                                    + "\"");
        }
    }

    @Test
    void aLineThatIsBeingWrittenIsNotYetATornOne() throws Exception {
        Path log = run.resolve("audit.jsonl");
        Files.writeString(log, Files.readString(log) + "{\"ts\": \"2026");
        var written = Files.getLastModifiedTime(log).toInstant();
        Desk soon = watching(written.plusMillis(500));
        try (Workspace workspace = Workspace.open(folder, soon)) {
            assertThat(scan(workspace).newFindings()).isZero();
            assertThat(scan(workspace).read()).as("looked at again").isOne();
        }
        try (Workspace workspace = Workspace.open(folder, watching(written.plusSeconds(5)))) {
            assertThat(scan(workspace).newFindings()).isOne();
            assertThat(scan(workspace).read()).isZero();
        }
    }

    /// Or whoever can set a file's time keeps it from ever being raised.
    @Test
    void aTimeThatIsYetToComeIsNotAMomentAgo() throws Exception {
        Path log = run.resolve("audit.jsonl");
        Files.writeString(log, Files.readString(log) + "{\"ts\": \"2026");
        var written = Files.getLastModifiedTime(log).toInstant();
        try (Workspace workspace = Workspace.open(folder, watching(written.minusSeconds(5)))) {
            assertThat(scan(workspace).newFindings()).isOne();
        }
    }

    private static Desk watching(Instant now) {
        return new Desk(
                Runnable::run,
                1,
                InstantSource.fixed(now),
                Duration.ofSeconds(2),
                UUID::randomUUID);
    }
}
