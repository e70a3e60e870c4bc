// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.workpaper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.report.Assessment;
import dev.countersign.core.report.Assessment.AssessedFinding;
import dev.countersign.core.report.Assessor;
import dev.countersign.core.report.Block.Paragraph;
import dev.countersign.core.report.Report;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.FindingKind;
import dev.countersign.core.workspace.FindingState;
import dev.countersign.core.workspace.KeptClocks;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.Testimony;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** No paper may conclude that nothing speaks against a run while a finding in it does. */
class ConclusionTest {
    private static final String RUN = "change-approval-0da804633cdb";
    static final Path SAMPLE = Path.of("..", "core", "src", "test", "resources", "samples", RUN);
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
    private static final String NOTHING = "No exception was found in this run.";
    private static final String ELSEWHERE =
            "A finding of SEV-1 or SEV-2 is not closed that is about none of the runs here: see"
                    + " Exceptions. Of the runs here: "
                    + NOTHING;

    private static Assessment clean() throws SourceException {
        return assessed(SAMPLE);
    }

    static Assessment assessed(Path run) throws SourceException {
        Policy policy = DefaultPolicy.get();
        var reader =
                new RunReader(new ChainVerifier(Runnable::run, 1), policy, TrustPlace.nowhere());
        Desk desk = Desk.once(Runnable::run, 1, InstantSource.fixed(AT), UUID::randomUUID);
        Overview overview = Overview.of(run, policy, KeptClocks.none(), desk, Progress.NONE);
        return new Assessor(reader, policy, "countersign test", Testimony.Kept.NOTHING)
                .run(run, overview, AT);
    }

    static Assessment with(Assessment one, AssessedFinding finding) {
        return new Assessment(
                one.subject(),
                one.at(),
                one.tool(),
                one.policyVersion(),
                one.policySha256(),
                one.runs(),
                List.of(finding),
                one.attainment(),
                one.draw(),
                one.ledger(),
                one.controls(),
                one.bundle());
    }

    private static String conclusion(Report report) {
        return ((Paragraph) report.sections().getFirst().blocks().getFirst()).text();
    }

    private static String expected(boolean stands, boolean here) {
        if (!stands) {
            return NOTHING;
        }
        return here ? "This run has exceptions." : ELSEWHERE;
    }

    @Test
    void nothingSpeaksAgainstARunOnlyWhileNoGraveFindingStands() throws Exception {
        Assessment clean = clean();
        assertThat(clean.negative()).isFalse();
        for (FindingKind kind : FindingKind.values()) {
            for (int severity = 1; severity <= 4; severity++) {
                for (FindingState state : FindingState.values()) {
                    for (String about : List.of(RUN, "another-run", "")) {
                        var finding =
                                new AssessedFinding("F-1", kind, severity, about, AT, null, state);
                        check(clean, finding);
                    }
                }
            }
        }
    }

    private static void check(Assessment clean, AssessedFinding finding) {
        Assessment one = with(clean, finding);
        boolean stands = finding.severity() <= 2 && finding.state() != FindingState.CLOSED;
        boolean here = finding.runId().equals(RUN);
        String said = expected(stands, here);
        assertThat(one.negative()).as("%s", finding).isEqualTo(stands);
        assertThat(one.clean()).as("%s", finding).isEqualTo(stands && here ? 0 : 1);
        assertThat(conclusion(new Workpaper(one, "", "").report()))
                .as("%s", finding)
                .isEqualTo(said);
        assertThat(conclusion(new OperationsPaper(one, "", "").document().report()))
                .as("%s", finding)
                .isEqualTo(said);
    }
}
