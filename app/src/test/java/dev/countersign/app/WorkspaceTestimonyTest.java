// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.feature.integrity.Kept;
import dev.countersign.app.feature.run.ReadRun;
import dev.countersign.app.feature.sign.SignSubject;
import dev.countersign.app.text.AdviceText;
import dev.countersign.app.text.CompletenessText;
import dev.countersign.app.text.CopyText;
import dev.countersign.app.text.SeenText;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.compare.Compared;
import dev.countersign.core.compare.LogComparer;
import dev.countersign.core.recovery.Recovery;
import dev.countersign.core.recovery.RecoveryProgress;
import dev.countersign.core.recovery.RecoveryResult;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.TornEndFile;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.testkit.Folders;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingKind;
import dev.countersign.core.workspace.Witnessed;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

class WorkspaceTestimonyTest {
    private static final String RUN = "change-approval-0155cb2f963b";
    private static final String HEAD =
            "a0cc01889a6b4f6788ff480f35252dbde313e706861e584faf26fe9b4cf3d90c";
    private static final String LOG =
            "{\"ts\": \"2026-11-21T00:25:15.476520+00:00\", \"event\": \"run_started\", \"prev\":"
                    + " \"genesis\", \"run_id\": \"change-approval-0155cb2f963b\", \"name\":"
                    + " \"change-approval\", \"hash\": \""
                    + HEAD
                    + "\"}\n";

    @TempDir Path folder;
    @AutoClose private final Access desks = new Access();

    private Path log(String text) throws Exception {
        Path run = Files.createDirectories(folder.resolve("runs").resolve(RUN));
        return Files.writeString(run.resolve("audit.jsonl"), text);
    }

    private WorkspaceAccess access() {
        return desks.on(folder.resolve("user"), () -> Instant.parse("2026-11-21T05:00:00Z"));
    }

    @Test
    void aLogThatGotShorterSaysWhatThisDeskHasSeen() throws Exception {
        Path log = log(LOG);
        WorkspaceAccess access = access();
        var _ = access.open(folder.resolve("runs"));
        ReadRun.OnFile before = runs(access).onFile(log.getParent());
        assertThat(before.findings()).isEmpty();
        assertThat(before.seen().own()).extracting(Checkpoint::head).containsExactly(HEAD);
        Path torn = Files.writeString(log.resolveSibling("audit.jsonl.torn-1"), "{");
        assertThat(runs(access).onFile(log.getParent()).tornEnds())
                .containsExactly(
                        new TornEndFile(
                                "audit.jsonl.torn-1",
                                1,
                                FileDigest.sha256(Files.readAllBytes(torn))));
        Files.writeString(log, "");
        access.with(workspace -> workspace.scan(Progress.NONE, Cancellation.NEVER));
        assertThat(runs(access).onFile(log.getParent()).findings())
                .extracting(found -> SeenText.sentence(found, ZoneOffset.UTC))
                .containsExactly(
                        "this desk has seen 1 record up to head a0cc01889a6b… at"
                                + " 2026-11-21 05:00, here are none: changed since.");
    }

    private static WorkspaceLogs logs(WorkspaceAccess access) {
        var chains = new ChainVerifier(Runnable::run, 1);
        return new WorkspaceLogs(
                chains,
                new WorkspaceRuns(chains, access),
                access,
                new Recovery(Runnable::run, 1, System::nanoTime),
                new LogComparer(Runnable::run, 1));
    }

    private static WorkspaceRuns runs(WorkspaceAccess access) {
        return new WorkspaceRuns(new ChainVerifier(Runnable::run, 1), access);
    }

    private static List<FindingKind> kinds(Kept kept) {
        return ((Kept.Here) kept).findings().stream().map(Finding::kind).toList();
    }

