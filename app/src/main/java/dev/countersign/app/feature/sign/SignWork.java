// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.JobTitle;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.background.Work;
import dev.countersign.app.text.SignText;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.KeyProblem;
import dev.countersign.core.trust.Pin;

import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What is done once somebody signs: signs, records, and does the rest of the work where some is
/// left. Each ends in a state of the sheet.
public final class SignWork {
    private final SignDesk desk;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<SignState> state;
    private final Consumer<SignSubject> approved;
    private final Consumer<@Nullable KeyProblem> ask;
    private int keys;

    /// @param approved hears what was approved
    /// @param ask asks again, because of what is wrong with the key
    SignWork(
            SignDesk desk,
            Jobs jobs,
            ReadOnlyObjectWrapper<SignState> state,
            Consumer<SignSubject> approved,
            Consumer<@Nullable KeyProblem> ask) {
        this.desk = desk;
        this.jobs = jobs;
        this.state = state;
        this.approved = approved;
        this.ask = ask;
    }

    /// Looks whether a key lies open; what was looked at before is not heard of any more.
    ///
    /// @param hears that it does
    void liesOpen(@Nullable KeySource key, Runnable hears) {
        int mine = ++keys;
        if (key instanceof KeySource.File file) {
            jobs.<Boolean>start(
                    (progress, cancellation) -> desk.liesOpen(file),
                    progress -> {},
                    end -> {
                        boolean open = end instanceof JobEnd.Done<Boolean>(Boolean is, _) && is;
                        if (open && mine == keys) {
                            hears.run();
                        }
                    });
        }
    }

    /// Signs.
    ///
    /// @param pin is closed when that is done
    void sign(SignOrder order, Pin pin) {
        sign(
                order,
                SignText.signing(order.act()),
                () -> {
                    try (pin) {
                        return desk.sign(order, pin);
                    }
                });
    }

    /// Asks the time-stamp authority once more.
    public void stamp() {
        if (state.get() instanceof SignState.Unstamped(_, var order, var entry, _, _)) {
            sign(order, SignText.STAMPING, () -> desk.stamp(order, entry));
        }
    }

    /// Records what was signed although nobody here trusts who signed.
    public void recordUntrusted() {
        if (state.get() instanceof SignState.Untrusted(_, var order, var entry, _)) {
            sign(order, SignText.signing(order.act()), () -> desk.stamp(order, entry));
        }
    }

    /// Records what was signed without a time-stamp.
    public void record() {
        if (state.get() instanceof SignState.Unstamped(_, var order, var entry, _, _)) {
            sign(order, SignText.signing(order.act()), () -> desk.record(order, entry));
        }
    }

    private void sign(SignOrder order, String words, Blocking<SignEnd> work) {
        SignSubject about = order.subject();
        Act act = order.act();
        run(
                new SignState.Signing(about, act, words),
                work,
                end -> ended(order, end),
                trouble -> state.set(new SignState.Failed(about, act, trouble)));
    }

    /// Writes what a time-stamp authority is to be asked as a file, to be carried there.
    public void carry(Path request) {
        if (state.get()
                instanceof SignState.Unstamped(var about, var order, var entry, String why, _)) {
            run(
                    new SignState.Signing(about, order.act(), "Writing the request"),
                    () -> desk.carry(entry, request),
                    files -> state.set(new SignState.Unstamped(about, order, entry, why, files)),
                    trouble ->
                            state.set(new SignState.Unstamped(about, order, entry, trouble, null)));
        }
    }

    /// Writes into `state.json` what a crash kept out of it.
    public void finish() {
        if (state.get() instanceof SignState.Unfinished(var about, Act act, String head, _)) {
            run(
                    new SignState.Signing(about, act, "Finishing state.json"),
                    () -> {
                        desk.finish(about.directory());
                        return new SignEnd.Recorded(head, null, List.of());
                    },
                    end -> done(about, act, end),
                    trouble -> state.set(new SignState.Unfinished(about, act, head, trouble)));
        }
    }

    /// Writes what was signed as a file, for where the run lives.
    public void respond(Path file) {
        if (state.get()
                instanceof SignState.NotWritten(var about, Act act, SignedEntry entry, _, _)) {
            run(
                    new SignState.Signing(about, act, "Writing the response"),
                    () -> {
                        desk.respond(entry, file);
                        return file;
                    },
                    written -> state.set(new SignState.NotWritten(about, act, entry, "", written)),
                    trouble ->
                            state.set(new SignState.NotWritten(about, act, entry, trouble, null)));
        }
    }

    /// What blocks and gives something.
    interface Blocking<T> {
        T get() throws SourceException;
    }

    private <T> void run(
            SignState.Signing meanwhile,
            Blocking<T> work,
            Consumer<T> done,
            Consumer<String> failed) {
        state.set(meanwhile);
        Work<T> blocking = (progress, cancellation) -> work.get();
        var _ =
                jobs.start(
                        new JobTitle(meanwhile.words(), JobTitle.Unit.BYTES),
                        blocking,
                        progress -> {},
                        end -> {
                            switch (end) {
                                case JobEnd.Done<T>(T value, _) -> done.accept(value);
                                case JobEnd.Failed<T>(String sentence) -> failed.accept(sentence);
                            }
                        });
    }

    private void ended(SignOrder order, SignEnd end) {
        SignSubject about = order.subject();
        Act act = order.act();
        switch (end) {
            case SignEnd.Recorded recording -> done(about, act, recording);
            case SignEnd.Unfinished(String head, String trouble) ->
                    state.set(new SignState.Unfinished(about, act, head, trouble));
            case SignEnd.Obstructed(List<Obstacle> obstacles) ->
                    state.set(
                            new SignState.Refused(
                                    about,
                                    act,
                                    obstacles.stream().map(Obstacle::sentence).toList(),
                                    List.of()));
            case SignEnd.Moved(List<RunEvent> between) ->
                    state.set(
                            new SignState.Refused(
                                    about, act, List.of(SignText.moved(between.size())), between));
            case SignEnd.BadKey(KeyProblem problem) -> ask.accept(problem);
            case SignEnd.Untrusted(SignedEntry entry, String why) ->
                    state.set(new SignState.Untrusted(about, order, entry, why));
            case SignEnd.Unstamped(SignedEntry entry, String trouble) ->
                    state.set(new SignState.Unstamped(about, order, entry, trouble, null));
            case SignEnd.NotWritten(SignedEntry entry, String trouble) ->
                    state.set(new SignState.NotWritten(about, act, entry, trouble, null));
        }
    }

    private void done(SignSubject about, Act act, SignEnd.Recorded end) {
        if (act instanceof Act.Approve) {
            approved.accept(about);
        }
        state.set(new SignState.Done(about, act, end));
    }
}
