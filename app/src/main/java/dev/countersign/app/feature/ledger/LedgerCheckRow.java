// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.CommandLabel;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.LedgerWords;
import dev.countersign.app.text.NextStepText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.TimeText;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/// Whether the ledger is known to be right, and where it was exported to.
final class LedgerCheckRow {
    private final LedgerActions actions;
    private final Button verify;
    private final Button cancel;
    private final ProgressBar bar = new ProgressBar();
    private final Label far = Boxes.label("", "mono");
    private final VBox root = Boxes.column("ledger-check");
    private final VBox alarm = Boxes.column("situation-box");

    LedgerCheckRow(LedgerViewModel model, LedgerActions actions) {
        this.actions = actions;
        verify = Boxes.button("Verify", "v", Feather.SHIELD, model::verify);
        verify.setId("verify");
        cancel = Boxes.button("Cancel", "Esc", Feather.X, model::stop);
        cancel.setId("cancel-verify");
        bar.setAccessibleText("Progress of verifying");
        root.setId("ledger-check");
        alarm.setId("ledger-alarm");
        alarm.getStyleClass().add(Mark.FAILED.styleClass());
        SheetParts.shown(alarm, false);
    }

    /// What speaks against the ledger: it comes before anything else.
    VBox alarm() {
        return alarm;
    }

    VBox root() {
        return root;
    }

    Button verify() {
        return verify;
    }

    void show(LedgerCheck check, LedgerExport export) {
        verify.setDisable(check instanceof LedgerCheck.Checking);
        List<Node> lines = new ArrayList<>();
        alarm.getChildren().setAll(against(check));
        boolean alarms = !alarm.getChildren().isEmpty();
        SheetParts.shown(alarm, alarms);
        if (!alarms) {
            lines.add(line(check));
        }
        switch (export) {
            case LedgerExport.None _ -> {}
            case LedgerExport.Writing(var file) ->
                    lines.add(flow(Boxes.label("Writing " + file + "…", "muted")));
            case LedgerExport.Written(var file, long entries) ->
                    lines.add(written(LedgerWords.exported(entries), NextStepText.verify(file)));
            case LedgerExport.Failed(String sentence) ->
                    lines.add(
                            flow(
                                    VerdictMark.inline(Mark.MALFORMED, "Not exported"),
                                    sentence(sentence)));
        }
        root.getChildren().setAll(lines);
        SheetParts.shown(root, !lines.isEmpty());
    }

    private static List<Node> against(LedgerCheck check) {
        if (!(check instanceof LedgerCheck.Checked(LedgerVerdict verdict, var at))) {
            return List.of();
        }
        String when = " Checked " + TimeText.local(at) + ".";
        return switch (verdict) {
            case LedgerVerdict.Broken(long entry, String why) ->
                    against(
                            "The ledger is broken at event " + Numbers.grouped(entry),
                            Quotes.capital(why) + when,
                            LedgerWords.broken());
            case LedgerVerdict.Doubted(String why) ->
                    against("The ledger is not as it was", why + when, LedgerWords.doubted());
            case LedgerVerdict.Intact _, LedgerVerdict.Nothing _, LedgerVerdict.Stopped _ ->
                    List.of();
        };
    }

    private static List<Node> against(String headline, String why, String todo) {
        VerdictMark mark = VerdictMark.inline(Mark.FAILED, headline);
        mark.getStyleClass().add("alarm");
        mark.setWrapText(true);
        return List.of(mark, sentence(why), sentence(todo));
    }

    private Node line(LedgerCheck check) {
        return switch (check) {
            case LedgerCheck.NotChecked _ ->
                    flow(
                            VerdictMark.inline(Mark.OPEN, "Not checked"),
                            sentence(LedgerWords.notChecked()));
            case LedgerCheck.Checking checking -> checking(checking);
            case LedgerCheck.Checked checked -> checked(checked);
            case LedgerCheck.Failed(String why) ->
                    flow(VerdictMark.inline(Mark.MALFORMED, "Not checked"), sentence(why));
        };
    }

    private Node checking(LedgerCheck.Checking checking) {
        var p = checking.progress();
        bar.setProgress(p.total() > 0 ? p.fraction() : ProgressBar.INDETERMINATE_PROGRESS);
        far.setText(p.records() > 0 ? LedgerWords.events(p.records()) : "");
        cancel.setText(checking.stopping() ? "Stopping…" : "Cancel");
        cancel.setDisable(checking.stopping());
        FlowPane line = flow(Boxes.label("Verifying"), bar, far);
        if (p.total() > 0) { // who reports progress also hears whether to stop
            line.getChildren().add(cancel);
        }
        return line;
    }

    private Node checked(LedgerCheck.Checked checked) {
        String at = TimeText.local(checked.at());
        return switch (checked.verdict()) {
            case LedgerVerdict.Intact(long entries, String head, String scope) ->
                    flow(
                            VerdictMark.inline(Mark.VERIFIED, "Intact"),
                            sentence(LedgerWords.intact(entries)),
                            new DigestLabel("head", head, actions.clipboard()::put),
                            Boxes.prose(scope + " Checked " + at + ".", "muted"));
            case LedgerVerdict.Broken _, LedgerVerdict.Doubted _ -> alarm; // said above
            case LedgerVerdict.Nothing _ ->
                    flow(
                            VerdictMark.inline(Mark.OPEN, "Nothing to verify"),
                            sentence(LedgerWords.nothing()));
            case LedgerVerdict.Stopped(long entries) ->
                    flow(
                            VerdictMark.inline(Mark.STOPPED, "Stopped"),
                            sentence(LedgerWords.stopped(entries)));
        };
    }

    private Node written(String words, String command) {
        var label = new CommandLabel(command, actions.clipboard()::put);
        label.setId("export-command");
        return flow(VerdictMark.inline(Mark.NOTE, "Exported"), sentence(words), label);
    }

    private static Label sentence(String text) {
        Label label = Boxes.prose(text);
        label.getStyleClass().add("check-sentence");
        return label;
    }

    private static FlowPane flow(Region... children) {
        var pane = new FlowPane(children);
        for (Region child : children) {
            var _ = Boxes.within(pane, child);
        }
        pane.getStyleClass().add("check-line");
        return pane;
    }
}
