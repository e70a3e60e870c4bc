// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.countersign.app.feature.ledger.LedgerRow;
import dev.countersign.app.feature.samples.Compared;
import dev.countersign.app.feature.samples.DrawOrder;
import dev.countersign.app.feature.samples.MonthStanding;
import dev.countersign.app.feature.samples.SamplesReading;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.sampling.Percent;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.Folders;
import dev.countersign.core.workspace.RecordedDraw;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Samples of real runs, through the window's own handle.
class WorkspaceSamplesTest {
    private static final Path SAMPLES = Path.of("../core/src/test/resources/samples");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Instant NOW = Instant.parse("2026-12-02T05:00:00Z");

    @TempDir Path folder;
    @AutoClose private final Access desks = new Access();
    private WorkspaceAccess access = desks.on(Path.of("unused"), () -> NOW);
    private WorkspaceSamples samples = new WorkspaceSamples(access, () -> "c0ffee");
    private WorkspaceSource queue = access.open(Path.of("unused"));

    @BeforeEach
    void runs() throws Exception {
        try (Stream<Path> runs = Files.list(SAMPLES)) {
            for (Path run : runs.filter(Files::isDirectory).toList()) {
                Folders.copy(run, folder.resolve("runs").resolve(run.getFileName().toString()));
            }
        }
        access = desks.on(folder.resolve("user"), () -> NOW);
        samples = new WorkspaceSamples(access, () -> "c0ffee");
        queue = access.open(folder.resolve("runs"));
    }

    private SamplesReading.Read read() throws Exception {
        return (SamplesReading.Read) samples.read(null, Progress.NONE, Cancellation.NEVER);
    }

    private static Percent percent(int value) {
        return new Percent(BigDecimal.valueOf(value));
    }

    @Test
    void withoutAFolderThereIsNothing() throws Exception {
        var none = desks.on(folder.resolve("other"), () -> NOW);
        assertThat(
                        new WorkspaceSamples(none, () -> "")
                                .read(null, Progress.NONE, Cancellation.NEVER))
                .isEqualTo(new SamplesReading.NoFolder());
    }

    @Test
    void aMonthThatNobodyStandsForIsOverdueInTheEnd() throws Exception {
        assertThat(read().standings()).isEqualTo(Map.of(NOVEMBER, MonthStanding.NOT_DRAWN));
        access.close();
        access = desks.on(folder.resolve("user"), () -> NOW.plus(90, DAYS));
        samples = new WorkspaceSamples(access, () -> "c0ffee");
        var _ = access.open(folder.resolve("runs"));
        assertThat(read().standings()).isEqualTo(Map.of(NOVEMBER, MonthStanding.OVERDUE));
    }

    @Test
    void aMonthIsDrawnOnceAndTheQueueKnows() throws Exception {
        SamplesReading.Read before = read();
        assertThat(before.month()).isEqualTo(NOVEMBER);
        assertThat(before.clock()).isNotNull();
        var population = before.coverage().population();
        assertThat(queue.read(NOW, Progress.NONE, Cancellation.NEVER).sampled()).isNull();

        assertThat(before.standings()).containsEntry(NOVEMBER, MonthStanding.NOT_DRAWN);
        samples.draw(population, new DrawOrder(percent(50), null));
        SamplesReading.Read after = read();
        assertThat(after.standings()).isEqualTo(Map.of(NOVEMBER, MonthStanding.DRAWN));
        var draw = Objects.requireNonNull(after.coverage().draw());
        assertThat(draw.byChance()).isTrue();
        assertThat(draw.sampled()).isNotEmpty();
        assertThat(queue.read(NOW, Progress.NONE, Cancellation.NEVER).sampled())
                .containsExactlyInAnyOrderElementsOf(draw.sampled());
        assertThatThrownBy(
                        () -> samples.draw(population, new DrawOrder(percent(50), BigInteger.ONE)))
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        "The sample of 2026-11 was not drawn: it was drawn meanwhile. Look again.");

        var over = new RecordedDraw.Superseding(draw.eventHash(), "all are to be seen");
        samples.draw(population, new DrawOrder(percent(100), BigInteger.ONE, over));
        var again = Objects.requireNonNull(read().coverage().draw());
        assertThat(again.supersedes()).isEqualTo(over);
        assertThat(queue.read(NOW, Progress.NONE, Cancellation.NEVER).sampled())
                .containsExactlyInAnyOrderElementsOf(again.sampled())
                .hasSize(population.approvals().size());
        assertThatThrownBy(() ->
                        samples.draw(population, new DrawOrder(percent(50), BigInteger.ONE, over)))
                .hasMessageContaining("it was drawn meanwhile");

        String run = again.sampled().getFirst();
        samples.assign(population, run, "bob");
        assertThat(read().coverage().rows().getFirst().assignedTo()).isEqualTo("bob");
        assertThatThrownBy(() -> samples.signOff(NOVEMBER, ""))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("2026-11 cannot be signed off: ");
        assertThat(new WorkspaceLedger(access).latest(99).rows().stream().map(LedgerRow::action))
                .contains("population_committed", "sample_drawn", "sample_assigned")
                .doesNotContain("sample_signed_off");
    }

    @Test
    void aListIsHeldAgainstTheMonth() throws Exception {
        var population = read().coverage().population();
        String first = population.members().getFirst().runId();
        Path list =
                Files.writeString(folder.resolve("list.csv"), "team,run\na," + first + "\nb,X-1\n");
        Compared compared = samples.compare(population, list, "run", Progress.NONE);
        assertThat(compared.columns()).containsExactly("team", "run");
        assertThat(compared.completeness().withoutRun()).containsExactly("X-1");
        assertThat(compared.completeness().withoutSource())
                .hasSize(population.members().size() - 1)
                .doesNotContain(first);
        assertThat(samples.compare(population, list, null, Progress.NONE).completeness().source())
                .isNotNull()
                .satisfies(source -> assertThat(source.column()).isEqualTo("team"));
        assertThatThrownBy(() -> samples.compare(population, list, "id", Progress.NONE))
                .hasMessage(
                        list
                                + " is not a source list: it has no column id; its columns are"
                                + " team, run.");
        assertThat(samples.compare(population, null, null, Progress.NONE).columns())
                .isEqualTo(List.of());
    }
}
