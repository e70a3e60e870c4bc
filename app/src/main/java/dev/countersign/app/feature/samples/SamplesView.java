// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.KeyHint;
import dev.countersign.app.control.Keys;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Messages;
import dev.countersign.app.control.Rows;
import dev.countersign.app.control.Sight;
import dev.countersign.app.control.WorkCard;
import dev.countersign.app.text.SamplesText;
import dev.countersign.core.sampling.Member;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The sample of a month: the runs to be looked at, and beside them what it rests on.
public final class SamplesView {
    private final SamplesViewModel model;
    private final SamplesActions actions;
    private final SamplesHeader header;
    private final Label empty = Boxes.prose("", "muted");
    private final SamplesSide side;
    private final AssignBar bar;
    private final TableView<SampleRow> table;
    private final VBox page;
    private final StackPane root = new StackPane();
    private final WorkCard reading;
    private final Sight sight;
    private boolean entering;

    /// @param model what is shown
    /// @param actions what leads out of it
    public SamplesView(SamplesViewModel model, SamplesActions actions) {
        this.model = model;
        this.actions = actions;
        header = new SamplesHeader(model, actions.bundle(), this::report);
        side = new SamplesSide(model, actions);
        table = SamplesTable.of(model);
        empty.setId("sample-empty");
        table.setPlaceholder(empty);
        bar = new AssignBar(model, this::open, this::observe);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox list = Boxes.column("sample-list", table, bar.root());
        HBox.setHgrow(list, Priority.ALWAYS);
        HBox both = Boxes.row("sample-panes", list, side.root());
        both.getStyleClass().add("list-pane");
        VBox.setVgrow(both, Priority.ALWAYS);
        Rows.opens(table, this::open);
        page = Boxes.column("page", header.root(), both);
        page.setId("samples-page");
        root.getStyleClass().add("samples-screen");
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::inTable);
        page.addEventHandler(KeyEvent.KEY_PRESSED, this::escaped);
        page.addEventFilter(KeyEvent.KEY_PRESSED, e -> entering = false);
        page.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        reading = new WorkCard("samples", model::stop);
        sight = new Sight(model::refresh, this::focus);
        model.stateProperty().subscribe(this::show);
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// Whether it shows how far something is that is under way.
    public ObservableBooleanValue working() {
        return Bindings.or(reading.inSight(), side.working());
    }

