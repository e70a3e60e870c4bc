// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.app.feature.findings.Coverage;
import dev.countersign.app.feature.findings.FindingsReading;
import dev.countersign.app.feature.ledger.LedgerRow;
import dev.countersign.app.feature.ledger.LedgerVerdict;
import dev.countersign.app.feature.settings.Holidays;
import dev.countersign.app.feature.settings.PolicySheet;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.compare.LogComparer;
import dev.countersign.core.holiday.HolidayMerge;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.recovery.Recovery;
import dev.countersign.core.workspace.FindingKind;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The ports of findings, ledger and settings on a real workspace.
class WorkspaceScreensTest {
    private static final String LOG =
            "{\"ts\": \"2026-11-21T00:25:15.476520+00:00\", \"event\": \"run_started\", \"prev\":"
                    + " \"genesis\", \"run_id\": \"change-approval-0155cb2f963b\", \"name\":"
                    + " \"change-approval\", \"hash\":"
                    + " \"a0cc01889a6b4f6788ff480f35252dbde313e706861e584faf26fe9b4cf3d90c\"}\n";

    @TempDir Path folder;
    @AutoClose private final Access desks = new Access();

    private Instant now = Instant.parse("2026-11-21T05:00:00Z");

    private WorkspaceAccess access(Path opened) {
        var access = desks.on(folder.resolve("user"), () -> now);
        var _ = access.open(opened);
        return access;
    }

    private Path runs(String log) throws Exception {
        Path run = Files.createDirectories(folder.resolve("runs/change-approval-0155cb2f963b"));
        Files.writeString(run.resolve("audit.jsonl"), log);
        return folder.resolve("runs");
    }

    @Test
    void withoutAFolderNothingIsSaid() throws Exception {
        var access = desks.on(folder, () -> now);
        assertThat(new WorkspaceFindings(access).read().coverage()).isEqualTo(Coverage.NONE);
        assertThat(new WorkspaceLedger(access).latest(9).rows()).isEmpty();
        assertThat(new WorkspaceSettings(access).policy().file()).isNull();
        assertThat(new WorkspaceSettings(access).sources()).isEmpty();
    }

    @Test
    void aBrokenChainIsTheFirstFinding() throws Exception {
        Path runs = runs(LOG.replace("run_started", "run_startled"));
        FindingsReading reading = new WorkspaceFindings(access(runs)).read();
        assertThat(reading.coverage().runs()).isEqualTo(1);
        var first = reading.findings().getFirst();
        assertThat(first.finding().kind()).isEqualTo(FindingKind.CHAIN_BROKEN);
        assertThat(first.run()).isNotNull();
        assertThat(first.goesTo()).containsExactly("platform owner", "audit");
        assertThat(first.due()).isEqualTo(first.finding().at());
    }

    @Test
    void holidaysBecomePolicyAndTheLedgerSaysSo() throws Exception {
        WorkspaceAccess access = access(runs(LOG));
        var settings = new WorkspaceSettings(access);
        assertThat(settings.policy().reading()).isInstanceOf(PolicySheet.Reading.Absent.class);
        var norway =
                settings.countries().stream().filter(c -> c.name().equals("Norway")).findFirst();
        Holidays holidays =
                settings.holidays(new Holidays.Wanted.OfCountry(norway.orElseThrow(), 2026));
        assertThat(holidays.added()).isNotEmpty();
        PolicySheet sheet = settings.adopt(holidays);
        assertThat(sheet.reading()).isInstanceOf(PolicySheet.Reading.Valid.class);
        assertThat(sheet.inForce().calendar().exceptions()).hasSize(holidays.added().size());
        assertThat(sheet.file().resolveSibling("policy.schema.json")).isNotEmptyFile();

        Files.writeString(sheet.file(), "{}");
        PolicySheet wrong = settings.policy();
        assertThat(wrong.reading()).isInstanceOf(PolicySheet.Reading.Invalid.class);
        assertThat(wrong.inForce()).isEqualTo(sheet.inForce());

        var ledger = new WorkspaceLedger(access);
        assertThat(ledger.latest(9).rows())
                .extracting(LedgerRow::action)
                .containsExactly("policy_changed", "opened");
        assertThat(ledger.verify(Progress.NONE, Cancellation.NEVER))
                .isInstanceOfSatisfying(
                        LedgerVerdict.Intact.class, i -> assertThat(i.entries()).isEqualTo(2));
        Path file = folder.resolve("ledger.jsonl");
        assertThat(ledger.export(file)).isEqualTo(2);
        assertThat(Files.readString(file)).contains("policy_changed");
        assertThat(ledger.latest(9).rows().getFirst().action()).isEqualTo("exported");
    }

    @Test
    void whoHasNoPolicyGetsOneToChange() throws Exception {
        WorkspaceAccess access = access(runs(LOG));
        var settings = new WorkspaceSettings(access);
        PolicySheet sheet = settings.writeDefault();
        assertThat(sheet.reading()).isInstanceOf(PolicySheet.Reading.Valid.class);
        assertThat(sheet.inForce()).isEqualTo(DefaultPolicy.get());
        assertThat(sheet.file()).hasBinaryContent(DefaultPolicy.bytes());
        assertThat(sheet.file().resolveSibling("policy.schema.json")).isNotEmptyFile();
        assertThat(new WorkspaceLedger(access).latest(9).rows())
                .extracting(LedgerRow::action)
                .containsExactly("policy_changed", "opened");

        String own = Files.readString(sheet.file()).replace("default-1", "ours-1");
        Files.writeString(sheet.file(), own);
        assertThat(settings.writeDefault().file()).hasContent(own);
    }