    @Test
    void aBrokenLogOfTheWorkspaceHasItsFinding() throws Exception {
        Path log = log(LOG.replace("run_started", "run_startled"));
        WorkspaceAccess access = access();
        var _ = access.open(folder.resolve("runs"));
        assertThat(kinds(logs(access).kept(log))).containsExactly(FindingKind.CHAIN_BROKEN);
    }

    @Test
    void whatWasRecoveredIsExportedWithTheTextThatItsHashIsOf() throws Exception {
        Path log = log(LOG.replace("change-approval\", \"hash", "change-approvel\", \"hash"));
        WorkspaceAccess access = access();
        var _ = access.open(folder.resolve("runs"));
        WorkspaceLogs logs = logs(access);
        byte[] before = Files.readAllBytes(log);
        var done = (Verification.Finished) logs.verify(log, Progress.NONE, Cancellation.NEVER);
        RecoveryResult result =
                logs.recover(log, done.report(), 0, RecoveryProgress.NONE, Cancellation.NEVER);
        Path stick = Files.createDirectory(folder.resolve("stick"));
        Path text = logs.export((RecoveryResult.Recovered) result, stick);
        assertThat(FileDigest.sha256(Files.readAllBytes(text))).isEqualTo(HEAD);
        assertThat(Files.readString(stick.resolve("record-0.json"))).isEqualTo(LOG);
        assertThat(Files.readAllBytes(log)).as("nothing is written into it").isEqualTo(before);
    }

    @Test
    void whereNoneIsKeptItIsSaidWhy() throws Exception {
        Path log = log(LOG);
        WorkspaceAccess access = access();
        assertThat(logs(access).kept(log)).isEqualTo(new Kept.Nowhere(AdviceText.NO_WORKSPACE));
        var _ = access.open(folder.resolve("runs"));
        assertThat(kinds(logs(access).kept(log))).isEmpty();
        Path elsewhere = Files.writeString(folder.resolve("copy.jsonl"), LOG);
        assertThat(logs(access).kept(elsewhere))
                .isEqualTo(new Kept.Nowhere(AdviceText.OTHER_WORKSPACE));
    }

    /// What the run screen and the integrity screen say of the ends of the same log.
    private static List<CompletenessText> completeness(WorkspaceAccess access, Path log)
            throws Exception {
        RunSnapshot run =
                runs(access)
                        .read(log.getParent(), Progress.NONE, Cancellation.NEVER)
                        .orElseThrow()
                        .run();
        var verified = logs(access).verify(log, Progress.NONE, Cancellation.NEVER);
        var report = ((Verification.Finished) verified).report();
        var kept = (Kept.Here) logs(access).kept(log);
        return List.of(
                runs(access).onFile(log.getParent()).completeness(run),
                CompletenessText.of(report.checkpoint(), kept.seen(), kept.findings()));
    }

    private static void take(WorkspaceAccess access, long records, String head) throws Exception {
        var other = new Checkpoint("A", records, head, null, "2026-11-20T05:00:00Z");
        var seen = new Witnessed(RUN, "audit desk", other, "cd".repeat(32), "ada");
        access.with(workspace -> {
            var _ = workspace.testimony().take(List.of(seen), Access.ADA);
            return workspace.scan(Progress.NONE, Cancellation.NEVER);
        });
    }

    @Test
    void runAndIntegritySayTheSameOfTheEndsOfALog() throws Exception {
        Path log = log(LOG);
        WorkspaceAccess access = access();
        assertThat(runs(access).onFile(log.getParent())).isEqualTo(ReadRun.OnFile.NOTHING);
        var _ = access.open(folder.resolve("runs"));
        var _ = logs(access).kept(log);
        assertThat(completeness(access, log))
                .containsOnly(new CompletenessText(Outcome.NOT_CHECKED, "seen by this desk only"));
        take(access, 1, HEAD);
        assertThat(completeness(access, log))
                .containsOnly(
                        new CompletenessText(
                                Outcome.VERIFIED, "the log ends where audit desk saw it end"));
        take(access, 2, "ab".repeat(32));
        assertThat(completeness(access, log))
                .containsOnly(new CompletenessText(Outcome.FAILED, "1 checkpoint disagrees"));
    }

