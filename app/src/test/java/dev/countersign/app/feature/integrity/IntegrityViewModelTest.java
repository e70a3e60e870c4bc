// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.sample.SampleReports;
import dev.countersign.app.sample.ScriptedVerifier;
import dev.countersign.app.sample.Steps;
import dev.countersign.core.chain.Verdict;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class IntegrityViewModelTest {
    private final ScriptedVerifier verifier = new ScriptedVerifier();
    private final Steps workers = new Steps();
    private final Steps screen = new Steps();
    private final IntegrityViewModel model =
            new IntegrityViewModel(
                    verifier, new Jobs(workers, screen, screen), ScriptedVerifier.CLOCK);

    private void open(String name) {
        model.open(ScriptedVerifier.log(name));
        workers.all();
        screen.all();
    }

    private IntegrityState state() {
        return model.stateProperty().get();
    }

    @Test
    void startsEmpty() {
        assertThat(state()).isEqualTo(new IntegrityState.Empty());
        model.again();
        model.cancel();
        assertThat(state()).isEqualTo(new IntegrityState.Empty());
    }

    @Test
    void runsAndFinishes() {
        Path log = ScriptedVerifier.log("edited");
        model.open(log);
        assertThat(state()).isInstanceOf(IntegrityState.Running.class);
        workers.all();
        screen.next();
        assertThat(state())
                .isInstanceOfSatisfying(
                        IntegrityState.Running.class,
                        r -> assertThat(r.progress().records()).isEqualTo(7_158_278));
        screen.all();
        assertThat(state())
                .isInstanceOfSatisfying(
                        IntegrityState.Finished.class,
                        f -> assertThat(f.report().verdict()).isEqualTo(Verdict.BROKEN));
        assertThat(model.faults()).hasSize(1);
        assertThat(model.selectedProperty().get()).isEqualTo(model.faults().getFirst());
    }

    @Test
    void aStoppedOneHasNoVerdict() {
        model.open(ScriptedVerifier.log("intact"));
        model.cancel();
        assertThat(state())
                .isInstanceOfSatisfying(
                        IntegrityState.Running.class, r -> assertThat(r.stopping()).isTrue());
        workers.all();
        screen.all();
        assertThat(state()).isInstanceOf(IntegrityState.Stopped.class);
    }

    @Test
    void aFailureIsASentenceThatNamesTheFile() {
        open("failed");
        assertThat(state())
                .isInstanceOfSatisfying(
                        IntegrityState.Failed.class,
                        f -> assertThat(f.sentence()).contains(f.path().toString()).endsWith("."));
        assertThat(model.faults()).isEmpty();
    }

    @Test
    void verifiesTheSameFileAgain() {
        open("broken");
        model.again();
        workers.all();
        screen.all();
        assertThat(verifier.asked).hasSize(2).containsOnly(ScriptedVerifier.log("broken"));
        assertThat(model.faults()).hasSize(SampleReports.broken().faults().size());
    }

    @Test
    void anotherLogForgetsTheOneUnderWay() {
        model.open(ScriptedVerifier.log("broken"));
        model.open(ScriptedVerifier.log("intact"));
        workers.all();
        screen.all();
        assertThat(state())
                .isInstanceOfSatisfying(
                        IntegrityState.Finished.class,
                        f -> assertThat(f.path()).isEqualTo(ScriptedVerifier.log("intact")));
        assertThat(model.faults()).isEmpty();
        assertThat(model.selectedProperty().get()).isNull();
    }

    @Test
    void worksWhereEverythingRunsAtOnce() {
        var direct =
                new IntegrityViewModel(
                        verifier,
                        new Jobs(Runnable::run, Runnable::run, screen),
                        ScriptedVerifier.CLOCK);
        direct.open(ScriptedVerifier.log("intact"));
        assertThat(direct.stateProperty().get()).isInstanceOf(IntegrityState.Finished.class);
    }

    @Test
    void selectsTheNearestFault() {
        open("broken");
        model.selectNear(30);
        assertThat(model.selectedProperty().get()).isNotNull();
        assertThat(model.selectedProperty().get().record()).isEqualTo(29);
        model.selectNear(1_000);
        assertThat(model.selectedProperty().get()).isEqualTo(model.faults().getLast());
    }

    @Test
    void aLogThatLostItsEndIsNeverShownAsGood() {
        for (var checkpoint : dev.countersign.core.chain.CheckpointResult.values()) {
            var report = SampleReports.intact(checkpoint);
            assertThat(Marks.of(report) == dev.countersign.app.control.Mark.VERIFIED)
                    .isEqualTo(!checkpoint.negative());
            assertThat(Channel.of(report)).hasSize(3);
        }
    }
}
