// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.ReportText;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;

/// Which printer, which pages, and what became of it. Esc leaves it.
final class PrintBar {
    private final PrintViewModel model;
    private final Runnable left;
    private final FlowPane root = new FlowPane();
    private final ComboBox<String> printers = new ComboBox<>();
    private final TextField first = page("First page to print", "print-first");
    private final TextField last = page("Last page to print", "print-last");
    private final Label wrong = Boxes.prose("", "mark-malformed", "mark-words");
    private final Button print = Boxes.button("Print", "Enter", Feather.PRINTER, this::print);
    private int pages;

    /// @param left takes the keys when what is asked goes away
    PrintBar(PrintViewModel model, Runnable left) {
        this.model = model;
        this.left = left;
        root.getStyleClass().addAll("check-line", "print-bar");
        root.setId("print-bar");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        printers.setId("printers");
        printers.setAccessibleText("Printer");
        wrong.setId("wrong-pages");
        print.setId("print-pages");
        Boxes.accent(print, true);
        first.textProperty().subscribe(this::check);
        last.textProperty().subscribe(this::check);
        model.stateProperty().subscribe(this::show);
    }

    FlowPane root() {
        return root;
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            model.leave();
            left.run();
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER && !(e.getTarget() instanceof Button)) {
            print();
            e.consume();
        }
    }

    private void show(PrintState state) {
        root.setVisible(!(state instanceof PrintState.Closed));
        root.setManaged(root.isVisible());
        root.getChildren().setAll(parts(state));
        if (state instanceof PrintState.Asking && root.getScene() != null) {
            printers.requestFocus();
        }
    }

    private List<Node> parts(PrintState state) {
        return switch (state) {
            case PrintState.Closed _ -> List.of();
            case PrintState.Looking _ -> List.of(prose("Looking for printers…", "muted"));
            case PrintState.NoPrinter _ -> said(Mark.OPEN, "No printer", ReportText.NO_PRINTER);
            case PrintState.Asking(List<String> names, int count) -> asking(names, count);
            case PrintState.Printing(String name, int taken, int of, boolean stopping) -> {
                Button stop = Boxes.button("Stop", "Esc", Feather.X, model::leave);
                stop.setId("stop-printing");
                stop.setDisable(stopping);
                yield List.of(
                        Boxes.label("Printing", "muted"),
                        prose(ReportText.printing(name, taken, of), "mono"),
                        stop);
            }
            case PrintState.Sent(String name, PageSpan span) ->
                    said(
                            Mark.VERIFIED,
                            "Sent to the printer",
                            ReportText.printed(name, span.first(), span.last()));
            case PrintState.Stopped(int taken) ->
                    said(Mark.STOPPED, "Stopped", ReportText.notAll(taken));
            case PrintState.Unrecorded(String sentence) ->
                    said(Mark.MALFORMED, "Not in the ledger", sentence);
            case PrintState.Failed(String why) -> said(Mark.MALFORMED, "Not printed", why);
        };
    }

    private List<Node> asking(List<String> names, int count) {
        pages = count;
        printers.getItems().setAll(names);
        printers.getSelectionModel().selectFirst();
        first.setText("1");
        last.setText(Integer.toString(count));
        wrong.setText(ReportText.noPages(count));
        check();
        Button cancel =
                Boxes.button(
                        "Cancel",
                        "Esc",
                        Feather.X,
                        () -> {
                            model.leave();
                            left.run();
                        });
        cancel.setId("print-cancel");
        return List.of(
                part("Print on", printers),
                part("Pages", first),
                part("to", last),
                Boxes.row("buttons", print, cancel),
                Boxes.within(root, wrong));
    }

    private Optional<PageSpan> span() {
        return PageSpan.read(first.getText(), last.getText(), pages);
    }

    private void check() {
        boolean fine = span().isPresent();
        print.setDisable(!fine);
        wrong.setVisible(!fine);
        wrong.setManaged(!fine);
    }

    private void print() {
        span().ifPresent(span -> {
            left.run(); // before what has the keys goes away
            model.print(printers.getValue(), span);
        });
    }

    private List<Node> said(Mark mark, String word, String sentence) {
        return List.of(VerdictMark.inline(mark, word), prose(sentence));
    }

    private Label prose(String text, String... styles) {
        return Boxes.within(root, Boxes.prose(text, styles));
    }

    private static Node part(String name, Region field) {
        Label label = Boxes.label(name, "muted");
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.row("print-part", label, field);
    }

    private static TextField page(String name, String id) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPrefColumnCount(4);
        field.getStyleClass().add("name-field");
        return field;
    }
}
