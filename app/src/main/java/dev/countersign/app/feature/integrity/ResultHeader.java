// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.FormatText;
import dev.countersign.app.text.NextStepText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.SeenText;
import dev.countersign.app.text.TimeText;
import dev.countersign.app.text.VerdictText;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.run.Check;
import dev.countersign.core.workspace.Finding;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Consumer;

/// The verdict, the facts, and what was checked at all.
final class ResultHeader {
    private static final int MOST_SEEN = 3;
    private static final long WORTH_A_RATE = 1_000_000;

    private ResultHeader() {}

    /// @param around what is known around the log
    /// @param actions where it leads
    static Node of(
            IntegrityState.Finished state,
            Around around,
            TextClipboard clipboard,
            Runnable again,
            OpenActions actions) {
        List<Finding> against = around.against();
        List<Channel> channels = Channel.of(state.report(), around);
        VBox card = Boxes.column("card", facts(state, clipboard), channels(channels));
        card.getStyleClass().add("result-card");
        if (!against.isEmpty()) {
            card.getChildren().add(seen(against, state.viewer()));
        } else if (NextStepText.applies(state.report()) && NextStepText.reaches(state.path())) {
            card.getChildren().add(nextStep(around.keeps(), actions.checkpoint()));
        }
        if (state.report().faults().isEmpty() && !around.failed().isEmpty()) {
            card.getChildren().add(failed(around.failed(), state.path(), actions.run()));
        }
        return Boxes.column("result-header", headline(state, around, again), card);
    }

    /// Who has seen another log, how much of it, and when.
    private static Node seen(List<Finding> against, ZoneId viewer) {
        VBox lines = Boxes.column("seen");
        lines.setId("seen-before");
        for (Finding one : against.subList(0, Math.min(MOST_SEEN, against.size()))) {
            VerdictMark mark =
                    VerdictMark.inline(Mark.FAILED, Quotes.capital(SeenText.sentence(one, viewer)));
            mark.setWrapText(true);
            mark.setMinWidth(0);
            mark.setMinHeight(Region.USE_PREF_SIZE);
            lines.getChildren().add(mark);
        }
        if (against.size() > MOST_SEEN) {
            lines.getChildren()
                    .add(
                            Boxes.prose(
                                    "and "
                                            + (against.size() - MOST_SEEN)
                                            + " more: see \"What is on file\".",
                                    "muted"));
        }
        return lines;
    }

    /// What the files beside the log are found to be, and the way to all checks of the run.
    private static Node failed(List<Check> failed, Path path, @Nullable Consumer<Path> run) {
        VerdictMark mark = VerdictMark.inline(Mark.FAILED, CheckText.faults(failed));
        mark.setId("around-failed");
        mark.setWrapText(true);
        mark.setMinHeight(Region.USE_PREF_SIZE);
        var row = new FlowPane();
        row.getChildren().add(Boxes.within(row, mark));
        row.getStyleClass().add("next-step");
        if (run != null) {
            Button button = Boxes.button("Open run", "", Feather.FILE_TEXT, () -> run.accept(path));
            button.setId("open-run-of-log");
            row.getChildren().add(button);
        }
        return row;
    }

    private static Node headline(IntegrityState.Finished state, Around around, Runnable again) {
        ChainReport report = state.report();
        boolean failed = !around.failed().isEmpty();
        VerdictMark mark =
                VerdictMark.tile(
                        failed ? Marks.beside(report) : Marks.of(report),
                        VerdictText.word(report.verdict()));
        mark.setId("verdict");
        Label path = Boxes.label(state.path().toString(), "path", "mono");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        Label headline = Boxes.prose(VerdictText.headline(report, around.failed()), "headline");
        headline.setId("headline");
        mark.setTooltip(new Tooltip(VerdictText.scope(report.verdict())));
        VBox words = Boxes.column("headline-words", headline, path);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = Boxes.button("Verify again", "F5", Feather.REFRESH_CW, again);
        button.setId("again");
        return Boxes.row("headline-row", mark, words, button);
    }

    private static Node nextStep(boolean keeps, Runnable bring) {
        Label words = Boxes.prose(keeps ? NextStepText.IMPORT : NextStepText.OPEN_FOLDER);
        words.setId("next-step");
        var row = new FlowPane();
        row.getChildren().add(Boxes.within(row, words));
        row.getStyleClass().add("next-step");
        if (keeps) {
            Button button = Boxes.button("Import a checkpoint…", "i", Feather.DOWNLOAD, bring);
            button.setId("import-checkpoint");
            row.getChildren().add(button);
        }
        return row;
    }

    private static Node facts(IntegrityState.Finished state, TextClipboard clipboard) {
        ChainReport report = state.report();
        String head = report.head();
        Node digest =
                head == null
                        ? Boxes.label("none", "mono", "fact-value")
                        : new DigestLabel("head", head, clipboard::put);
        return Boxes.row(
                "facts",
                Boxes.fact("Format", FormatText.name(report)),
                Boxes.fact("Records", VerdictText.records(report)),
                Boxes.fact("Size", Numbers.bytes(report.bytes())),
                Boxes.fact("Head", digest),
                Boxes.fact("Checked", checked(state.at())),
                Boxes.fact("Taken", taken(report, state.taken())));
    }

    /// Of little work a rate says more about the start than about the work.
    private static String taken(ChainReport report, Duration taken) {
        String time = Numbers.duration(taken);
        return taken.toMillis() < 1_000 || report.bytes() < WORTH_A_RATE
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

    private static Node channels(List<Channel> channels) {
        var row = new FlowPane();
        row.getStyleClass().add("channels");
        for (Channel channel : channels) {
            Label reason = Boxes.label(channel.reason(), "muted", "channel-reason");
            Label name = Boxes.label(channel.name(), "channel-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren()
                    .add(
                            Boxes.row(
                                    "channel",
                                    name,
                                    VerdictMark.inline(channel.mark(), channel.answer()),
                                    reason));
        }
        return row;
    }
}