    @Test
    void sourcesComeAndGo() throws Exception {
        var settings = new WorkspaceSettings(access(runs(LOG)));
        assertThat(settings.sources()).hasSize(1);
        Path more = Files.createDirectory(folder.resolve("more"));
        assertThat(settings.add(more)).hasSize(2);
        assertThat(settings.remove(settings.sources().getFirst())).hasSize(1);
    }

    private static final String RUN = "change-approval-0155cb2f963b";

    private static List<String> acts(WorkspaceAccess access) throws Exception {
        return new WorkspaceLedger(access)
                .latest(99).rows().reversed().stream()
                        .map(row ->
                                String.join(
                                        " ",
                                        row.actor(),
                                        row.action(),
                                        row.resourceType(),
                                        Path.of(row.resourceId()).getFileName().toString()))
                        .toList();
    }

    @Test
    void aRunThatIsOpenedIsRecordedOnceAMinute() throws Exception {
        WorkspaceAccess access = access(runs(LOG));
        var runs = new WorkspaceRuns(new ChainVerifier(Runnable::run, 1), access);
        Path run = folder.resolve("runs").resolve(RUN);
        var heard = new ArrayList<String>();
        access.onNews(() -> heard.add("news"));
        for (int seconds : List.of(0, 30, 59, 60, 61)) {
            now = Instant.parse("2026-11-21T05:00:00Z").plusSeconds(seconds);
            assertThat(runs.read(run, Progress.NONE, Cancellation.NEVER)).isPresent();
        }
        String opened = "ada opened run " + RUN;
        assertThat(acts(access)).containsSubsequence(opened, opened).hasSize(3);
        assertThat(heard).hasSize(2);
        assertThat(runs.read(run, Progress.NONE, () -> true)).isEmpty();
    }

    @Test
    void aLogThatIsVerifiedIsRecordedWithWhatCameOut() throws Exception {
        WorkspaceAccess access = access(runs(LOG));
        var chains = new ChainVerifier(Runnable::run, 1);
        var verifier =
                new WorkspaceLogs(
                        chains,
                        new WorkspaceRuns(chains, access),
                        access,
                        new Recovery(Runnable::run, 1, System::nanoTime),
                        new LogComparer(Runnable::run, 1));
        Path run = folder.resolve("runs").resolve(RUN);
        var _ = verifier.verify(run, Progress.NONE, () -> true);
        var _ = verifier.verify(run, Progress.NONE, Cancellation.NEVER);
        assertThat(acts(access)).last().isEqualTo("ada verified log audit.jsonl");
        assertThat(acts(access)).as("a stopped one says nothing").hasSize(2);
        assertThat(new WorkspaceLedger(access).latest(1).rows().getFirst().details().text())
                .isEqualTo(
                        "{\"verdict\": \"intact\", \"records\": 1, \"head\":"
                            + " \"a0cc01889a6b4f6788ff480f35252dbde313e706861e584faf26fe9b4cf3d90c\","
                            + " \"faults\": 0}");
    }

    @Test
    void withoutAFolderVerifyingIsRecordedNowhere() throws Exception {
        var access = desks.on(folder.resolve("user"), () -> now);
        var chains = new ChainVerifier(Runnable::run, 1);
        var verifier =
                new WorkspaceLogs(
                        chains,
                        new WorkspaceRuns(chains, access),
                        access,
                        new Recovery(Runnable::run, 1, System::nanoTime),
                        new LogComparer(Runnable::run, 1));
        Path log = runs(LOG).resolve(RUN).resolve("audit.jsonl");
        assertThat(verifier.verify(log, Progress.NONE, Cancellation.NEVER))
                .isInstanceOf(Verification.Finished.class);
        assertThat(folder.resolve("user")).doesNotExist();
    }

    @Test
    void aPolicyThatWasEditedIsInTheLedgerBeforeItIsShown() throws Exception {
        WorkspaceAccess access = access(runs(LOG));
        var settings = new WorkspaceSettings(access);
        Path file = settings.policy().file();
        Files.writeString(file, HolidayMerge.into(DefaultPolicy.get(), List.of(), "2").text());
        assertThat(settings.policy().inForce().version()).isEqualTo("2");
        assertThat(acts(access)).last().isEqualTo("countersign policy_changed policy policy.json");
        int before = acts(access).size();
        assertThat(settings.policy().inForce().version()).isEqualTo("2");
        assertThat(acts(access)).hasSize(before);
    }

    @Test
    void whatALookFindsIsNews() throws Exception {
        Path runs = runs(LOG);
        var access = desks.on(folder.resolve("user"), () -> now);
        var heard = new ArrayList<String>();
        access.onNews(() -> heard.add("news"));
        WorkspaceSource queue = access.open(runs);
        var _ = queue.read(now, Progress.NONE, Cancellation.NEVER);
        assertThat(heard).as("a run").hasSize(1);
        var _ = queue.read(now, Progress.NONE, Cancellation.NEVER);
        assertThat(heard).as("nothing new").hasSize(1);
    }

    @Test
    void whatIsClosedSaysSo() throws Exception {
        WorkspaceAccess access = access(runs(LOG));
        assertThat(new WorkspaceLedger(access).latest(9).rows()).hasSize(1);
        access.close();
        assertThatThrownBy(() -> new WorkspaceLedger(access).latest(9))
                .hasMessage(folder.resolve("runs") + " was closed meanwhile: open it again.");
    }

    @Test
    void verifyingTheLedgerCanBeStopped() throws Exception {
        var ledger = new WorkspaceLedger(access(runs(LOG)));
        var far = new ArrayList<String>();
        assertThat(
                        ledger.verify(
                                (done, total, events, faulty) -> far.add(done + " of " + total),
                                () -> true))
                .isEqualTo(new LedgerVerdict.Stopped(1));
        assertThat(far).containsExactly("1 of 1");
    }
}
