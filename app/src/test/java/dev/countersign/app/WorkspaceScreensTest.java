// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.feature.findings.Coverage;
import dev.countersign.app.feature.findings.FindingsReading;
import dev.countersign.app.feature.ledger.LedgerVerdict;
import dev.countersign.app.feature.settings.Holidays;
import dev.countersign.app.feature.settings.PolicySheet;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.FindingKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/// The ports of findings, ledger and settings on a real workspace.
class WorkspaceScreensTest {
    private static final String LOG =
            "{\"ts\": \"2026-11-21T00:25:15.476520+00:00\", \"event\": \"run_started\", \"prev\":"
                    + " \"genesis\", \"run_id\": \"change-approval-0155cb2f963b\", \"name\":"
                    + " \"change-approval\", \"hash\":"
                    + " \"a0cc01889a6b4f6788ff480f35252dbde313e706861e584faf26fe9b4cf3d90c\"}\n";

    @TempDir Path folder;

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-21T05:00:00Z"));

    private WorkspaceAccess access(Path opened) {
        var access =
                new WorkspaceAccess(
                        folder.resolve("user"), Desk.once(Runnable::run, 1, clock), "ada");
        access.opened(opened);
        return access;
    }

    private Path runs(String log) throws Exception {
        Path run = Files.createDirectories(folder.resolve("runs/change-approval-0155cb2f963b"));
        Files.writeString(run.resolve("audit.jsonl"), log);
        return folder.resolve("runs");
    }

    @Test
    void withoutAFolderNothingIsSaid() throws Exception {
        var access = new WorkspaceAccess(folder, Desk.once(Runnable::run, 1, clock), "ada");
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

        Files.writeString(sheet.file(), "{}");
        PolicySheet wrong = settings.policy();
        assertThat(wrong.reading()).isInstanceOf(PolicySheet.Reading.Invalid.class);
        assertThat(wrong.inForce()).isEqualTo(sheet.inForce());

        var ledger = new WorkspaceLedger(access);
        assertThat(ledger.latest(9).rows()).hasSize(1);
        assertThat(ledger.verify(Progress.NONE, Cancellation.NEVER))
                .isInstanceOfSatisfying(
                        LedgerVerdict.Intact.class, i -> assertThat(i.entries()).isEqualTo(1));
        Path file = folder.resolve("ledger.jsonl");
        assertThat(ledger.export(file)).isEqualTo(1);
        assertThat(Files.readString(file)).contains("policy_changed");
        assertThat(ledger.latest(9).rows().getFirst().action()).isEqualTo("exported");
    }

    @Test
    void sourcesComeAndGo() throws Exception {
        var settings = new WorkspaceSettings(access(runs(LOG)));
        assertThat(settings.sources()).hasSize(1);
        Path more = Files.createDirectory(folder.resolve("more"));
        assertThat(settings.add(more)).hasSize(2);
        assertThat(settings.remove(settings.sources().getFirst())).hasSize(1);
    }
}
