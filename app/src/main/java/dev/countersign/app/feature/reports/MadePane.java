// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.DigestLabel;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.Messages;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.control.WorkCard;
import dev.countersign.app.feature.reports.ReportsState.Saving;
import dev.countersign.app.feature.reports.ReportsState.Work;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.ReportText;
import dev.countersign.app.workpaper.Document;
import dev.countersign.app.workpaper.WorkpaperFormat;
import dev.countersign.core.report.Report;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What came of an order: its pages, its hash, and the files it was saved to.
final class MadePane {
    private final ReportsViewModel model;
    private final ReportsActions actions;
    private final PrintViewModel printing;
    private final PrintBar printBar;
    private final PagesPane pages;
    private final WorkCard making;
    private final FlowPane saved = new FlowPane();
    private final Button print;
    private final VBox root = Boxes.column("made-pane");
    private @Nullable Work shown;
    private @Nullable Button pdf;

    MadePane(ReportsViewModel model, PrintViewModel printing, ReportsActions actions) {
        this.model = model;
        this.actions = actions;
        this.printing = printing;
        print = Boxes.button("Print…", "p", Feather.PRINTER, printing::ask);
        print.setId("print");
        printBar = new PrintBar(printing, print::requestFocus);
        pages = new PagesPane(model.pages());
        making = new WorkCard("report", model::stop);
        VBox.setVgrow(making.root(), Priority.ALWAYS);
        VBox.setVgrow(pages.root(), Priority.ALWAYS);
        saved.getStyleClass().add("check-line");
        saved.setId("report-saved");
        printing.stateProperty().subscribe(state -> standOut());
    }

    /// Whether it shows how far its work is.
    ObservableBooleanValue working() {
        return making.inSight();
    }

    VBox root() {
        return root;
    }

    PagesPane pages() {
        return pages;
    }

    void show(ReportsState.Open state) {
        Work work = state.work();
        if (work instanceof Work.Making(var kind, var progress, boolean stopping)) {
            boolean known = progress.total() > 0 && progress.done() < progress.total();
            making.show(
                    "Making the report",
                    known ? progress.fraction() : -1,
                    ReportText.making(
                            progress.done(), progress.total(), kind.ofRuns() ? "run" : "event"),
                    stopping);
        }
        boolean same =
                shown != null && (work.equals(shown) || both(work, shown, Work.Making.class));
        if (!same) {
            shown = work;
            root.getChildren().setAll(content(work));
        }
        printing.about(model.report());
        saving(state.saving());
    }

    private static boolean both(Work one, Work other, Class<? extends Work> kind) {
        return kind.isInstance(one) && kind.isInstance(other);
    }

    private List<Node> content(Work work) {
        return switch (work) {
            case Work.None _ ->
                    List.of(
                            grown(
                                    Messages.of(
                                            Mark.OPEN,
                                            "No report",
                                            "No report yet",
                                            List.of(ReportText.NOTHING_MADE))));
            case Work.Making _ -> List.of(making.root());
            case Work.Stopped _ ->
                    List.of(
                            grown(
                                    Messages.of(
                                            Mark.STOPPED,
                                            "Stopped",
                                            "It was stopped",
                                            List.of(ReportText.STOPPED))));
            case Work.Failed(String sentence) ->
                    List.of(
                            grown(
                                    Messages.of(
                                            Mark.MALFORMED,
                                            "Not made",
                                            "The report could not be made",
                                            List.of(sentence))));
            case Work.Made(MadeReport report) -> {
                boolean charted = report.order().kind() == ReportKind.ATTAINMENT;
                pages.chart(charted ? report : null);
                yield List.of(head(report), pages.root());
            }
        };
    }

    private static Node grown(Node node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        node.setId("report-message");
        return node;
    }

    private Node head(MadeReport made) {
        Report report = made.paper().report();
        Label title = Boxes.prose(report.title(), "title");
        title.setId("report-title");
        var facts = new DigestLabel("facts SHA-256", made.facts(), actions.clipboard()::put);
        facts.setId("facts-hash");
        var line = new FlowPane();
        line.getStyleClass().add("check-line");
        line.getChildren()
                .addAll(
                        title,
                        Boxes.label(Foreign.visible(report.subtitle()), "muted"),
                        Boxes.label("Facts SHA-256", "muted"),
                        facts);
        var buttons = new FlowPane();
        buttons.getStyleClass().add("detail-buttons");
        buttons.getChildren().add(Boxes.label("Save as", "muted"));
        for (WorkpaperFormat format : made.paper().formats()) {
            buttons.getChildren().add(button(format));
        }
        buttons.getChildren().add(print);
        VBox head = Boxes.column("made-head", line, buttons, saved, printBar.root());
        if (Document.abridged(report)) {
            Node note = SheetParts.mark(Mark.NOTE, ReportText.ABRIDGED);
            note.setId("report-abridged");
            head.getChildren().add(note);
        }
        return head;
    }

