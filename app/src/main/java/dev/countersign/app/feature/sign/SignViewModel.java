// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.background.JobEnd;
import dev.countersign.app.background.Jobs;
import dev.countersign.app.feature.sign.SignSubject.OfRun;
import dev.countersign.app.text.DisposalText;
import dev.countersign.app.text.MatrixText;
import dev.countersign.app.text.SignOffText;
import dev.countersign.app.text.SignText;
import dev.countersign.core.reperformance.PopulationResults;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.Preparation;
import dev.countersign.core.signing.SigningRequest;
import dev.countersign.core.trust.KeyProblem;
import dev.countersign.core.trust.Pin;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// One act after the other: asks for what is missing, has it signed, says how that ended.
public final class SignViewModel {
    private final SignDesk desk;
    private final ResumeViewModel resume;
    private final Jobs jobs;
    private final SignerMemory memory;
    private final SignTime time;
    private final ReadOnlyObjectWrapper<SignState> state =
            new ReadOnlyObjectWrapper<>(new SignState.Closed());
    private final SignDraft draft = new SignDraft();
    private final SignWork work;
    private @Nullable SignSubject subject;
    private int looking;
    private boolean pin = true;
    private boolean filling;
    private Consumer<String> recorded = head -> {};
    private Runnable lookAgain = () -> {};

    /// @param desk signs
    /// @param resume lets what was approved go on
    /// @param jobs runs it
    /// @param memory who signed last
    /// @param time the moment that is shown
    public SignViewModel(
            SignDesk desk, ResumeViewModel resume, Jobs jobs, SignerMemory memory, SignTime time) {
        this.desk = desk;
        this.resume = resume;
        this.jobs = jobs;
        this.memory = memory;
        this.time = time;
        work = new SignWork(desk, jobs, state, this::approved, this::ask);
        draft.subscribe(this::edited, this::keyChosen);
        state.subscribe(draft::hear);
    }

    /// What is shown.
    public ReadOnlyObjectProperty<SignState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The address of the time-stamp authority that is asked; empty if none is.
    String authority() {
        return memory.authority();
    }

    /// How what was approved goes on.
    ResumeViewModel resume() {
        return resume;
    }

    /// What is done once somebody signs.
    public SignWork work() {
        return work;
    }

    /// What was said so far.
    public SignDraft draft() {
        return draft;
    }

    /// @param hears that there is a new head, once the sheet is closed
    /// @param looks reads the run again
    public void onEnd(Consumer<String> hears, Runnable looks) {
        recorded = hears;
        lookAgain = looks;
    }

    /// Whether the sheet is there.
    public boolean isOpen() {
        return !(state.get() instanceof SignState.Closed);
    }

    /// Asks about an act on something as it was read; nothing happens while something is being
    /// signed.
    public void open(SignSubject about, Act act) {
        if (state.get() instanceof SignState.Signing || resume.running()) {
            return;
        }
        subject = about;
        filling = true;
        draft.begin(about, act, memory.last());
        filling = false;
        key();
    }

    /// Asks about the disposition of a finding, as soon as it is known what can take it.
    public void dispose(String finding) {
        look(
                DisposalText.LOOKING,
                () -> desk.about(finding),
                about -> new Act.Dispose(finding, "", null, ""));
    }

    /// Asks about results of performing runs again, as soon as they are kept.
    ///
    /// @param file that is not there yet
    public void sign(PopulationResults results, Path file) {
        look(
                MatrixText.KEEPING,
                () -> desk.about(results, file),
                about ->
                        new Act.Reperform(
                                about.head(),
                                results.basis().tool(),
                                results.basis().policySha256(),
                                ""));
    }

    /// Asks about the sign-off of a month's sample, as soon as it is read.
    ///
    /// @param note what was said of it so far
    public void signOff(YearMonth month, String note) {
        look(SignOffText.READING, () -> desk.about(month), about -> about.signOff(note));
    }

    /// Asks about the observation of a run, as soon as it is read.
    public void observe(Path run) {
        look(SignText.READING, () -> desk.about(run), OfRun::observation);
    }