    /// The keys of this screen.
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("p / n", "Previous and next month"),
                new KeyHint("j / k", "Next and previous run (also the arrows)"),
                new KeyHint("Enter", "Open the run"),
                new KeyHint("o", "Observe the run, signed"),
                new KeyHint("w", "Go to the workpaper of the month"),
                new KeyHint("a", "Say who is to look at the run"),
                new KeyHint("d", "Go to the draw"),
                new KeyHint("s", "Go to the sign-off"),
                new KeyHint("c", "Compare with another system's list"),
                new KeyHint("g", "Look for gaps"),
                new KeyHint("Alt+1 \u2026 3", "Sample, completeness, calculator"),
                new KeyHint("Esc", "Back to the runs; stops reading"),
                new KeyHint("F5", "Read again"));
    }

    /// It is read when it comes into sight, and at news.
    public Sight sight() {
        return sight;
    }

    /// Hears a key that nothing in the screen wanted.
    public void keyPressed(KeyEvent e) {
        if (Keys.elsewhere(e)) {
            return;
        }
        boolean shown = model.stateProperty().get() instanceof SamplesState.Shown;
        if (e.isAltDown()) {
            int page = e.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
            if (shown && page >= 0 && page < SamplesSide.Page.values().length) {
                entering = true;
                side.enter(SamplesSide.Page.values()[page]);
                e.consume();
            }
            return;
        }
        switch (e.getCode()) {
            case P -> model.step(-1);
            case N -> model.step(1);
            case F5 -> model.refresh();
            case ESCAPE -> {
                if (model.stop()) {
                    e.consume();
                }
            }
            default -> {
                if (shown) {
                    inPage(e.getCode());
                }
            }
        }
    }

    /// The key that led to a field is no text for it.
    private void typed(KeyEvent e) {
        if (entering && e.getTarget() instanceof TextInputControl) {
            e.consume();
        }
        entering = false;
    }

    private void inPage(KeyCode code) {
        entering = true;
        switch (code) {
            case J -> Rows.step(table, 1);
            case K -> Rows.step(table, -1);
            case O -> observe();
            case W -> report();
            case A -> bar.field().requestFocus();
            case D -> side.toDraw();
            case S -> side.toSignOff();
            case C -> side.compare();
            case G -> {
                side.select(SamplesSide.Page.COMPLETENESS);
                model.compare(null, null);
            }
            default -> {}
        }
    }

    private void inTable(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER) {
            open();
            e.consume();
        }
    }

    private void escaped(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE && !table.isFocused()) {
            table.requestFocus();
            e.consume();
        }
    }

    private void open() {
        selected(actions.openRun());
    }

    private void observe() {
        selected(actions.observe());
    }

    private void selected(Consumer<Path> act) {
        SampleRow row = model.selectedProperty().get();
        Member member = row == null ? null : row.member();
        if (member != null) {
            act.accept(member.directory());
        }
    }

    private void report() {
        if (model.stateProperty().get() instanceof SamplesState.Shown(var reading, _, _)) {
            actions.report().accept(reading.month());
        }
    }

    /// Gives the keys to what they should reach.
    public void focus() {
        Node button = root.lookup(".centre .button");
        (root.getChildren().contains(page) || button == null ? table : button).requestFocus();
    }

    private void show(SamplesState state) {
        switch (state) {
            case SamplesState.Loading loading -> place(loading(loading));
            case SamplesState.NoFolder _ ->
                    place(
                            message(
                                    Mark.OPEN,
                                    "Nothing open",
                                    "No folder of runs is open",
                                    "A sample is drawn from the runs that started in a month. Open"
                                            + " the folder they lie in.",
                                    openFolder()));
            case SamplesState.NoRuns _ ->
                    place(
                            message(
                                    Mark.OPEN,
                                    "Empty",
                                    "No run has started yet",
                                    "A month has a population as soon as a run starts in it.",
                                    openFolder()));
            case SamplesState.Stopped _ ->
                    place(
                            message(
                                    Mark.STOPPED,
                                    "Stopped",
                                    "Reading was stopped",
                                    "There is no result for this month.",
                                    Messages.again("F5", model::refresh)));
            case SamplesState.Failed(String sentence) ->
                    place(
                            Messages.failed(
                                    "Not read",
                                    "The sample could not be read",
                                    sentence,
                                    Messages.again("F5", model::refresh)));
            case SamplesState.Shown shown -> {
                header.show(shown.reading(), shown.comparison());
                empty.setText(SamplesText.noRuns(shown.reading().coverage()));
                side.show(shown);
                place(page);
            }
        }
    }

    private void place(Node node) {
        if (root.getChildren().size() != 1 || !root.getChildren().getFirst().equals(node)) {
            root.getChildren().setAll(node);
            if (root.getScene() != null && sight.here()) {
                focus();
            }
        }
    }

    private Node loading(SamplesState.Loading loading) {
        var month = loading.month();
        var progress = loading.progress();
        reading.show(
                month == null
                        ? "Reading the sample\u2026"
                        : "Reading the sample of " + SamplesText.month(month) + "\u2026",
                progress.total() > 0 ? progress.fraction() : -1,
                SamplesText.read(progress.done(), progress.total()),
                false);
        return reading.root();
    }

    private Button openFolder() {
        Button open =
                Boxes.button(
                        "Open folder\u2026", "Ctrl+Shift+O", Feather.FOLDER, actions.openFolder());
        open.setId("open-folder");
        open.getStyleClass().add(Styles.ACCENT);
        return open;
    }

    private static Node message(
            Mark mark, String word, String headline, String detail, Button button) {
        return Messages.of(mark, word, headline, List.of(detail), button);
    }
}
