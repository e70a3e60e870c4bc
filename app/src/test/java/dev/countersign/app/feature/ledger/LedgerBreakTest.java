// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.sample.SampleLedger;
import dev.countersign.app.sample.ScriptedVerifier;
import dev.countersign.app.sample.Steps;

import org.junit.jupiter.api.Test;

class LedgerBreakTest {
    private final Steps steps = new Steps();

    private LedgerViewModel broken(long entry) {
        var verdict = new LedgerVerdict.Broken(entry, "its hash is not that of what it says.");
        var model =
                new LedgerViewModel(
                        new SampleLedger(60, verdict, false),
                        new Jobs(Runnable::run, steps, steps),
                        ScriptedVerifier.CLOCK);
        model.refresh();
        steps.all();
        return model;
    }

    private void verify(LedgerViewModel model) {
        model.verify();
        steps.all();
    }

    @Test
    void theFirstEventThatIsWrongIsSelected() {
        LedgerViewModel model = broken(41);
        verify(model);
        assertThat(model.selectedProperty().get().entry()).isEqualTo(41);
    }

    @Test
    void aFilterThatHidesItIsLetGo() {
        LedgerViewModel model = broken(41);
        model.pick(LedgerFilter.ALL.toActor("countersign"));
        verify(model);
        assertThat(model.filter()).isEqualTo(LedgerFilter.ALL);
        assertThat(model.selectedProperty().get().entry()).isEqualTo(41);
    }

    @Test
    void beyondWhatIsListedNothingIsSelectedInItsPlace() {
        LedgerViewModel model = broken(1_000_000);
        LedgerRow before = model.selectedProperty().get();
        verify(model);
        assertThat(model.selectedProperty().get()).isEqualTo(before);
    }
}
