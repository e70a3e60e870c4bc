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
        Path file = draft.fileProperty().get();
        if (!missing(secret, same).isEmpty() || file == null) {
            return;
        }
        Pin pin = Pin.of(secret);
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

    /// What is missing first, as a sentence; empty if nothing is.
    ///
    /// @param secret the PIN; copied, the caller wipes it
    /// @param same whether it was typed twice
    public String missing(char[] secret, boolean same) {
        try (Pin pin = Pin.of(secret)) {
            List<KeyWish.Problem> problems = draft.wish(now.get()).problems(pin);
            if (!problems.isEmpty()) {
                return problems.getFirst().message();
            }
        }
        return !same
                ? KeyText.OTHER_PIN
                : draft.fileProperty().get() == null ? KeyText.NO_FILE : "";
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