    private <T extends SignSubject> void look(
            String words, SignWork.Blocking<T> how, Function<T, Act> act) {
        if (isOpen()) {
            return;
        }
        int mine = ++looking;
        state.set(new SignState.Looking(words));
        var _ =
                jobs.<T>start(
                        (progress, cancellation) -> how.get(),
                        progress -> {},
                        end -> {
                            if (mine == looking) {
                                looked(act, end);
                            }
                        });
    }

    private <T extends SignSubject> void looked(Function<T, Act> act, JobEnd<T> end) {
        switch (end) {
            case JobEnd.Done<T>(T about, _) -> open(about, act.apply(about));
            case JobEnd.Failed<T>(String sentence) -> state.set(new SignState.Unread(sentence));
        }
    }

    /// Shows what lets an approved run go on; another yes runs it.
    public void resume(SignSubject.OfRun about) {
        if (!isOpen()) {
            resume.look(about.directory(), true);
            state.set(new SignState.Resuming(about));
        }
    }

    /// Goes away, unless something is being signed or runs. Whoever showed the run hears of a new
    /// head.
    public void close() {
        SignState last = state.get();
        if (last instanceof SignState.Signing || resume.running()) {
            return;
        }
        String head = resume.head(last instanceof SignState.Done done ? done.end().head() : "");
        subject = null;
        looking++;
        resume.hide();
        state.set(new SignState.Closed());
        switch (last) {
            case SignState.Done _ -> recorded.accept(head);
            case SignState.Resuming _ -> {
                if (!head.isEmpty()) {
                    recorded.accept(head);
                }
            }
            case SignState.Unfinished unfinished -> recorded.accept(unfinished.head());
            case SignState.Refused _ -> lookAgain.run();
            case SignState.Closed _,
                    SignState.Looking _,
                    SignState.Unread _,
                    SignState.Asking _,
                    SignState.Signing _,
                    SignState.NotWritten _,
                    SignState.Untrusted _,
                    SignState.Unstamped _,
                    SignState.Failed _ -> {
                // the run is as it was
            }
        }
    }

    /// Goes back to asking, with all that was said; the run is still as it was looked at.
    public void again() {
        if (!(state.get() instanceof SignState.Signing)) {
            ask(null);
        }
    }

    /// Signs what is asked about.
    ///
    /// @param secret the PIN; copied, the caller wipes it
    public void sign(char[] secret) {
        KeySource source = draft.keyProperty().get();
        SignSubject about = subject;
        boolean ready =
                state.get() instanceof SignState.Asking asking && asking.missing().isEmpty();
        if (about == null || source == null || !ready) {
            return;
        }
        String who = draft.who();
        var order =
                new SignOrder(
                        about,
                        draft.act(),
                        who,
                        source,
                        draft.aliasProperty().get(),
                        memory.authority());
        memory.keep(new Signer(who, source));
        work.sign(order, Pin.of(secret));
    }

    private void approved(SignSubject about) {
        resume.look(about.directory(), false);
    }

    private void keyChosen() {
        if (!filling && state.get() instanceof SignState.Asking) {
            filling = true;
            draft.aliasProperty().set(SignDraft.aliasOf(draft.keyProperty().get()));
            filling = false;
            key();
        }
    }

    /// Asks for the PIN of another key, unless that turns out to have none.
    private void key() {
        pin = true;
        ask(null);
        work.liesOpen(
                draft.keyProperty().get(),
                () -> {
                    pin = false;
                    edited();
                });
    }

    /// What was said last about the key stays until another one is chosen.
    private void edited() {
        if (!filling && state.get() instanceof SignState.Asking asking) {
            ask(asking.problem());
        }
    }

    private void ask(@Nullable KeyProblem problem) {
        SignSubject about = subject;
        if (about == null) {
            return;
        }
        Act act = draft.act();
        String who = draft.who();
        Preparation prepared =
                about.prepare(act, who.isEmpty() ? null : who, time.now().getValue());
        List<Obstacle> obstacles =
                prepared instanceof Preparation.Refused(List<Obstacle> found) ? found : List.of();
        SigningRequest request =
                prepared instanceof Preparation.Ready(SigningRequest ready) ? ready : null;
        String missing =
                obstacles.isEmpty()
                        ? draft.lacking(problem)
                        : SignText.missing(act, obstacles.getFirst());
        state.set(new SignState.Asking(about, act, who, obstacles, request, problem, missing, pin));
    }
}
