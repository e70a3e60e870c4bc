// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.control.Mark;
import dev.countersign.app.sample.SampleLines;
import dev.countersign.app.sample.SampleReports;
import dev.countersign.app.sample.ScriptedVerifier;
import dev.countersign.app.sample.Steps;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.RecordState;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.recovery.SearchKind;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

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
    void goesFromFaultToFault() {
        open("broken");
        assertThat(model.selectedProperty().get().record()).isEqualTo(12);
        model.step(1);
        assertThat(model.selectedProperty().get().record()).isEqualTo(29);
        assertThat(model.place(model.selectedProperty().get())).isEqualTo(2);
        model.records().select(40);
        assertThat(model.selectedProperty().get()).isNull();
        model.step(-1);
        assertThat(model.selectedProperty().get().record()).isEqualTo(29);
        model.step(-1);
        model.step(-1);
        assertThat(model.selectedProperty().get().record()).isEqualTo(12);
    }

    @Test
    void pointingAtAStretchFindsItsFaultElseItsFirstRecord() {
        open("broken");
        model.point(20, 40);
        assertThat(model.records().selectedProperty().get()).isEqualTo(29);
        model.point(30, 40);
        assertThat(model.records().selectedProperty().get()).isEqualTo(30);
    }

    @Test
    void whatIsKnownAppearsWhileItRuns() {
        model.open(ScriptedVerifier.log("edited"));
        workers.next();
        screen.next();
        assertThat(state()).isInstanceOf(IntegrityState.Running.class);
        LogPicture picture = model.records().pictureProperty().get();
        assertThat(picture.whole()).isFalse();
        assertThat(picture.known()).isEqualTo(7_158_278);
        assertThat(picture.records()).isEqualTo(17_895_695);
        assertThat(picture.state(17_000_000)).isEqualTo(RecordState.UNREAD);
        assertThat(model.records().selectedProperty().get())
                .as("the first that is not right")
                .isEqualTo(4_000_000);
        workers.all();
        screen.all();
        assertThat(model.records().pictureProperty().get().whole()).isTrue();
        assertThat(model.records().records()).isEqualTo(19);
    }

    @Test
    void whatIsLookedAtIsReadAwayFromTheScreen() {
        open("edited");
        for (int round = 0; round < 4; round++) {
            workers.all();
            screen.all();
        }
        Looked looked = model.looked().lookedProperty().get();
        assertThat(looked.record()).isEqualTo(7);
        assertThat(looked.state()).isEqualTo(RecordState.MODIFIED);
        assertThat(looked.text()).isEqualTo(SampleLines.text(7));
        assertThat(model.looked().checks()).isEqualTo(SampleLines.CHECKS);
        assertThat(model.records().line(9)).isEqualTo(SampleLines.of(9, 1).getFirst());
    }

    @Test
    void searchesForWhatAnEditedRecordSaid() {
        open("edited");
        assertThat(model.recovery().stateProperty().get()).isEqualTo(new RecoveryState.Idle());
        model.recover();
        workers.all();
        while (model.recovery()
                .stateProperty()
                .get()
                .equals(new RecoveryState.Searching(7, SearchKind.LINK, 0, 0, false))) {
            screen.next();
        }
        assertThat(model.recovery().stateProperty().get())
                .isInstanceOfSatisfying(
                        RecoveryState.Searching.class,
                        s -> assertThat(s.tried()).isEqualTo(5_200_000));
        model.recovery().cancel();
        screen.all();
        assertThat(model.recovery().stateProperty().get())
                .isEqualTo(new RecoveryState.Ended(SampleLines.recovered(7), ""));
        model.recovery().export(Path.of("/media/stick"));
        workers.all();
        screen.all();
        assertThat(model.recovery().stateProperty().get())
                .isEqualTo(
                        new RecoveryState.Ended(
                                SampleLines.recovered(7),
                                "Written to /media/stick/record-7.hashed.txt"));
        model.open(ScriptedVerifier.log("intact"));
        assertThat(model.recovery().stateProperty().get()).isEqualTo(new RecoveryState.Idle());
    }

    @Test
    void nothingIsSearchedForWhereNoTextWasEdited() {
        open("broken");
        model.step(1); // hash changed
        while (model.selectedProperty().get().fault().category() != FaultCategory.FORK) {
            model.step(1);
        }
        model.recover();
        assertThat(model.recovery().stateProperty().get()).isEqualTo(new RecoveryState.Idle());
    }

    @Test
    void looksForARecordByNumberAndByText() {
        open("broken");
        model.find(" 1,30 ");
        assertThat(model.records().selectedProperty().get()).isEqualTo(130);
        assertThat(model.search().wordsProperty().get()).isEqualTo("Record 130");
        model.find("gate");
        assertThat(model.search().wordsProperty().get()).isEqualTo("Searching…");
        workers.all();
        screen.all();
        assertThat(model.records().selectedProperty().get()).isEqualTo(131);
        model.find("nobody");
        workers.all();
        screen.all();
        assertThat(model.search().wordsProperty().get())
                .isEqualTo("No record has \"nobody\" in it");
    }

    @Test
    void aLogThatLostItsEndIsNeverShownAsGood() {
        for (var checkpoint : dev.countersign.core.chain.CheckpointResult.values()) {
            var report = SampleReports.intact(checkpoint);
            assertThat(Marks.of(report) == Mark.VERIFIED).isEqualTo(!checkpoint.negative());
            assertThat(Channel.of(report, new Around(null, List.of()))).hasSize(3);
        }
    }

    /// What is said in the head of a log is what its checks say at the record.
    @Test
    void whatWasCheckedAroundALogIsNotCalledUnchecked() {
        var report = SampleReports.intact();
        assertThat(Channel.of(report, new Around(null, List.of())))
                .last()
                .isEqualTo(
                        new Channel(
                                "Other checks",
                                Mark.OPEN,
                                "Not checked",
                                "files, signatures, policy, clocks"));
        assertThat(Channel.of(report, new Around(null, SampleLines.CHECKS)))
                .contains(
                        new Channel("Artifacts", Mark.FAILED, "Failed", "Approvals in state.json"),
                        new Channel("Signature", Mark.OPEN, "Not checked", "nothing to check"),
                        new Channel("Other checks", Mark.OPEN, "Not checked", "policy, clocks"));
        assertThat(Channel.of(report, new Around(null, SampleLines.CHECKS.subList(0, 2))))
                .contains(new Channel("Artifacts", Mark.VERIFIED, "Verified", ""));
        var unsigned =
                new Check(
                        Check.Kind.SIGNATURES,
                        Outcome.NOT_CHECKED,
                        Check.Why.NOT_SIGNED,
                        List.of());
        assertThat(Channel.of(report, new Around(null, List.of(unsigned))))
                .contains(
                        new Channel(
                                "Signature", Mark.OPEN, "Not checked", "nothing here is signed"));
    }
}
