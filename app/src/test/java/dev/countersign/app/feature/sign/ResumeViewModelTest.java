// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.sample.Steps;
import dev.countersign.core.resume.ResumeEnd;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;

class ResumeViewModelTest {
    private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");
    private static final Path RUN = Path.of("/runs/run-1");

    private final FakeResume desk = new FakeResume();
    private final Steps steps = new Steps();
    private final ResumeViewModel model =
            new ResumeViewModel(desk, new Jobs(steps, Runnable::run, new Steps()), () -> NOW);

    @BeforeEach
    void look() {
        model.look(RUN, false);
        assertThat(model.stateProperty().get()).isEqualTo(new ResumeState.Looking());
        steps.all();
    }

    private static ResumeState offered(boolean sure) {
        return new ResumeState.Offered(FakeResume.COMMAND, sure);
    }

    @Test
    void itRunsOnlyAfterASecondWord() {
        model.run();
        assertThat(model.stateProperty().get()).isEqualTo(offered(false));
        model.sure(true);
        model.sure(false);
        model.run();
        assertThat(model.stateProperty().get()).isEqualTo(offered(false));
        assertThat(steps.waiting()).isZero();
        model.sure(true);
        model.run();
        assertThat(model.stateProperty().get())
                .isEqualTo(new ResumeState.Running(FakeResume.COMMAND, NOW, false));
        model.run();
        steps.all();
        assertThat(desk.ran).containsExactly(FakeResume.COMMAND);
        assertThat(model.stateProperty().get())
                .isEqualTo(
                        new ResumeState.Ended(
                                FakeResume.result(FakeResume.COMMAND, new ResumeEnd.Exited(0))));
        assertThat(model.head("before")).isEqualTo("newest");
    }

    @Test
    void whatRunsIsStoppedAndStaysUntilItHasEnded() {
        model.sure(true);
        model.run();
        model.hide();
        model.look(RUN, false);
        model.stop();
        assertThat(model.stateProperty().get())
                .isEqualTo(new ResumeState.Running(FakeResume.COMMAND, NOW, true));
        steps.all();
        assertThat(model.stateProperty().get())
                .isEqualTo(
                        new ResumeState.Ended(
                                FakeResume.result(FakeResume.COMMAND, new ResumeEnd.Cancelled())));
        model.hide();
        assertThat(model.stateProperty().get()).isEqualTo(new ResumeState.Hidden());
        assertThat(model.head("before")).isEqualTo("before");
    }

    @Test
    void whatIsAnotherByNowIsNotRun() {
        desk.way = new ResumeWay.Elsewhere("Nothing is approved.");
        model.sure(true);
        model.run();
        steps.all();
        assertThat(model.stateProperty().get())
                .isEqualTo(new ResumeState.Told("It is another by now."));
        model.look(RUN, false);
        steps.all();
        assertThat(model.stateProperty().get())
                .isEqualTo(new ResumeState.Told("Nothing is approved."));
    }
}
