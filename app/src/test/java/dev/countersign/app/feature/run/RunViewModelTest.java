// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.sample.ScriptedRuns;
import dev.countersign.app.sample.Steps;

import org.junit.jupiter.api.Test;

class RunViewModelTest {
    private final ScriptedRuns reader = new ScriptedRuns();
    private final Steps workers = new Steps();
    private final Steps screen = new Steps();
    private final RunViewModel model =
            new RunViewModel(reader, run -> {}, new Jobs(workers, screen, screen));

    private void open(String name) {
        model.open(ScriptedRuns.directory(name));
        finish();
    }

    private void finish() {
        workers.all();
        screen.all();
    }

    private RunState state() {
        return model.stateProperty().get();
    }

    @Test
    void startsEmpty() {
        assertThat(state()).isEqualTo(new RunState.Empty());
        model.again();
        model.step(1);
        assertThat(state()).isEqualTo(new RunState.Empty());
        assertThat(model.directory()).isNull();
        assertThat(model.row()).isNull();
    }

    @Test
    void readsARunAndSelectsItsFirstClaim() {
        model.open(ScriptedRuns.directory("awaiting"));
        assertThat(state()).isEqualTo(new RunState.Loading(ScriptedRuns.directory("awaiting")));
        finish();
        assertThat(state()).isInstanceOf(RunState.Shown.class);
        assertThat(model.rows()).hasSize(2);
        assertThat(model.selectedProperty().get()).isZero();
    }

    @Test
    void selectsWhatSpeaksAgainstTheRunFirst() {
        open("gate-blocked");
        assertThat(model.rows())
                .extracting(ClaimRow::word)
                .containsExactly(
                        "Grounded", "Not found", "No citation", "Grounded, across two values");
        assertThat(model.selectedProperty().get()).isEqualTo(1);
    }

    @Test
    void controlsLeftOpenAreRowsToo() {
        open("pad-violation");
        assertThat(model.rows())
                .extracting(ClaimRow::word)
                .containsExactly("Grounded", "Left open");
        assertThat(model.rows()).extracting(ClaimRow::control).containsExactly("PAD-1", "PAD-2");
    }

    @Test
    void stepsStayInTheList() {
        open("awaiting");
        model.step(-1);
        assertThat(model.selectedProperty().get()).isZero();
        model.step(1);
        model.step(1);
        assertThat(model.selectedProperty().get()).isEqualTo(1);
    }

    @Test
    void readingAgainKeepsWhatIsShownAndSelected() {
        open("awaiting");
        model.step(1);
        model.tabProperty().set(RunTab.TIMELINE);
        model.again();
        assertThat(state()).isInstanceOf(RunState.Shown.class);
        finish();
        assertThat(reader.asked).hasSize(2);
        assertThat(model.selectedProperty().get()).isEqualTo(1);
        assertThat(model.tabProperty().get()).isEqualTo(RunTab.TIMELINE);
    }

    @Test
    void anotherRunForgetsTheOneUnderWay() {
        model.open(ScriptedRuns.directory("gate-blocked"));
        model.open(ScriptedRuns.directory("awaiting"));
        finish();
        assertThat(model.directory()).isEqualTo(ScriptedRuns.directory("awaiting"));
        assertThat(model.rows()).hasSize(2);
        model.tabProperty().set(RunTab.CHECKS);
        open("findings");
        assertThat(model.tabProperty().get()).isEqualTo(RunTab.RESULTS);
        assertThat(model.selectedProperty().get()).isZero();
    }

    @Test
    void aFailureIsASentenceThatNamesTheFile() {
        open("failed");
        assertThat(state())
                .isInstanceOfSatisfying(
                        RunState.Failed.class,
                        f -> assertThat(f.sentence()).contains(f.directory().toString()));
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void aRunWithoutStateHasNoRows() {
        open("no-state");
        assertThat(model.rows()).isEmpty();
        assertThat(model.selectedProperty().get()).isEqualTo(-1);
    }
}
