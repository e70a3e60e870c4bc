// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.keys.ChosenToken;
import dev.countersign.app.feature.keys.MakeKeyView;
import dev.countersign.app.feature.keys.MakeKeyViewModel;
import dev.countersign.app.feature.keys.TokenView;
import dev.countersign.app.feature.keys.TokenViewModel;
import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.text.KeyText;

import javafx.scene.layout.StackPane;

import java.util.function.Consumer;

/// The sheets of one window that find a key on a token, and make one.
final class KeySheets {
    private final TokenViewModel token;
    private final TokenView tokenView;
    private final MakeKeyViewModel create;
    private final MakeKeyView createView;

    KeySheets(WindowServices.Runs runs, WindowServices services) {
        WindowServices.Signatures signatures = runs.signatures();
        WindowServices.Keys keys = signatures.keys();
        token = new TokenViewModel(keys.desk(), services.jobs());
        tokenView = new TokenView(token, keys.libraries(), runs.viewer());
        create =
                new MakeKeyViewModel(
                        keys.desk(), services.jobs(), runs.ticker().nowProperty()::getValue);
        createView =
                new MakeKeyView(
                        create, signatures.files(), signatures.shower(), services.clipboard());
    }

    /// From now on they lie over this while there is something to show.
    void over(StackPane whole) {
        tokenView.over(whole);
        createView.over(whole);
    }

    /// Asks for a key on a token.
    void token(Consumer<KeySource> chosen) {
        token.open(key -> chosen.accept(source(key)));
    }

    /// Makes a key.
    void create(Consumer<KeySource> made) {
        create.open(file -> made.accept(new KeySource.File(file)));
    }

    private static KeySource source(ChosenToken chosen) {
        return new KeySource.Token(
                chosen.library(),
                chosen.slot().slot(),
                chosen.key().alias(),
                KeyText.onToken(chosen.key().certificate().names(), chosen.slot()));
    }
}
