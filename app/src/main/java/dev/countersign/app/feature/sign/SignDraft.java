// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.signing.Act;
import dev.countersign.core.trust.KeyProblem;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/// What somebody said so far, as the fields of the sheet hold it. The PIN is not among it.
public final class SignDraft {
    private final StringProperty identity = new SimpleStringProperty("");
    private final StringProperty rationale = new SimpleStringProperty("");
    private final StringProperty disposition = new SimpleStringProperty("");
    private final StringProperty successor = new SimpleStringProperty("");
    private final ObjectProperty<Boolean> accepted = new SimpleObjectProperty<>(true);
    private final ObjectProperty<@Nullable KeySource> key = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> alias = new SimpleObjectProperty<>();
    private final LeftWords left = new LeftWords();
    private Act asked = new Act.Approve(null, "");
    private LeftWords.@Nullable About about;
    private LeftWords.Words given = words();

    SignDraft() {}

    /// Who signs.
    public StringProperty identityProperty() {
        return identity;
    }

    /// Why; of a review, its notes.
    public StringProperty rationaleProperty() {
        return rationale;
    }

    /// What becomes of what is disposed of.
    public StringProperty dispositionProperty() {
        return disposition;
    }

    /// The run that takes its place; blank if none does.
    public StringProperty successorProperty() {
        return successor;
    }

    /// Whether a review accepts.
    public ObjectProperty<Boolean> acceptedProperty() {
        return accepted;
    }

    /// Where the key is.
    public ObjectProperty<@Nullable KeySource> keyProperty() {
        return key;
    }

    /// Which key in it; null for the only one.
    public ObjectProperty<@Nullable String> aliasProperty() {
        return alias;
    }

    /// Of another act is said who does it, and what was said of it before: here, before the sheet
    /// was left, or where it was opened.
    void begin(SignSubject subject, Act act, Signer signer) {
        leave(false);
        asked = act;
        about = LeftWords.About.of(subject, act);
        given = new LeftWords.Words(signer.identity(), act.why(), "", "", true, signer.key());
        LeftWords.Words now = left.of(about, given);
        identity.set(now.identity());
        key.set(now.key());
        alias.set(aliasOf(now.key()));
        rationale.set(now.rationale());
        disposition.set(now.disposition());
        successor.set(now.successor());
        accepted.set(now.accepted());
    }

    /// Once the sheet is left, what was said waits until it is opened again; once that is done,
    /// there is nothing to wait for.
    void hear(SignState state) {
        if (state instanceof SignState.Closed || state.settled()) {
            leave(state.settled());
        }
    }

    private void leave(boolean done) {
        LeftWords.About last = about;
        about = null;
        if (last != null && done) {
            left.forget(last);
        } else if (last != null) {
            left.keep(last, given, words());
        }
    }

    /// The run about which something is written on the sheet that is open; empty if nothing is.
    public String typing() {
        LeftWords.About now = about;
        return now == null || !words().says(given) ? "" : now.runId();
    }

    /// The runs about which something was written and not signed.
    public Stream<String> unsigned() {
        String now = typing();
        return Stream.concat(left.runs(), now.isEmpty() ? Stream.of() : Stream.of(now));
    }

    private LeftWords.Words words() {
        return new LeftWords.Words(
                identity.get(),
                rationale.get(),
                disposition.get(),
                successor.get(),
                accepted.get(),
                key.get());
    }

    /// A key on a token was chosen by its name; of those in a file it is asked for where there are
    /// several.
    static @Nullable String aliasOf(@Nullable KeySource source) {
        return source instanceof KeySource.Token(_, _, String name, _) ? name : null;
    }

    /// @param said hears that anything but the key was said otherwise
    /// @param chosen hears that another key was chosen
    void subscribe(Runnable said, Runnable chosen) {
        identity.subscribe(value -> said.run());
        rationale.subscribe(value -> said.run());
        disposition.subscribe(value -> said.run());
        successor.subscribe(value -> said.run());
        accepted.subscribe(value -> said.run());
        alias.subscribe(value -> said.run());
        key.subscribe(value -> chosen.run());
    }

    /// What of the key is not said yet.
    ///
    /// @param problem what is known to be wrong with it
    String lacking(@Nullable KeyProblem problem) {
        if (key.get() == null) {
            return "Choose your key, or create one.";
        }
        return problem instanceof KeyProblem.SeveralKeys && alias.get() == null
                ? "Choose one of the keys in the file."
                : "";
    }

    /// Who signs, without white space around it.
    String who() {
        return identity.get().strip();
    }

    /// The act with what was said so far.
    Act act() {
        String why = rationale.get().strip();
        String next = successor.get().strip();
        return switch (asked) {
            case Act.Approve(String about, _) -> new Act.Approve(about, why);
            case Act.Reject(String about, _) -> new Act.Reject(about, why);
            case Act.Review _ -> new Act.Review(accepted.get(), why);
            case Act.Observe(long record, _) -> new Act.Observe(record, why);
            case Act.Reperform(String results, String tool, String policy, _) ->
                    new Act.Reperform(results, tool, policy, why);
            case Act.SignOff(String period, String population, String draw, long seen, _) ->
                    new Act.SignOff(period, population, draw, seen, why);
            case Act.Dispose(String finding, _, _, _) ->
                    new Act.Dispose(
                            finding, disposition.get().strip(), next.isEmpty() ? null : next, why);
        };
    }
}