    private Button button(WorkpaperFormat format) {
        boolean first = format == WorkpaperFormat.PDF;
        Button button = new Button(word(format) + "…");
        button.setAccessibleText("Save as " + word(format) + (first ? ", s" : ""));
        button.setId("save-" + format.word());
        button.setOnAction(e -> save(format));
        if (first) {
            pdf = button;
            standOut();
        }
        return button;
    }

    /// What most take away stands out, unless printing is asked about.
    private void standOut() {
        if (pdf != null) {
            Boxes.accent(pdf, !(printing.stateProperty().get() instanceof PrintState.Asking));
        }
    }

    private static String word(WorkpaperFormat format) {
        return switch (format) {
            case PDF, XLSX, CSV, HTML, OSCAL -> format.name();
            case FACTS -> "Facts";
        };
    }

    /// Asks where to, and writes.
    void save(WorkpaperFormat format) {
        MadeReport made = model.report();
        if (made == null || !made.paper().formats().contains(format)) {
            return;
        }
        Report report = made.paper().report();
        String extension =
                switch (format) {
                    case PDF, XLSX, CSV, HTML -> format.word();
                    case OSCAL -> "oscal.json";
                    case FACTS -> "facts.json";
                };
        String name = ReportText.fileName(report.title(), report.subtitle(), extension);
        actions.files()
                .picker()
                .save("Save as " + word(format), name)
                .ifPresent(file -> model.save(format, file));
    }

    /// Asks where to print.
    void print() {
        printing.ask();
    }

    /// Does not print after all, or stops; false if nothing is printed.
    boolean leavePrinting() {
        return printing.leave();
    }

    /// Opens what was saved last.
    void open() {
        savedFile().ifPresent(actions.files().opener()::open);
    }

    /// Shows what was saved last in its folder.
    void showFolder() {
        savedFile().map(Path::getParent).ifPresent(actions.files().shower()::show);
    }

    private Optional<Path> savedFile() {
        return model.stateProperty().get() instanceof ReportsState.Open open
                        && open.saving() instanceof Saving.Saved(SavedReport one)
                ? Optional.of(one.file())
                : Optional.empty();
    }

    private void saving(Saving saving) {
        saved.setVisible(!(saving instanceof Saving.None));
        saved.setManaged(saved.isVisible());
        switch (saving) {
            case Saving.None _ -> saved.getChildren().clear();
            case Saving.Writing(var file) ->
                    saved.getChildren()
                            .setAll(
                                    prose(
                                            "Writing " + Foreign.visible(file.toString()) + "…",
                                            "muted"));
            case Saving.Saved(SavedReport one) ->
                    saved.getChildren()
                            .setAll(
                                    VerdictMark.inline(
                                            Mark.VERIFIED,
                                            "Saved "
                                                    + one.format().name().toUpperCase(Locale.ROOT)),
                                    prose(ReportText.saved(one.file())),
                                    new DigestLabel(
                                            "SHA-256 of the file",
                                            one.sha256(),
                                            actions.clipboard()::put),
                                    way("Open", "o", Feather.EXTERNAL_LINK, "open", this::open),
                                    way(
                                            "Show in folder",
                                            "f",
                                            Feather.FOLDER,
                                            "show",
                                            this::showFolder));
            case Saving.Failed(String sentence) ->
                    saved.getChildren()
                            .setAll(
                                    VerdictMark.inline(Mark.MALFORMED, "Not saved"),
                                    prose(sentence));
        }
    }

    private static Button way(String text, String key, Feather icon, String id, Runnable act) {
        Button button = Boxes.button(text, key, icon, act);
        button.setId(id + "-saved");
        return button;
    }

    private Label prose(String text, String... styles) {
        return Boxes.within(saved, Boxes.prose(text, styles));
    }
}