    @Test
    void whatThisDeskAloneHasSeenSpeaksAgainstALogOnBoth() throws Exception {
        Path log = log(LOG);
        WorkspaceAccess access = access();
        var _ = access.open(folder.resolve("runs"));
        var _ = logs(access).kept(log);
        Files.writeString(log, "");
        access.with(workspace -> workspace.scan(Progress.NONE, Cancellation.NEVER));
        assertThat(completeness(access, log))
                .containsOnly(new CompletenessText(Outcome.FAILED, "1 checkpoint disagrees"));
    }

    @Test
    void whatThisDeskAloneHasSeenSpeaksAgainstSigning() throws Exception {
        Path sample = Path.of("..", "core", "src", "test", "resources", "samples");
        String name = "change-approval-241bf6287b12";
        Path run = Folders.copy(sample.resolve(name), folder.resolve("runs").resolve(name));
        Path log = run.resolve("audit.jsonl");
        WorkspaceAccess access = access();
        var _ = access.open(folder.resolve("runs"));
        var _ = logs(access).kept(log);
        assertThat(standing(access, run)).doesNotContain(Obstacle.Kind.HISTORY_CHANGED);
        List<String> lines = Files.readAllLines(log);
        Files.write(log, lines.subList(0, lines.size() - 1));
        access.with(workspace -> workspace.scan(Progress.NONE, Cancellation.NEVER));
        assertThat(standing(access, run)).contains(Obstacle.Kind.HISTORY_CHANGED);
        assertThat(completeness(access, log))
                .containsOnly(new CompletenessText(Outcome.FAILED, "1 checkpoint disagrees"));
    }

    /// What stands against an approval.
    private static List<Obstacle.Kind> standing(WorkspaceAccess access, Path run) throws Exception {
        ReadRun.Reading now = runs(access).again(run);
        var subject = new SignSubject.OfRun(now.run(), now.policy());
        return subject.obstacles(new Act.Approve(null, ""), "ann@example.com").stream()
                .map(Obstacle::kind)
                .toList();
    }

    @Test
    void bothCopiesAreHeldAgainstWhatWasSeen() throws Exception {
        Path log = log(LOG);
        WorkspaceAccess access = access();
        var _ = access.open(folder.resolve("runs"));
        assertThat(kinds(logs(access).kept(log))).isEmpty();
        var other = new Checkpoint("A", 1, "ab".repeat(32), null, "2026-11-20T05:00:00Z");
        var seen = new Witnessed(RUN, "audit desk", other, "cd".repeat(32), "ada");
        access.with(workspace -> {
            var _ = workspace.testimony().take(List.of(seen), Access.ADA);
            return workspace.scan(Progress.NONE, Cancellation.NEVER);
        });
        assertThat(kinds(logs(access).kept(log))).containsExactly(FindingKind.WITNESS_DISAGREES);
        assertThat(runs(access).onFile(log.getParent()).findings())
                .extracting(found -> SeenText.sentence(found, ZoneOffset.UTC))
                .containsExactly(
                        "witness audit desk has seen 1 record up to head abababababab… at"
                                + " 2026-11-20 05:00, here is 1 up to a0cc01889a6b…: changed"
                                + " since.");
        Path copy = Files.writeString(folder.resolve("copy.jsonl"), LOG.replace("a0cc", "b0cc"));
        Compared compared = logs(access).compare(log, copy, Progress.NONE, Cancellation.NEVER);
        assertThat(CopyText.stands(((Compared.Finished) compared).comparison().stands()))
                .containsExactly(
                        "Checkpoint of this desk (1 record): this log agrees, the other disagrees.",
                        "Checkpoint of audit desk (1 record): this log disagrees, the other"
                                + " disagrees.");
    }
}
