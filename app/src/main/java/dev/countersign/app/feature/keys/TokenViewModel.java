// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.background.Work;
import dev.countersign.app.text.KeyText;
import dev.countersign.core.trust.KeyProblem;
import dev.countersign.core.trust.Pin;
import dev.countersign.core.trust.TokenSlot;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Finds a key on a token, step by step: its library, the token, its PIN, the key.
public final class TokenViewModel {
    private final KeyDesk desk;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<TokenState> state =
            new ReadOnlyObjectWrapper<>(new TokenState.Closed());
    private Consumer<ChosenToken> chosen = token -> {};
    private @Nullable Path last;
    private int asked;

    /// @param desk asks the token
    /// @param jobs runs that
    public TokenViewModel(KeyDesk desk, Jobs jobs) {
        this.desk = desk;
        this.jobs = jobs;
    }

    /// What is shown.
    public ReadOnlyObjectProperty<TokenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Begins; a library that was chosen before is asked again.
    ///
    /// @param hears which key was chosen
    public void open(Consumer<ChosenToken> hears) {
        chosen = hears;
        Path library = last;
        if (library == null) {
            state.set(asking(null, List.of(), null, List.of(), "", false));
        } else {
            library(library);
        }
    }

    /// Asks a library for its tokens.
    public void library(Path library) {
        last = library;
        state.set(asking(library, List.of(), null, List.of(), "", true));
        ask(
                (progress, cancellation) -> desk.slots(library),
                slots -> {
                    TokenSlot only = slots.size() == 1 ? slots.getFirst() : null;
                    String none =
                            slots.isEmpty() ? new KeyProblem.NoToken(List.of()).message() : "";
                    return asking(library, slots, only, List.of(), trouble(only, none), false);
                },
                why -> asking(library, List.of(), null, List.of(), why, false));
    }

    /// Chooses a token.
    public void slot(TokenSlot slot) {
        if (state.get() instanceof TokenState.Asking now && !slot.equals(now.slot())) {
            state.set(
                    asking(now.library(), now.slots(), slot, List.of(), trouble(slot, ""), false));
        }
    }

    private static String trouble(@Nullable TokenSlot slot, String otherwise) {
        return slot == null
                ? otherwise
                : switch (slot.state()) {
                    case READY -> otherwise;
                    case LOCKED -> new KeyProblem.PinLocked().message();
                    case NOT_INITIALISED -> new KeyProblem.NotInitialised(slot.shown()).message();
                };
    }

    /// Logs into the token.
    ///
    /// @param secret the PIN; copied, the caller wipes it
    public void read(char[] secret) {
        if (!(state.get() instanceof TokenState.Asking now) || !now.opens()) {
            return;
        }
        Path library = now.library();
        TokenSlot slot = now.slot();
        if (library == null || slot == null) {
            return;
        }
        state.set(asking(library, now.slots(), slot, List.of(), "", true));
        Pin pin = Pin.of(secret);
        ask(
                (progress, cancellation) -> {
                    try (pin) {
                        return desk.keys(library, slot.slot(), pin);
                    }
                },
                opening ->
                        switch (opening) {
                            case TokenOpening.Opened(List<TokenKey> keys) ->
                                    asking(library, now.slots(), slot, keys, "", false);
                            case TokenOpening.Refused(KeyProblem problem) -> refused(now, problem);
                        },
                why -> asking(library, now.slots(), slot, List.of(), why, false));
    }

    /// What was locked stays so, whatever PIN is entered next.
    private static TokenState refused(TokenState.Asking now, KeyProblem problem) {
        TokenSlot slot = now.slot();
        TokenSlot after =
                slot != null && problem instanceof KeyProblem.PinLocked
                        ? new TokenSlot(
                                slot.slot(), slot.label(), slot.serial(), TokenSlot.State.LOCKED)
                        : slot;
        List<TokenSlot> slots =
                now.slots().stream().map(s -> s.equals(slot) && after != null ? after : s).toList();
        String sentence =
                problem instanceof KeyProblem.WrongPin ? KeyText.WRONG_PIN : problem.message();
        return asking(now.library(), slots, after, List.of(), sentence, false);
    }

    /// Takes a key, and goes away.
    public void choose(TokenKey.Usable key) {
        if (state.get() instanceof TokenState.Asking(Path library, _, TokenSlot slot, _, _, _)
                && library != null
                && slot != null) {
            close();
            chosen.accept(new ChosenToken(library, slot, key));
        }
    }

    /// Goes away; what is still being asked is not heard any more.
    public void close() {
        asked++;
        state.set(new TokenState.Closed());
    }

    private <T> void ask(
            Work<T> work, Function<T, TokenState> done, Function<String, TokenState> failed) {
        int mine = ++asked;
        jobs.<T>start(
                work,
                progress -> {},
                end -> {
                    if (mine == asked) {
                        state.set(
                                switch (end) {
                                    case JobEnd.Done<T>(T value, _) -> done.apply(value);
                                    case JobEnd.Failed<T>(String sentence) ->
                                            failed.apply(sentence);
                                });
                    }
                });
    }

    private static TokenState.Asking asking(
            @Nullable Path library,
            List<TokenSlot> slots,
            @Nullable TokenSlot slot,
            List<TokenKey> keys,
            String trouble,
            boolean busy) {
        return new TokenState.Asking(library, slots, slot, keys, trouble, busy);
    }
}
