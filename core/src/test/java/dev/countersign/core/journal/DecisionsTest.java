// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.journal.Decisions.StateApproval;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.ChildJvm;
import dev.countersign.core.testkit.Folders;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What a human decided, on its way into log and checkpoint: whatever happens there, each of the
/// two is as it was before or as it is afterwards, and the log is never behind.
class DecisionsTest {
    private static final String SAMPLE = "change-approval-241bf6287b12";
    private static final int KILLS = Integer.getInteger("journal.kills", 4);
    private static final int LONGEST_LIFE_MILLIS = 60;
    private static final int RUNS_A_LIFE = 40;
    private static final int APPENDS = 500;
    private static final StateApproval APPROVED =
            new StateApproval("change_approval", "ann@example.com", "approved");

    private @TempDir Path folder;

    private Path run(String name) throws IOException {
        Path from = Path.of("src/test/resources/samples", SAMPLE);
        Path to = folder.resolve(name);
        Folders.copy(from, to);
        return to;
    }

    private static ChainReport verify(Path run) throws SourceException {
        try (LogFile log = LogFile.open(run.resolve("audit.jsonl"))) {
            Verification done =
                    new ChainVerifier(Runnable::run, 1)
                            .verify(log, VerifyRequest.DEFAULT, Progress.NONE, Cancellation.NEVER);
            return ((Verification.Finished) done).report();
        }
    }

