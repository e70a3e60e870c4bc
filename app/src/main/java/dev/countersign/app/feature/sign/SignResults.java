// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.ActText;
import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.EventText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.SignText;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.run.RunEvent;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The sheet once it no longer asks: under way, done, or why not.
final class SignResults {
    private static final int MOST = 50;

    private final SignViewModel model;
    private final SignTime time;
    private final SignActions actions;
    private final ResumePart resume;

    /// @param resume lets the run go on
    SignResults(SignViewModel model, SignTime time, SignActions actions, ResumePart resume) {
        this.resume = resume;
        this.model = model;
        this.time = time;
        this.actions = actions;
    }

    Node looking(String words) {
        return SheetParts.page(
                "sign-looking",
                List.of(SheetParts.title(words, "sign-headline"), SheetParts.bar(words)));
    }

    Node unread(String sentence) {
        return SheetParts.page(
                "sign-unread",
                List.of(head(Mark.FAILED, "Nothing was signed"), sentence(sentence)),
                SheetParts.accent(close("Close")));
    }

    Node signing(SignState.Signing state) {
        return SheetParts.page(
                "sign-signing",
                List.of(Boxes.label(state.words(), "headline"), SheetParts.bar(state.words())));
    }

    Node done(SignState.Done state) {
        ActVerdict act = state.end().act();
        List<Node> parts = new ArrayList<>();
        boolean held = act == null || act.signed() instanceof Judgement.Held;
        parts.add(
                head(
                        held ? Mark.VERIFIED : Mark.FAILED,
                        SubjectWords.done(state.subject(), state.act(), held)));
        if (act != null) {
            parts.add(sentence(SubjectWords.verified(state.subject(), act)));
            parts.add(marks(act));
        }
        parts.add(head(SubjectWords.after(state.subject()), state.end().head()));
        if (act != null && act.signature() != null && act.signature().timeStamp() != null) {
            String when = ClockText.exact(act.signature().timeStamp(), time.viewer());
            parts.add(SheetParts.mark(Mark.VERIFIED, "Time-stamped " + when));
        }
        VBox notes = Boxes.column("sign-notes");
        if (act != null) {
            for (var reason : act.reasons()) {
                notes.getChildren().add(SheetParts.mark(Mark.NOTE, reason.sentence()));
            }
        }
        for (String note : state.end().notes()) {
            notes.getChildren().add(SheetParts.mark(Mark.MALFORMED, note));
        }
        SheetParts.shown(notes, !notes.getChildren().isEmpty());
        parts.add(notes);
        parts.add(resume.root());
        return SheetParts.page(
                "sign-done",
                parts,
                SheetParts.accent(
                        SheetParts.button("Done", Feather.CHECK, "sign-close", model::close)));
    }

    private static Node marks(ActVerdict act) {
        return Boxes.row(
                "sign-marks",
                VerdictMark.inline(mark(act.signed()), ActText.signature(act.signed())),
                VerdictMark.inline(mark(act.trusted()), ActText.trust(act.trusted())),
                VerdictMark.inline(mark(act.allowed()), ActText.policy(act.allowed())));
    }

    private static Mark mark(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Held _ -> Mark.VERIFIED;
            case Judgement.Failed _ -> Mark.FAILED;
            case Judgement.Unchecked _ -> Mark.OPEN;
        };
    }

    Node unfinished(SignState.Unfinished state) {
        return SheetParts.page(
                "sign-unfinished",
                List.of(
                        head(Mark.MALFORMED, "In the log, and not yet in state.json"),
                        sentence(SignText.UNFINISHED),
                        sentence(state.sentence()),
                        head(SubjectWords.after(state.subject()), state.head())),
                SheetParts.accent(
                        SheetParts.button(
                                "Finish", Feather.CHECK, "sign-finish", model.work()::finish)),
                close("Close"));
    }

    Node resuming(SignState.Resuming state) {
        List<Node> parts = new ArrayList<>();
        parts.add(
                Boxes.column(
                        "sign-heading",
                        SheetParts.title("Approved, and to be resumed", "sign-headline"),
                        sentence(SubjectWords.line(state.subject())),
                        Boxes.prose(Quotes.line(state.subject().runId()), "mono", "muted")));
        parts.add(resume.root());
        return SheetParts.page("sign-resuming", parts, SheetParts.accent(close("Close")));
    }

    Node refused(SignState.Refused state) {
        List<Node> parts = new ArrayList<>();
        parts.add(head(Mark.FAILED, "Not signed"));
        state.sentences().forEach(sentence -> parts.add(sentence(sentence)));
        if (!state.between().isEmpty()) {
            parts.add(between(state.between()));
        }
        return SheetParts.page(
                "sign-refused",
                parts,
                SheetParts.accent(
                        SheetParts.button(
                                "Look again",
                                Feather.REFRESH_CW,
                                "sign-look-again",
                                model::close)));
    }

    private Node between(List<RunEvent> events) {
        GridPane grid = FactGrid.empty();
        grid.setId("sign-between");
        for (RunEvent event : events.subList(0, Math.min(MOST, events.size()))) {
            Label what = Boxes.prose(EventText.title(event));
            FactGrid.add(grid, EventText.time(event, time.viewer()), what);
        }
        VBox box = Boxes.section("In between", grid);
        if (events.size() > MOST) {
            String more = "and " + Numbers.count(events.size() - MOST, "more record");
            box.getChildren().add(Boxes.label(more, "muted"));
        }
        return box;
    }

    Node failed(SignState.Failed state) {
        return SheetParts.page(
                "sign-failed",
                List.of(head(Mark.FAILED, "Not signed"), sentence(state.sentence())),
                SheetParts.accent(
                        SheetParts.button(
                                "Try again", Feather.REFRESH_CW, "sign-again", model::again)),
                close("Close"));
    }

    private Node head(String name, String digest) {
        GridPane grid = FactGrid.empty();
        Node value =
                DigestLabel.whole(name.toLowerCase(Locale.ROOT), digest, actions.clipboard()::put);
        value.setId("sign-head");
        FactGrid.add(grid, name, value);
        return grid;
    }

    private static Node head(Mark mark, String headline) {
        return SheetParts.head(mark, headline, "sign-headline");
    }

    private static Label sentence(String text) {
        return Boxes.prose(text);
    }

    private Button close(String text) {
        return SheetParts.button(text, Feather.X, "sign-close", model::close);
    }
}
