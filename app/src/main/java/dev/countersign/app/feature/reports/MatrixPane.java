// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Chip;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Messages;
import dev.countersign.app.control.Rows;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.control.WorkCard;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.MatrixText;
import dev.countersign.app.text.ReportText;
import dev.countersign.core.reperformance.PopulationResults;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/// Runs against tests, and below what the selected cell says.
final class MatrixPane {
    /// More sentences than this are counted, not listed.
    private static final int MOST = 3;

    /// Of the room that the table takes.
    private static final double USUAL = 0.6;

    private static final double STEP = 0.1;

    private final MatrixViewModel model;
    private final ReportsActions actions;
    private final TableView<MatrixRow> table;
    private final MatrixDetail detail;
    private final SplitPane split;
    private final Label count = Boxes.label("", "title");
    private final Chip only;
    private final Button sign;
    private final FlowPane news = new FlowPane();
    private final VBox page;
    private final WorkCard working;
    private final StackPane root = new StackPane();

    MatrixPane(MatrixViewModel model, ReportsActions actions) {
        this.model = model;
        this.actions = actions;
        detail = new MatrixDetail();
        table = MatrixTable.of(model, actions.openEvidence(), detail::show);
        only = new Chip("Only differences", this::otherFilter);
        only.setId("only-differences");
        count.setId("matrix-count");
        Button again = Boxes.button("Re-perform", "m", Feather.REFRESH_CW, model::perform);
        again.setId("perform-again");
        sign = Boxes.button("Save and sign results\u2026", "g", Feather.PEN_TOOL, this::sign);
        sign.setId("sign-results");
        HBox.setHgrow(news, Priority.ALWAYS);
        news.getStyleClass().add("check-line");
        split = new SplitPane(table, detail);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(USUAL);
        split.getStyleClass().add("matrix-split");
        VBox.setVgrow(split, Priority.ALWAYS);
        page =
                Boxes.column(
                        "page",
                        Boxes.row(
                                "list-title",
                                count,
                                only,
                                spring(),
                                Boxes.row("buttons", again, sign)),
                        news,
                        Boxes.prose(MatrixText.LEGEND, "muted"),
                        split);
        page.setId("matrix-page");
        page.addEventFilter(KeyEvent.KEY_PRESSED, this::resized);
        working = new WorkCard("matrix", model::stop);
    }

    /// Whether it shows how far its work is.
    ObservableBooleanValue working() {
        return working.inSight();
    }

    StackPane root() {
        return root;
    }

    void focus() {
        if (root.getChildren().contains(page)) {
            page.applyCss(); // a split pane takes its content in with its skin
            table.requestFocus();
        } else if (root.lookup(".button") instanceof Button button) {
            button.requestFocus();
        }
    }

    void keyPressed(KeyEvent e) {
        switch (e.getCode()) {
            case M -> model.perform();
            case D -> otherFilter();
            case G -> sign();
            case J -> Rows.step(table, 1);
            case K -> Rows.step(table, -1);
            case ESCAPE -> {
                if (model.stop()) {
                    e.consume();
                }
            }
            default -> {}
        }
    }

    /// More room for the table, or for what is said below it.
    private void resized(KeyEvent e) {
        int by = e.getCode() == KeyCode.UP ? -1 : e.getCode() == KeyCode.DOWN ? 1 : 0;
        if (e.isAltDown() && by != 0) {
            double to = split.getDividerPositions()[0] + by * STEP;
            split.setDividerPositions(Math.clamp(to, STEP, 1 - STEP));
            e.consume();
        }
    }

    /// Asks where the results are kept, and then for the signature.
    private void sign() {
        if (model.stateProperty().get() instanceof MatrixState.Listed(MatrixReading reading, _)) {
            PopulationResults results = reading.results();
            if (results != null) {
                actions.files()
                        .picker()
                        .save("Keep the results", MatrixText.fileName(reading.sha256()))
                        .ifPresent(file -> actions.sign().accept(results, file));
            }
        }
    }

    private void otherFilter() {
        if (model.stateProperty().get() instanceof MatrixState.Listed listed) {
            model.onlyDifferences(!listed.onlyDifferences());
        }
    }

    void show(MatrixState state) {
        switch (state) {
            case MatrixState.NotPerformed _ -> put(invitation());
            case MatrixState.NothingOpen _ ->
                    put(
                            Messages.of(
                                    Mark.OPEN,
                                    "Nothing open",
                                    "No workspace is open",
                                    List.of(ReportText.NOTHING_OPEN),
                                    openFolder()));
            case MatrixState.Empty _ ->
                    put(
                            Messages.of(
                                    Mark.OPEN,
                                    "No runs",
                                    "Nothing to re-perform",
                                    List.of(MatrixText.NO_RUNS),
                                    openFolder(),
                                    Messages.again("m", model::perform)));
            case MatrixState.Failed(String why) ->
                    put(
                            Messages.failed(
                                    "Not done",
                                    "It could not be done",
                                    why,
                                    Messages.again("m", model::perform)));
            case MatrixState.Working(var progress, boolean stopping) -> {
                working.show(
                        "Re-performing runs",
                        progress.total() > 0 ? progress.fraction() : -1,
                        MatrixText.progress(progress.done(), progress.total()),
                        stopping);
                put(working.root());
            }
            case MatrixState.Listed(MatrixReading reading, boolean onlyDifferences) -> {
                sign.setDisable(reading.results() == null);
                count.setText(MatrixText.count(reading.rows().size(), reading.differing()));
                only.show(onlyDifferences, reading.differing());
                news.getChildren().setAll(news(reading));
                put(page);
            }
        }
    }

    private List<Node> news(MatrixReading reading) {
        List<Node> lines = new ArrayList<>();
        if (!reading.complete()) {
            lines.add(VerdictMark.inline(Mark.STOPPED, "Stopped"));
            lines.add(prose(MatrixText.stopped(reading.rows().size(), reading.total())));
        }
        if (!reading.unreadable().isEmpty()) {
            lines.add(VerdictMark.inline(Mark.MALFORMED, "Not read"));
            lines.add(prose(MatrixText.unreadable(reading.unreadable().size())));
            reading.unreadable().stream()
                    .limit(MOST)
                    .forEach(why -> lines.add(prose(Foreign.visible(why), "muted")));
        }
        if (reading.complete()) {
            lines.add(Boxes.label("Results SHA-256", "muted"));
            lines.add(
                    new DigestLabel("results SHA-256", reading.sha256(), actions.clipboard()::put));
        }
        return lines;
    }

    private Label prose(String text, String... styles) {
        return Boxes.within(news, Boxes.prose(text, styles));
    }

    private Node invitation() {
        Button perform = Boxes.button("Re-perform all runs", "m", Feather.PLAY, model::perform);
        perform.setId("perform");
        perform.getStyleClass().add("accent");
        return Messages.of(
                Mark.OPEN,
                "Not performed",
                "No run was re-performed yet",
                List.of(MatrixText.INVITATION),
                perform);
    }

    private Button openFolder() {
        Button open =
                Boxes.button("Open folder…", "Ctrl+Shift+O", Feather.FOLDER, actions.openFolder());
        open.setId("open-folder");
        Boxes.accent(open, true);
        return open;
    }

    private void put(Node node) {
        if (root.getChildren().size() != 1 || !node.equals(root.getChildren().getFirst())) {
            root.getChildren().setAll(node);
            if (root.getScene() != null) {
                focus();
            }
        }
    }

    private static Node spring() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
