// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.COMPLETED;
import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.lines;
import static dev.countersign.core.workspace.SampleRuns.scan;
import static dev.countersign.core.workspace.SampleRuns.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.archive.Packing;
import dev.countersign.core.bundle.BundleOrder;
import dev.countersign.core.bundle.BundleWriter;
import dev.countersign.core.bundle.SumAlgorithm;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogLine;
import dev.countersign.core.testkit.SlowJson;
import dev.countersign.core.testkit.SlowValue;
import dev.countersign.core.trust.Octets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;

/** A workspace whose source is a drive with bundles: versions of one run. */
abstract class BundleDrive {
    static final int ALL = 23;

    @TempDir Path temp;
    Path drive = Path.of("");
    WorkspaceFolder folder = new WorkspaceFolder(Path.of(""));
    int made;

    @BeforeEach
    void emptyDrive() throws Exception {
        drive = Files.createDirectories(temp.resolve("drive"));
        folder = new WorkspaceFolder(Files.createDirectories(temp.resolve("workspace")));
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            workspace.addSource(drive);
        }
    }

    static List<String> log() throws Exception {
        return lines(SampleRuns.SAMPLES.resolve(COMPLETED));
    }

    /** The same log, but for what one record says, chained anew from there. */
    static List<String> rebuilt(List<String> log, int record, UnaryOperator<SlowValue.Obj> edit) {
        List<LogLine> lines = new ArrayList<>();
        for (String line : log) {
            lines.add(
                    LogLine.of(
                            (SlowValue.Obj) SlowJson.parse(line.getBytes(StandardCharsets.UTF_8))));
        }
        GeneratedLog edited =
                new GeneratedLog(ChainFormat.A, lines).edit(record, edit).rebuilt(record);
        return new String(edited.toBytes(), StandardCharsets.UTF_8).lines().toList();
    }

    static String hash(String line) {
        return line.replaceAll(".*\"hash\": \"([0-9a-f]{64})\".*", "$1");
    }

    /**
     * The beginning of a log and one more record, which somebody wrote elsewhere at another time.
     */
    static List<String> branch(List<String> log, int at) {
        return rebuilt(
                log.subList(0, at + 1),
                at,
                r -> r.with("ts", "2026-11-21T01:00:00.000001+00:00").with("reason", "other"));
    }

    /** A bundle that was written so many hours after the first. */
    Path bundle(String name, int hour, List<String> log) throws Exception {
        return bundle(COMPLETED, name, hour, log);
    }

    Path bundle(String runId, String name, int hour, List<String> log) throws Exception {
        Path run = SampleRuns.copy(runId, temp.resolve("made").resolve("" + made++));
        write(run, log);
        Path out = temp.resolve("out-" + made + "-" + name);
        BundleOrder order =
                new BundleOrder(
                        List.of(run),
                        Octets.of(DefaultPolicy.bytes()),
                        null,
                        Packing.form(out),
                        false,
                        EnumSet.of(SumAlgorithm.SHA256),
                        NOW,
                        "countersign test");
        RunReader reader = new RunReader(new ChainVerifier(Runnable::run, 1), DefaultPolicy.get());
        new BundleWriter(reader, ArchiveLimits.DEFAULT).write(order, out);
        Path there = drive.resolve(name);
        Files.deleteIfExists(there);
        Files.move(out, there);
        return written(there, hour);
    }

    static Path written(Path file, int hour) throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(hour(hour)));
        return file;
    }

    static Instant hour(int hour) {
        return NOW.minus(Duration.ofDays(1)).plus(Duration.ofHours(hour));
    }

    /** What a new process sees. */
    record Sight(ScanReport report, List<RunSummary> runs, List<Finding> history) {
        List<Long> records() {
            return runs.stream().map(RunSummary::records).toList();
        }

        Finding only() {
            assertThat(history).hasSize(1);
            return history.getFirst();
        }
    }

    Sight look() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            ScanReport report = scan(workspace);
            List<Finding> findings =
                    workspace.findings(NOW).stream()
                            .filter(f ->
                                    switch (f.kind()) {
                                        case HISTORY_FORKED,
                                                HISTORY_REWRITTEN,
                                                LOG_SHORTENED,
                                                RUN_VANISHED ->
                                                true;
                                        default -> false;
                                    })
                            .toList();
            return new Sight(report, workspace.runs(), findings);
        }
    }

    static String sha256(Path file) throws Exception {
        return FileDigest.sha256(Files.readAllBytes(file));
    }

    static void sources(Workspace workspace, Path only) throws Exception {
        for (Source source : workspace.sources()) {
            workspace.removeSource(source);
        }
        assertThat(workspace.addSource(only).kind()).isEqualTo(Source.Kind.BUNDLE);
    }

    List<Finding> all() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            return workspace.findings(NOW);
        }
    }
}
