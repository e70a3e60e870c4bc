// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.sampling.Commitment;
import dev.countersign.core.sampling.Draw;
import dev.countersign.core.sampling.Member;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/** Populations, draws and who has looked, in a workspace of real runs. */
class SamplesTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Actor ANN = new Actor("ann@example.com", Actor.Type.USER);
    private static final Instant DECEMBER = Instant.parse("2026-12-10T09:00:00Z");

    @TempDir Path temp;
    private WorkspaceFolder folder = new WorkspaceFolder(Path.of(""));

    @BeforeEach
    void workspace() throws Exception {
        folder =
                SampleRuns.workspace(
                        temp, SampleRuns.COMPLETED, SampleRuns.AWAITING, SampleRuns.BLOCKED);
    }

    private static SampleCoverage coverage(Samples samples) throws Exception {
        return samples.coverage(NOVEMBER, Progress.NONE, Cancellation.NEVER).orElseThrow();
    }

    @Test
    void aPopulationIsWhatStartedInThePeriod() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            Samples samples = new Samples(workspace);
            assertThat(samples.periods()).containsExactly(NOVEMBER);
            Population population = samples.population(NOVEMBER);
            assertThat(population.members())
                    .extracting(Member::runId)
                    .containsExactly(SampleRuns.AWAITING, SampleRuns.COMPLETED, SampleRuns.BLOCKED);
            assertThat(population.approvals()).hasSize(2);
            assertThat(population.risky())
                    .extracting(Member::runId)
                    .containsExactly(SampleRuns.BLOCKED);
            assertThat(samples.population(NOVEMBER.plusMonths(1)).members()).isEmpty();
        }
    }

    @Test
    void aSeedOfChanceComesAfterThePopulationIsFixed() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            Samples samples = new Samples(workspace);
            Population population = samples.population(NOVEMBER);
            Draw draw =
                    samples.drawByChance(
                            ANN,
                            population,
                            0.5,
                            () -> {
                                assertThat(latest(workspace).action())
                                        .isEqualTo(DeskAction.POPULATION_COMMITTED.word());
                                return "c0ffee";
                            });
            List<LedgerEvent> events =
                    workspace
                            .ledger()
                            .find(LedgerQuery.ALL.byResource(SampleEntries.resource(NOVEMBER)));
            assertThat(events)
                    .extracting(LedgerEvent::action)
                    .containsExactly("population_committed", "sample_drawn");
            JsonObject drawn = events.getLast().details();
            assertThat(drawn.string("commitment")).isEqualTo(events.getFirst().eventHash());
            assertThat(drawn.string("randomness")).isEqualTo("c0ffee");
            assertThat(drawn.string("seed")).isEqualTo(draw.seed().toString());
            Commitment commitment =
                    new Commitment(population.sha256(), events.getFirst().eventHash());
            assertThat(commitment.seed("c0ffee")).isEqualTo(draw.seed());
            assertThat(Draw.of(population, 0.5, draw.seed())).isEqualTo(draw);
            assertThat(samples.draws(NOVEMBER))
                    .containsExactly(
                            new RecordedDraw(
                                    events.getLast().eventHash(),
                                    events.getLast().timestamp(),
                                    "ann@example.com",
                                    population.sha256(),
                                    population.runsSha256(),
                                    "0.5",
                                    draw.seed().toString(),
                                    true,
                                    List.of(draw.sampled().getFirst().runId()),
                                    null));
        }
    }

    private static LedgerEvent latest(Workspace workspace) {
        try {
            return Objects.requireNonNull(workspace.ledger().latest());
        } catch (SourceException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theFirstDrawCountsAndEverythingRiskyBelongsToIt() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            Samples samples = new Samples(workspace);
            assertThat(coverage(samples).objection()).isEqualTo("no sample was drawn");
            Population population = samples.population(NOVEMBER);
            Draw first = samples.draw(ANN, population, 0.5, BigInteger.ONE);
            samples.draw(ANN, population, 1, BigInteger.TWO);
            samples.assign(ANN, population, SampleRuns.BLOCKED, "bob@example.com");
            samples.assign(ANN, population, SampleRuns.BLOCKED, "cy@example.com");
            SampleCoverage coverage = coverage(samples);
            assertThat(coverage.draws()).hasSize(2);
            assertThat(coverage.rows())
                    .containsExactly(
                            new SampleCoverage.Row(
                                    first.sampled().getFirst().runId(), true, null, List.of()),
                            new SampleCoverage.Row(
                                    SampleRuns.BLOCKED, false, "cy@example.com", List.of()));
            assertThat(coverage.percent()).isZero();
            assertThat(coverage.objection()).isEqualTo("0 of 2 runs are observed");
            assertThatThrownBy(() -> samples.signOff(ANN, coverage, ""))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(samples.coverage(NOVEMBER, Progress.NONE, () -> true)).isEmpty();
        }
    }

    @Test
    void aDrawTakesThePlaceOfAnotherWithAReasonAndBothStay() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            Samples samples = new Samples(workspace);
            Population population = samples.population(NOVEMBER);
            samples.draw(ANN, population, 0.5, BigInteger.ONE);
            RecordedDraw first = samples.draws(NOVEMBER).getFirst();
            var over = new RecordedDraw.Superseding(first.eventHash(), "the rate was too low");
            samples.draw(ANN, population, 1, BigInteger.TWO);
            samples.draw(ANN, population, 1, BigInteger.TEN, over);
            samples.drawByChance(ANN, population, 0.5, () -> "c0ffee", over);

            List<RecordedDraw> draws = samples.draws(NOVEMBER);
            assertThat(draws)
                    .extracting(RecordedDraw::supersedes)
                    .containsExactly(null, null, over, over);
            assertThat(draws.getFirst()).isEqualTo(first);
            assertThat(RecordedDraw.line(draws)).containsExactly(first, draws.get(2));
            SampleCoverage coverage = coverage(samples);
            assertThat(coverage.draw()).isEqualTo(draws.get(2));
            assertThat(coverage.rows())
                    .filteredOn(SampleCoverage.Row::drawn)
                    .extracting(SampleCoverage.Row::runId)
                    .containsExactlyElementsOf(draws.get(2).sampled())
                    .hasSize(2);
            assertThat(RecordedDraw.counting(List.of())).isNull();
            assertThatThrownBy(() -> new RecordedDraw.Superseding(first.eventHash(), " "))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRunThatIsGoneIsNamedAndChangesThePopulation() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            Samples samples = new Samples(workspace);
            samples.draw(ANN, samples.population(NOVEMBER), 1, BigInteger.ONE);
            assertThat(samples.vanished(NOVEMBER)).isEmpty();
            Files.move(folder.runs().resolve(SampleRuns.AWAITING), temp.resolve("taken away"));
            scan(workspace);
            assertThat(samples.vanished(NOVEMBER)).containsExactly(SampleRuns.AWAITING);
            assertThat(coverage(samples).objection())
                    .isEqualTo("the population is not the one that was drawn from");
        }
    }

    @Test
    void signingOffEndsTheClockOfThePeriod() throws Exception {
        SampleRuns.copy(SampleRuns.AWAITING, temp.resolve("other").resolve("runs"));
        WorkspaceFolder other = new WorkspaceFolder(temp.resolve("other"));
        try (Workspace workspace = Workspace.open(other, desk(NOW))) {
            scan(workspace);
        }
        try (Workspace workspace = Workspace.open(other, desk(DECEMBER))) {
            scan(workspace);
            Samples samples = new Samples(workspace);
            assertThat(workspace.seen().periods(DECEMBER)).hasSize(1);
            samples.draw(ANN, samples.population(NOVEMBER), 0, BigInteger.ONE);
            SampleCoverage nothing = coverage(samples);
            assertThat(nothing.percent()).isEqualTo(100);
            samples.signOff(ANN, nothing, "nothing was drawn");
            assertThat(workspace.seen().periods(DECEMBER)).isEmpty();
            assertThat(workspace.seen().periods(DECEMBER.minusSeconds(60))).hasSize(1);
            Instant late = Instant.parse("2027-02-10T09:00:00Z");
            assertThat(workspace.findings(late))
                    .extracting(Finding::kind)
                    .doesNotContain(FindingKind.BREACHED_POPULATION);
        }
    }
}
