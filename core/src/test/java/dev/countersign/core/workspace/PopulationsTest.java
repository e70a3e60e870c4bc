// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Progress;
import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.holiday.HolidayMerge;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.policy.DefaultPolicy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The clock of the clean population: for which periods, until when, and what is raised. */
class PopulationsTest {
    private static final Instant DECEMBER = Instant.parse("2026-12-10T09:00:00Z");
    private static final Instant DUE = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2027-02-10T09:00:00Z");

    @TempDir Path temp;
    private WorkspaceFolder folder = new WorkspaceFolder(Path.of(""));

    @BeforeEach
    void workspace() throws Exception {
        folder = SampleRuns.workspace(temp, SampleRuns.COMPLETED, SampleRuns.AWAITING);
    }

    private static List<String> waiting(Workspace workspace, Instant at) throws Exception {
        return workspace.seen().periods(at).stream().map(PopulationsTest::line).toList();
    }

    private static String line(PeriodClock period) {
        return period.id() + " " + period.runs() + " " + period.clock().due();
    }

    private static List<Finding> breaches(Workspace workspace, Instant at) throws Exception {
        return workspace.findings(at).stream()
                .filter(f -> f.kind() == FindingKind.BREACHED_POPULATION)
                .toList();
    }

    @Test
    void aPeriodWaitsOnceItIsOverAndStaysOpen() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            assertThat(waiting(workspace, NOW)).isEmpty();
            assertThat(waiting(workspace, DECEMBER)).containsExactly("population-2026-11 2 " + DUE);
            assertThat(waiting(workspace, FEBRUARY)).containsExactly("population-2026-11 2 " + DUE);
        }
    }

    @Test
    void whatWasOverBeforeThereWasThisDeskIsNotItsOwn() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(FEBRUARY))) {
            scan(workspace);
            assertThat(waiting(workspace, FEBRUARY)).isEmpty();
            assertThat(breaches(workspace, FEBRUARY)).isEmpty();
            assertThat(waiting(workspace, DECEMBER))
                    .as("asked about the day on which it waited")
                    .containsExactly("population-2026-11 2 " + DUE);
        }
    }

    @Test
    void aSampleThatWasMissedIsAFindingOfThePeriod() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(DECEMBER))) {
            scan(workspace);
            workspace.raise();
            assertThat(breaches(workspace, DUE.minusNanos(1))).isEmpty();
            assertThat(breaches(workspace, DUE)).as("from the due instant on").hasSize(1);
        }
        try (Workspace workspace = Workspace.open(folder, desk(FEBRUARY))) {
            scan(workspace);
            Finding breach =
                    new Finding(
                            FindingKind.BREACHED_POPULATION,
                            3,
                            "population-2026-11",
                            "2026-11",
                            DUE,
                            DUE,
                            null,
                            null,
                            JsonValue.object()
                                    .with("clock", "population")
                                    .with("period", "2026-11")
                                    .with("runs", 2)
                                    .with("started", "2026-12-01T00:00:00Z")
                                    .with("due", "2027-01-01T00:00:00Z")
                                    .with("policy_version", DefaultPolicy.get().version())
                                    .with("escalate_to", "completeness review")
                                    .build());
            assertThat(workspace.raise()).contains(breach);
            assertThat(workspace.raise()).isEmpty();
            assertThat(breaches(workspace, FEBRUARY)).containsExactly(breach);
            assertThat(Files.readString(folder.outbox().resolve(breach.id() + ".json")))
                    .contains("completeness review");
        }
    }

    @Test
    void itsDeadlineIsFixedWhenItIsFirstSeen() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(DECEMBER))) {
            scan(workspace);
        }
        String text = HolidayMerge.into(DefaultPolicy.get(), List.of(), "2").text();
        int at = text.indexOf("\"next_period\"");
        assertThat(at).isPositive();
        String policy =
                text.substring(0, at)
                        + "\"elapsed_hours\": 1"
                        + text.substring(text.indexOf('}', at));
        Files.writeString(folder.policy(), policy);
        try (Workspace workspace = Workspace.open(folder, desk(DECEMBER))) {
            scan(workspace);
            assertThat(workspace.policy().version()).isEqualTo("2");
            assertThat(workspace.seen().periods(DECEMBER))
                    .extracting(period -> period.clock().policyVersion())
                    .containsExactly(DefaultPolicy.get().version());
            assertThat(waiting(workspace, DECEMBER)).containsExactly("population-2026-11 2 " + DUE);
        }
    }

    @Test
    void withoutAWorkspaceAMonthIsAnsweredForSinceItsFirstRun() throws Exception {
        Overview overview =
                Overview.of(
                        folder.runs(),
                        DefaultPolicy.get(),
                        KeptClocks.none(),
                        desk(FEBRUARY),
                        Progress.NONE);
        for (Instant at : List.of(DECEMBER, FEBRUARY)) {
            assertThat(overview.seen().periods(at))
                    .extracting(PopulationsTest::line)
                    .containsExactly("population-2026-11 2 " + DUE);
        }
        assertThat(overview.findings(DECEMBER))
                .extracting(Finding::kind)
                .doesNotContain(FindingKind.BREACHED_POPULATION);
        assertThat(overview.findings(FEBRUARY))
                .filteredOn(finding -> finding.kind() == FindingKind.BREACHED_POPULATION)
                .extracting(finding -> finding.runId() + " " + finding.at())
                .containsExactly("population-2026-11 " + DUE);
    }
}
