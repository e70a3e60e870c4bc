// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.Jobs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.function.Supplier;

/// One calculation at a time, the latest. On the screen's thread.
public final class CalculatorViewModel {
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<Calculation> calculation =
            new ReadOnlyObjectWrapper<>(new Calculation.None());
    private int asked;

    CalculatorViewModel(Jobs jobs) {
        this.jobs = jobs;
    }

    /// What the calculator says.
    public ReadOnlyObjectProperty<Calculation> calculationProperty() {
        return calculation.getReadOnlyProperty();
    }

    /// Calculates away from the screen.
    ///
    /// @param how {@link Calculator#size()} or {@link Calculator#evaluation()}
    public void calculate(Supplier<Calculation> how) {
        int mine = ++asked;
        calculation.set(new Calculation.Running());
        jobs.<Calculation>start(
                (progress, cancellation) -> how.get(),
                progress -> {},
                end -> {
                    if (mine == asked) {
                        calculation.set(
                                switch (end) {
                                    case JobEnd.Done<Calculation>(Calculation result, _) -> result;
                                    case JobEnd.Failed<Calculation>(String sentence) ->
                                            new Calculation.Refused(sentence);
                                });
                    }
                });
    }
}
