// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.background.Jobs;
import dev.countersign.app.sample.SampleSettings;
import dev.countersign.core.witness.NoteVerifier;

import org.junit.jupiter.api.Test;

class WitnessModelTest {
    private static final String KEY =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static WitnessModel model(SampleSettings desk) {
        return new WitnessModel(desk, new Jobs(Runnable::run, Runnable::run, () -> 0));
    }

    @Test
    void aKeyIsAddedAndRemovedAndWhatIsNoneStaysTyped() {
        WitnessModel model = model(SampleSettings.valid());
        model.refresh();
        assertThat(model.stateProperty().get().witnesses().keys()).isEmpty();
        add(model, "  ");
        add(model, "nonsense");
        assertThat(model.stateProperty().get().trouble()).isEqualTo("nonsense is no verifier key.");
        assertThat(model.typedProperty().get()).isEqualTo("nonsense");
        add(model, KEY);
        WitnessModel.Shown added = model.stateProperty().get();
        assertThat(added.witnesses().keys()).extracting(NoteVerifier::text).containsExactly(KEY);
        assertThat(model.typedProperty().get() + added.trouble()).isEmpty();
        model.remove(added.witnesses().keys().getFirst());
        assertThat(model.stateProperty().get().witnesses().keys()).isEmpty();
    }

    private static void add(WitnessModel model, String key) {
        model.typedProperty().set(key);
        model.add();
    }

    @Test
    void whatIsHalfTypedStaysWhenTheKeysAreReadAgain() {
        WitnessModel model = model(SampleSettings.valid());
        model.typedProperty().set("example.com/wit");
        model.refresh();
        assertThat(model.typedProperty().get()).isEqualTo("example.com/wit");
    }

    @Test
    void aFileThatCannotBeReadIsSaid() {
        WitnessModel model = model(SampleSettings.failing());
        model.refresh();
        assertThat(model.stateProperty().get())
                .isEqualTo(
                        new WitnessModel.Shown(
                                Witnesses.NONE, "Line 1 of witnesses.txt is no verifier key."));
    }
}
