// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.text.KeyText;
import dev.countersign.core.trust.KeyWish;
import dev.countersign.core.trust.Pin;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Makes a key for somebody who has none.
public final class MakeKeyViewModel {
    private final KeyDesk desk;
    private final Jobs jobs;
    private final Supplier<Instant> now;
    private final ReadOnlyObjectWrapper<MakeKeyState> state =
            new ReadOnlyObjectWrapper<>(new MakeKeyState.Closed());
    private final KeyDraft draft = new KeyDraft();
    private Consumer<Path> made = file -> {};

    /// @param desk makes it
    /// @param jobs runs that
    /// @param now what time it is
    public MakeKeyViewModel(KeyDesk desk, Jobs jobs, Supplier<Instant> now) {
        this.desk = desk;
        this.jobs = jobs;
        this.now = now;
    }

    /// What is shown.
    public ReadOnlyObjectProperty<MakeKeyState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What was said so far; the PIN is not among it.
    public KeyDraft draft() {
        return draft;
    }

    /// Begins.
    ///
    /// @param hears where the key is, once somebody wants to sign with it
    public void open(Consumer<Path> hears) {
        if (!(state.get() instanceof MakeKeyState.Making)) {
            made = hears;
            draft.begin();
            state.set(new MakeKeyState.Asking(""));
        }
    }

    /// Makes it, if nothing is missing.
    ///
    /// @param secret the PIN; copied, the caller wipes it
    /// @param same whether it was typed twice
    public void make(char[] secret, boolean same) {
        if (!(state.get() instanceof MakeKeyState.Asking)) {
            return;
        }
        Pin pin = Pin.of(secret);
        List<String> missing = missing(pin, same);
        Path file = draft.fileProperty().get();
        if (!missing.isEmpty() || file == null) {
            pin.close();
            state.set(new MakeKeyState.Asking(String.join(" ", missing)));
            return;
        }
        KeyOrder order = draft.order(file);
        state.set(new MakeKeyState.Making());
        jobs.<MadeKey>start(
                new JobTitle(KeyText.MAKING, JobTitle.Unit.BYTES),
                (progress, cancellation) -> {
                    try (pin) {
                        return desk.make(order, pin);
                    }
                },
                progress -> {},
                end ->
                        state.set(
                                switch (end) {
                                    case JobEnd.Done<MadeKey>(MadeKey key, _) ->
                                            new MakeKeyState.Made(key);
                                    case JobEnd.Failed<MadeKey>(String sentence) ->
                                            new MakeKeyState.Asking(sentence);
                                }));
    }

    private List<String> missing(Pin pin, boolean same) {
        List<String> missing = new ArrayList<>();
        KeyWish wish = draft.wish(now.get());
        wish.problems(pin).forEach(problem -> missing.add(problem.message()));
        if (!same) {
            missing.add(KeyText.OTHER_PIN);
        }
        if (draft.fileProperty().get() == null) {
            missing.add(KeyText.NO_FILE);
        }
        return missing;
    }

    /// Somebody wants to sign with what was made.
    public void use() {
        if (state.get() instanceof MakeKeyState.Made(MadeKey key)) {
            close();
            made.accept(key.order().file());
        }
    }

    /// Goes away, unless it is being made.
    public void close() {
        if (!(state.get() instanceof MakeKeyState.Making)) {
            state.set(new MakeKeyState.Closed());
        }
    }
}
