// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.sample.Steps;
import dev.countersign.core.reperformance.Comparison;
import dev.countersign.core.reperformance.TestKind;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

class MatrixViewModelTest {
    private final Steps screen = new Steps();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private MatrixViewModel model(MatrixSource source) {
        return new MatrixViewModel(source, new Jobs(waiting::add, screen, screen));
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        screen.all();
    }

    private static MatrixRow row(String id, Comparison.Result verdict) {
        List<Comparison> tests = new ArrayList<>();
        for (TestKind test : TestKind.values()) {
            Comparison.Result result =
                    test == TestKind.VERDICT ? verdict : Comparison.Result.AGREES;
            tests.add(new Comparison(test, result, null, List.of()));
        }
        return new MatrixRow(Path.of(id), id, tests, "00", List.of(), List.of(), List.of());
    }

    private static final MatrixRow SAME = row("a", Comparison.Result.AGREES);
    private static final MatrixRow OTHER = row("b", Comparison.Result.DIFFERS);

    private static MatrixReading reading(String sha256) {
        return new MatrixReading(List.of(SAME, OTHER), List.of(), 2, sha256, null);
    }

    @Test
    void nothingIsPerformedUnasked() {
        MatrixViewModel model = model((progress, cancellation) -> Optional.empty());
        assertThat(model.stateProperty().get()).isEqualTo(new MatrixState.NotPerformed());
        assertThat(waiting).isEmpty();
        assertThat(model.stop()).isFalse();
    }

    @Test
    void differencesArePickedOutAndTheSelectionStaysWhereItCan() {
        MatrixViewModel model = model((progress, cancellation) -> Optional.of(reading("11")));
        model.perform();
        work();
        assertThat(model.stateProperty().get())
                .isEqualTo(new MatrixState.Listed(reading("11"), false));
        assertThat(model.rows()).containsExactly(SAME, OTHER);
        assertThat(model.selectedProperty().get()).isEqualTo(OTHER);
        model.onlyDifferences(true);
        assertThat(model.rows()).containsExactly(OTHER);
        assertThat(model.selectedProperty().get()).isEqualTo(OTHER);
        model.onlyDifferences(false);
        assertThat(model.rows()).containsExactly(SAME, OTHER);
        assertThat(model.selectedProperty().get()).isEqualTo(OTHER);
    }

    @Test
    void whatIsStoppedIsListedAsFarAsItWent() {
        MatrixViewModel model =
                model((progress, cancellation) -> {
                    assertThat(cancellation.requested()).isTrue();
                    return Optional.of(reading(""));
                });
        model.perform();
        assertThat(model.stop()).isTrue();
        assertThat(model.stateProperty().get())
                .isEqualTo(new MatrixState.Working(JobProgress.NONE, true));
        work();
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        MatrixState.Listed.class,
                        listed -> assertThat(listed.reading().complete()).isFalse());
    }

    @Test
    void whatIsOfAnotherWorkspaceIsForgottenThoughItEndsLater() {
        MatrixViewModel model = model((progress, cancellation) -> Optional.of(reading("11")));
        model.perform();
        model.forget();
        work();
        assertThat(model.stateProperty().get()).isEqualTo(new MatrixState.NotPerformed());
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void everyOtherEndIsAState() {
        MatrixViewModel closed = model((progress, cancellation) -> Optional.empty());
        closed.perform();
        work();
        assertThat(closed.stateProperty().get()).isEqualTo(new MatrixState.NothingOpen());

        MatrixViewModel none =
                model((progress, cancellation) ->
                        Optional.of(new MatrixReading(List.of(), List.of(), 0, "", null)));
        none.perform();
        work();
        assertThat(none.stateProperty().get()).isEqualTo(new MatrixState.Empty());

        MatrixViewModel failing =
                model((progress, cancellation) -> {
                    throw new SourceException(Path.of("x"), "x cannot be read.");
                });
        failing.perform();
        work();
        assertThat(failing.stateProperty().get())
                .isEqualTo(new MatrixState.Failed("x cannot be read."));
    }
}