    @Test
    void twoProcessesMakeOneChain() throws Exception {
        Path run = run("run");
        long before = verify(run).records();
        String count = String.valueOf(APPENDS);
        Process one = ChildJvm.start(DecidingProcess.class, "append", run.toString(), "one", count);
        Process two = ChildJvm.start(DecidingProcess.class, "append", run.toString(), "two", count);
        assertThat(one.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(two.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(List.of(one.exitValue(), two.exitValue())).containsExactly(0, 0);

        ChainReport report = verify(run);
        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(report.records()).isEqualTo(before + 2 * APPENDS);
        assertThat(Files.readAllLines(run.resolve("audit.jsonl"))).doesNotHaveDuplicates();
    }

    /// More kills: `-Djournal.kills=200`.
    @Test
    void aKilledDeskLeavesBeforeOrAfter() throws Exception {
        Random random = new Random(20261121);
        String logBefore = Files.readString(run("untouched").resolve("audit.jsonl"));
        String stateBefore = Files.readString(folder.resolve("untouched/state.json"));
        for (int kill = 0; kill < KILLS; kill++) {
            Path root = folder.resolve("kill-" + kill);
            Files.createDirectory(root);
            for (int number = 0; number < RUNS_A_LIFE; number++) {
                run("kill-" + kill + "/run-" + number);
            }
            approveAndKill(root, random.nextInt(LONGEST_LIFE_MILLIS));
            for (int number = 0; number < RUNS_A_LIFE; number++) {
                beforeOrAfter(root.resolve("run-" + number), logBefore, stateBefore);
            }
        }
    }

    private static void approveAndKill(Path root, int life) throws Exception {
        Process process = ChildJvm.start(DecidingProcess.class, "approve", root.toString());
        try (BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("running");
            process.waitFor(life, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void beforeOrAfter(Path run, String logBefore, String stateBefore)
            throws Exception {
        String log = Files.readString(run.resolve("audit.jsonl"));
        String state = Files.readString(run.resolve("state.json"));
        boolean recorded = !log.equals(logBefore);
        if (recorded) {
            assertThat(log).startsWith(logBefore);
            assertThat(verify(run).verdict()).isEqualTo(Verdict.INTACT);
            assertThat(log.substring(logBefore.length()).lines()).hasSize(1);
        }
        boolean written = !state.equals(stateBefore);
        assertThat(written && !recorded).as("the checkpoint is never ahead").isFalse();
        if (recorded && !written) {
            RunDirectory directory = RunDirectory.of(run, Durability.EACH_WRITE);
            assertThat(Decisions.finish(directory, APPROVED)).isNull();
            assertThat(Files.readString(run.resolve("state.json")))
                    .contains("\"approver\": \"ann@example.com\"");
        }
        try (Stream<Path> files = Files.list(run)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .isSubsetOf(
                            "artifacts", "audit.jsonl", "state.json", ".countersign-unfinished");
        }
    }

    /// A file that may not grow is what a full disk looks like to whoever writes.
    @Test
    void aFullDiskLeavesTheLogAsItWas() throws Exception {
        Path run = run("run");
        byte[] before = Files.readAllBytes(run.resolve("audit.jsonl"));
        long blocks = before.length / 1024 + 1;
        List<String> line =
                List.of("bash", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "limited");
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash to limit files");
        Process process = ChildJvm.start(line, DecidingProcess.class, "once", run.toString());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).startsWith("running\nSourceException: ").contains("cannot be written");
        assertThat(Files.readAllBytes(run.resolve("audit.jsonl"))).isEqualTo(before);
    }

    @Test
    void aCheckpointThatCannotBeWrittenIsSaid() throws Exception {
        Path run = run("run");
        String state = Files.readString(run.resolve("state.json"));
        Path inTheWay = Files.createDirectories(run.resolve(".countersign-unfinished/x"));
        Recording recording = DecidingProcess.approve(run);
        assertThat(recording).isInstanceOf(Recording.Unfinished.class);
        ChainReport report = verify(run);
        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(report.head()).isEqualTo(((Recording.Unfinished) recording).head());
        assertThat(Files.readString(run.resolve("state.json"))).isEqualTo(state);

        Files.delete(inTheWay);
        Files.delete(run.resolve(".countersign-unfinished"));
        assertThat(Decisions.finish(RunDirectory.of(run, Durability.EACH_WRITE), APPROVED))
                .isNull();
        assertThat(Files.readString(run.resolve("state.json")))
                .contains("\"approver\": \"ann@example.com\"");
    }

    @Test
    void aTornTailIsRefusedAndTakenAwayOnDemand() throws Exception {
        Path run = run("run");
        String before = Files.readString(run.resolve("audit.jsonl"));
        DecidingProcess.approve(run);
        String after = Files.readString(run.resolve("audit.jsonl"));
        String torn = after.substring(0, after.length() - 900);
        Files.writeString(run.resolve("audit.jsonl"), torn);
        assertThat(DecidingProcess.approve(run))
                .isEqualTo(new Recording.Refused(Refusal.TORN_TAIL));
        assertThat(Files.readString(run.resolve("audit.jsonl"))).isEqualTo(torn);

        RunDirectory directory = RunDirectory.of(run, Durability.EACH_WRITE);
        Path kept = run.resolve("audit.jsonl.torn-1");
        assertThat(Decisions.setUnfinishedAside(directory))
                .isEqualTo(
                        new TornEnd(
                                run.resolve("audit.jsonl"), torn.length() - before.length(), kept));
        assertThat(kept).hasContent(torn.substring(before.length()));
        assertThat(Files.readString(run.resolve("audit.jsonl"))).isEqualTo(before);
    }

    @Test
    void anotherHeadIsRefused() throws Exception {
        Path run = run("run");
        byte[] before = Files.readAllBytes(run.resolve("audit.jsonl"));
        assertThat(
                        Decisions.record(
                                RunDirectory.of(run, Durability.EACH_WRITE),
                                "0".repeat(64),
                                DecidingProcess.approval(),
                                APPROVED))
                .isEqualTo(new Recording.Refused(Refusal.HEAD_MOVED));
        assertThat(Files.readAllBytes(run.resolve("audit.jsonl"))).isEqualTo(before);
    }

    @Test
    void aFolderThatVanishedIsNamed() throws Exception {
        assertThatThrownBy(() -> DecidingProcess.approve(folder.resolve("gone")))
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        folder.resolve("gone")
                                + " is not a folder: nothing is written through it.");
    }

    @Test
    void noCheckpointNothingWritten() throws Exception {
        Path run = run("run");
        Files.delete(run.resolve("state.json"));
        byte[] before = Files.readAllBytes(run.resolve("audit.jsonl"));
        assertThatThrownBy(() -> DecidingProcess.approve(run))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("state.json is not there or cannot be read");
        assertThat(Files.readAllBytes(run.resolve("audit.jsonl"))).isEqualTo(before);
    }

    /** With its indent it would be larger than a checkpoint that is read again. */
    @Test
    void aCheckpointThatWouldBecomeTooLargeNothingWritten() throws Exception {
        Path run = run("run");
        Path state = run.resolve("state.json");
        String deep = "[".repeat(20_000) + "]".repeat(20_000);
        Files.writeString(
                state, Files.readString(state).replaceFirst("\\{", "{\"extra\": " + deep + ","));
        byte[] before = Files.readAllBytes(run.resolve("audit.jsonl"));
        byte[] checkpoint = Files.readAllBytes(state);
        assertThatThrownBy(() -> DecidingProcess.approve(run))
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        state
                                + " would become larger than 67108864 bytes, and could not be read"
                                + " again: it is left as it is.");
        assertThat(Files.readAllBytes(run.resolve("audit.jsonl"))).isEqualTo(before);
        assertThat(Files.readAllBytes(state)).isEqualTo(checkpoint);
    }

    @Test
    void lostPermissionIsNamed() throws Exception {
        Path run = run("run");
        Path log = run.resolve("audit.jsonl");
        assumeTrue(log.toFile().setReadOnly(), "this file system knows no permissions");
        assumeTrue(!Files.isWritable(log), "whoever runs the tests may write everything");
        assertThatThrownBy(() -> DecidingProcess.approve(run))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(log + " cannot be written");
    }
}
