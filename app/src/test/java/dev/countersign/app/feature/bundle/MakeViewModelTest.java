// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.JobProgress;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.sample.Steps;
import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the sheet is told while a bundle is made.
class MakeViewModelTest {
    private static final Path FILE = Path.of("evidence.zip");
    private static final List<Path> RUNS = List.of(Path.of("one"), Path.of("two"));
    private static final BundleMade MADE = new BundleMade(FILE, 2, 3_000, "ab");

    private final Steps steps = new Steps();
    private final List<MakeState> states = new ArrayList<>();

    private MakeViewModel model(boolean cancelled) {
        var model = new MakeViewModel(new Source(cancelled), new Jobs(Runnable::run, steps, steps));
        model.stateProperty().subscribe(state -> states.add(state));
        return model;
    }

    @Test
    void itIsSaidHowFarItIs() {
        MakeViewModel model = model(false);
        model.make(RUNS, FILE);
        steps.all();
        assertThat(states.getFirst()).isEqualTo(new MakeState.Closed());
        assertThat(states.get(1)).isEqualTo(new MakeState.Making(FILE, 2, JobProgress.NONE, false));
        assertThat(states)
                .filteredOn(MakeState.Making.class::isInstance)
                .extracting(state -> ((MakeState.Making) state).progress())
                .extracting(JobProgress::done, JobProgress::total)
                .contains(org.assertj.core.api.Assertions.tuple(1_000L, 4_000L));
        assertThat(states.getLast()).isEqualTo(new MakeState.Made(MADE));
    }

    @Test
    void itIsCancelled() {
        MakeViewModel model = model(true);
        model.make(RUNS, FILE);
        model.close();
        assertThat(states.getLast())
                .isInstanceOfSatisfying(
                        MakeState.Making.class, now -> assertThat(now.stopping()).isTrue());
        steps.all();
        assertThat(states.getLast()).isEqualTo(new MakeState.Stopped(FILE));
        model.close();
        assertThat(states.getLast()).isEqualTo(new MakeState.Closed());
    }

    private record Source(boolean cancelled) implements BundleSource {
        @Override
        public BundleLook look(Path bundle) {
            throw new AssertionError();
        }

        @Override
        public Optional<BundleReport> verify(
                Path bundle, Progress progress, Cancellation cancellation) {
            throw new AssertionError();
        }

        @Override
        public String digest(Path bundle, Cancellation cancellation) {
            throw new AssertionError();
        }

        @Override
        public boolean extract(
                Path bundle, Path target, Progress progress, Cancellation cancellation) {
            throw new AssertionError();
        }

        @Override
        public Optional<BundleMade> make(
                List<Path> runs, Path file, Progress progress, Cancellation cancellation) {
            progress.at(1_000, 4_000, 0, 0);
            return cancelled ? Optional.empty() : Optional.of(MADE);
        }
    }
}
