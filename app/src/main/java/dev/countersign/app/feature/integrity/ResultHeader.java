// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.CommandLabel;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.FormatText;
import dev.countersign.app.text.NextStepText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.TimeText;
import dev.countersign.app.text.VerdictText;
import dev.countersign.core.chain.ChainReport;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;

/// The verdict, the facts, and what was checked at all.
final class ResultHeader {
    private ResultHeader() {}

    static Node of(IntegrityState.Finished state, TextClipboard clipboard, Runnable again) {
        HBox cards = Boxes.row("cards", facts(state, clipboard), channels(state.report()));
        VBox header = Boxes.column("result-header", headline(state, again), cards);
        if (NextStepText.applies(state.report())) {
            header.getChildren().add(nextStep(state.path(), clipboard));
        }
        return header;
    }

    private static Node headline(IntegrityState.Finished state, Runnable again) {
        ChainReport report = state.report();
        Label path = Boxes.label(state.path().toString(), "path", "mono");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        Label headline = Boxes.prose(VerdictText.headline(report), "headline");
        headline.setId("headline");
        Label scope = Boxes.prose(VerdictText.scope(report.verdict()), "muted");
        VBox words = Boxes.column("headline-words", headline, path, scope);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = Boxes.button("Verify again", "F5", Feather.REFRESH_CW, again);
        button.setId("again");
        VerdictMark mark = VerdictMark.tile(Marks.of(report), VerdictText.word(report.verdict()));
        mark.setId("verdict");
        return Boxes.row("headline-row", mark, words, button);
    }

    private static Node nextStep(Path path, TextClipboard clipboard) {
        var command = new CommandLabel(NextStepText.command(path), clipboard::put);
        command.setId("next-step");
        var row = new FlowPane(Boxes.label(NextStepText.SENTENCE), command);
        row.getStyleClass().addAll("card", "next-step");
        return row;
    }

    private static Node facts(IntegrityState.Finished state, TextClipboard clipboard) {
        ChainReport report = state.report();
        var grid = new GridPane();
        grid.getStyleClass().addAll("card", "facts");
        grid.setMinWidth(Region.USE_PREF_SIZE);
        String head = report.head();
        Node digest =
                head == null
                        ? Boxes.label("none", "mono", "fact-value")
                        : new DigestLabel("head", head, clipboard::put);
        grid.addRow(
                0,
                Boxes.fact("Format", FormatText.name(report)),
                Boxes.fact("Records", Numbers.grouped(report.records())),
                Boxes.fact("Size", Numbers.bytes(report.bytes())));
        grid.addRow(
                1,
                Boxes.fact("Head", digest),
                Boxes.fact("Checked", checked(state.at())),
                Boxes.fact("Taken", taken(report, state.taken())));
        return grid;
    }

    /// Under a few milliseconds a rate says more about the clock than about the work.
    private static String taken(ChainReport report, Duration taken) {
        String time = Numbers.duration(taken);
        return taken.toMillis() < 5 || report.bytes() == 0
                ? time
                : time + ", " + Numbers.rate(report.bytes() * 1e9 / taken.toNanos());
    }

    private static Label checked(ZonedDateTime at) {
        Label label = Boxes.label(TimeText.local(at), "fact-value", "mono");
        label.setId("checked");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setTooltip(new Tooltip(TimeText.exact(at)));
        label.setAccessibleText("Checked " + TimeText.exact(at));
        return label;
    }

    private static Node channels(ChainReport report) {
        var grid = new GridPane();
        grid.getStyleClass().addAll("card", "channels");
        for (Channel channel : Channel.of(report)) {
            int row = grid.getRowCount();
            Label reason = Boxes.prose(channel.reason(), "muted");
            grid.addRow(
                    row,
                    Boxes.label(channel.name(), "channel-name"),
                    VerdictMark.inline(channel.mark(), channel.answer()),
                    reason);
            GridPane.setHgrow(reason, Priority.ALWAYS);
            GridPane.setValignment(reason, VPos.TOP);
        }
        grid.getChildren().stream()
                .filter(Label.class::isInstance)
                .forEach(n ->
                        ((Label) n)
                                .setMinWidth(((Label) n).isWrapText() ? 0 : Label.USE_PREF_SIZE));
        HBox.setHgrow(grid, Priority.ALWAYS);
        return grid;
    }
}
