// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.background.Ticker;
import dev.countersign.app.sample.ManualTimer;
import dev.countersign.app.sample.SampleQueue;
import dev.countersign.app.sample.Steps;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

class QueueViewModelTest {
    private final Steps workers = new Steps();
    private final ManualTimer time = new ManualTimer(SampleQueue.NOW);
    private String who = "";
    private final QueueViewModel model =
            new QueueViewModel(
                    new Jobs(workers, Runnable::run, new Steps()),
                    time.ticker(),
                    ZoneId.of("Europe/Berlin"),
                    () -> who);

    private QueueViewModelTest open(QueueSource source) {
        model.open(source);
        workers.all();
        return this;
    }

    private List<String> ids() {
        return model.rows().stream().map(QueueRow::runId).toList();
    }

    @Test
    void firstNothingThenLoadingThenTheRows() {
        assertThat(model.stateProperty().get()).isEqualTo(new QueueState.Empty());
        model.open(SampleQueue.of(60));
        assertThat(model.stateProperty().get()).isInstanceOf(QueueState.Loading.class);
        workers.all();
        assertThat(model.stateProperty().get()).isInstanceOf(QueueState.Ready.class);
        assertThat(model.rows()).hasSize(60);
        assertThat(model.selectedProperty().get()).isSameAs(model.rows().getFirst());
    }

    @Test
    void keepsTheOrderOfTheQueue() throws Exception {
        var source = SampleQueue.of(60);
        open(source);
        var items =
                source.read(
                                SampleQueue.NOW,
                                dev.countersign.core.chain.Progress.NONE,
                                dev.countersign.core.chain.Cancellation.NEVER)
                        .items();
        assertThat(model.rows()).extracting(QueueRow::item).containsExactlyElementsOf(items);
    }

    @Test
    void aSourceThatCannotBeReadSaysSo() {
        open(SampleQueue.unreadable());
        assertThat(model.stateProperty().get())
                .isEqualTo(
                        new QueueState.Failed(
                                "/srv/pipelines/runs",
                                "/srv/pipelines/runs cannot be read: permission denied. Ask its"
                                        + " owner for read access."));
    }

    @Test
    void allWordsMustBeInARowWhateverTheirCase() {
        open(SampleQueue.of(60));
        model.textProperty().set("  LEDGER rotate ");
        assertThat(model.rows())
                .isNotEmpty()
                .allMatch(r -> r.search().contains("ledger") && r.search().contains("rotate"));
        model.textProperty().set("no such thing");
        assertThat(model.rows()).isEmpty();
        assertThat(model.selectedProperty().get()).isNull();
    }

    @Test
    void anyOfTheStatesAndEverythingElse() {
        open(SampleQueue.of(60));
        model.toggle(Pick.BLOCKED);
        model.toggle(Pick.FAILED);
        assertThat(model.rows())
                .extracting(QueueRow::status)
                .containsOnly(RunStatus.BLOCKED, RunStatus.FAILED);
        model.toggle(Pick.BLOCKED);
        model.toggle(Pick.FAILED);
        model.toggle(Pick.BREACHED);
        assertThat(model.rows())
                .hasSize(model.countsProperty().get().get(Pick.BREACHED))
                .allMatch(r -> r.breached(SampleQueue.NOW));
        assertThat(model.clear()).isTrue();
        assertThat(model.rows()).hasSize(60);
        assertThat(model.clear()).isFalse();
    }

    @Test
    void whatIsNotThereYetCannotBeChosen() {
        open(SampleQueue.of(60));
        model.toggle(Pick.MINE);
        model.toggle(Pick.SAMPLED);
        assertThat(model.filters()).isEmpty();
        assertThat(model.rows()).hasSize(60);
    }

    @Test
    void mineIsWhatWaitsForSomebodyElseThanItsAuthor() {
        open(SampleQueue.of(60));
        assertThat(model.missing(Pick.MINE)).isEqualTo("nobody has signed here yet");
        who = "dana";
        model.lookWho();
        assertThat(model.missing(Pick.MINE)).isEmpty();
        model.toggle(Pick.MINE);
        assertThat(model.rows())
                .hasSize(model.countsProperty().get().get(Pick.MINE))
                .isNotEmpty()
                .allMatch(row -> !"dana".equals(row.item().run().author()));
        assertThat(model.all())
                .filteredOn(row -> !model.rows().contains(row))
                .isNotEmpty()
                .allMatch(row ->
                        "dana".equals(row.item().run().author())
                                || row.item().waitingFor().isEmpty());
        who = "";
        model.lookWho();
        assertThat(model.filters()).isEmpty();
        assertThat(model.rows()).hasSize(60);
    }

    @Test
    void theSelectionOutlivesAFilterAndAChange() {
        List<RunSummary> runs = new ArrayList<>(SampleQueue.runs(60));
        var source = new SampleQueue(runs);
        open(source);
        QueueRow chosen = model.rows().get(7);
        model.selectedProperty().set(chosen);
        model.textProperty().set(chosen.runId());
        assertThat(model.selectedProperty().get()).isSameAs(chosen);
        model.clear();
        runs.removeIf(r -> r.runId().equals(ids().getFirst()));
        source.changed();
        workers.all();
        assertThat(model.rows()).hasSize(59);
        assertThat(model.selectedProperty().get()).isEqualTo(chosen).isNotSameAs(chosen);
    }

    @Test
    void aChangeWhileReadingIsReadAfterwards() {
        List<RunSummary> runs = new ArrayList<>(SampleQueue.runs(5));
        var source = new SampleQueue(runs);
        model.open(source);
        runs.clear();
        source.changed();
        source.changed();
        workers.next();
        assertThat(workers.waiting()).isOne();
        workers.all();
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void anotherSourceForgetsTheFirst() {
        var first = SampleQueue.of(60);
        model.open(first);
        open(SampleQueue.of(5));
        assertThat(model.rows()).hasSize(5);
        first.changed();
        assertThat(workers.waiting()).isZero();
    }

    @Test
    void aDeadlineThatPassesIsCounted() {
        open(SampleQueue.of(60));
        model.ticker().every(Ticker.Pace.MINUTE);
        int before = model.countsProperty().get().get(Pick.BREACHED);
        model.toggle(Pick.BREACHED);
        time.pass(Duration.ofHours(1));
        int after = model.countsProperty().get().get(Pick.BREACHED);
        assertThat(after).isGreaterThan(before);
        assertThat(model.rows()).hasSize(after);
    }
}
