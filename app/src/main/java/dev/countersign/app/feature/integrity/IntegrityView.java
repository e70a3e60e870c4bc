// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.KeyHint;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.run.Check;

import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The chain of one log: empty, under way, or with its verdict, picture, faults and notes.
public final class IntegrityView {
    private final IntegrityViewModel model;
    private final OpenActions actions;
    private final TextClipboard clipboard;
    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("tight");

    /// In less height than this, in ems, what stands above the records makes room for them.
    private static final double TIGHT = 55;

    private final StackPane root = new StackPane();
    private final DropQuestion question = new DropQuestion(this::focus);
    private final StackPane whole = new StackPane(root, question.node());
    private final RunningPane running;
    private final LogPane log;
    private Under under = Under.OTHER;

    /// @param model what is shown
    /// @param actions how another log is opened
    /// @param clipboard where copied digests go
    public IntegrityView(IntegrityViewModel model, OpenActions actions, TextClipboard clipboard) {
        this.model = model;
        this.actions = actions;
        this.clipboard = clipboard;
        running = new RunningPane(model::cancel);
        log = new LogPane(model, actions, clipboard);
        root.getStyleClass().add("integrity");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::stop);
        root.heightProperty().subscribe(this::tight);
        log.font().subscribe(this::tight);
        model.stateProperty().subscribe(this::show);
        model.looked().keptProperty().subscribe(this::found);
        model.looked().checks().addListener((ListChangeListener<Check>) c -> found());
    }

    /// What to put into the window.
    public Parent root() {
        return whole;
    }

    /// Whether it shows how far something is that is under way.
    public ObservableBooleanValue working() {
        return running.root().sceneProperty().isNotNull().or(log.comparing());
    }

    private void tight() {
        double ems = root.getHeight() / log.font().getValue().getSize();
        root.pseudoClassStateChanged(SHORT, ems < TIGHT);
    }

    /// Shows what the log can be compared with.
    public void compare() {
        log.show(LogPane.COPY);
    }

    /// Asks whether a log is another copy of the one that is open.
    ///
    /// @param open opens it instead
    /// @return false if there is nothing to compare with
    public boolean ask(Path dropped, Runnable open) {
        boolean another = model.report() != null && !dropped.equals(model.path());
        if (another) {
            question.ask(
                    dropped,
                    () -> {
                        log.compare(dropped);
                        log.focus();
                    },
                    open);
        }
        return another;
    }

    /// The keys of this screen.
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("n / p", "Next and previous fault"),
                new KeyHint("j / k", "Next and previous row (also the arrows)"),
                new KeyHint("1 2 3 4", "Records, faults, notes, compare"),
                new KeyHint("Enter", "Go to the evidence of the record; Esc goes back"),
                new KeyHint("/", "Look for a record by number, hash or text"),
                new KeyHint("+ / -", "Fewer or more records in the strip; 0 shows all"),
                new KeyHint("t", "Times under the strip"),
                new KeyHint("r", "Recover what an edited record said"),
                new KeyHint("c", "Compare with another copy"),
                new KeyHint("e", "Escalate the run of this log"),
                new KeyHint("h", "Have its workflow put on hold"),
                new KeyHint("i", "Import a checkpoint"),
                new KeyHint("F5", "Verify again"),
                new KeyHint("Esc", "Stop verifying"));
    }

    /// Where keys should go when the screen comes into sight.
    public void focus() {
        log.focus();
    }

    /// Escape stops what runs, wherever the focus is; lists would keep it to themselves.
    private void stop(KeyEvent e) {
        boolean typing = e.getTarget() instanceof TextInputControl;
        if (e.getCode() == KeyCode.ESCAPE
                && !typing
                && model.stateProperty().get() instanceof IntegrityState.Running) {
            model.cancel();
            e.consume();
        }
    }

    /// Hears a key that nothing in the screen wanted.
    public void keyPressed(KeyEvent e) {
        boolean typing = e.getTarget() instanceof TextInputControl;
        if (e.isControlDown() || e.isAltDown() || e.isMetaDown() || typing) {
            return;
        }
        switch (e.getCode()) {
            case F5 -> model.again();
            case N -> model.step(1);
            case P -> model.step(-1);
            case J -> log.row(1);
            case K -> log.row(-1);
            case DIGIT1, DIGIT2, DIGIT3, DIGIT4 -> log.show(e.getCode().getCode() - '1');
            case PLUS, EQUALS, ADD -> log.strip().finer();
            case MINUS, SUBTRACT -> log.strip().coarser();
            case DIGIT0 -> model.records().whole();
            case T -> log.strip().toggleTimes();
            case R -> model.recover();
            case C -> log.compare();
            case E -> others(actions.escalate());
            case H -> others(actions.hold());
            case I -> actions.checkpoint().run();
            default -> {}
        }
    }

    private void others(@Nullable Consumer<Path> others) {
        Path path = model.path();
        if (others != null && path != null && model.looked().inRun()) {
            others.accept(path);
        }
    }

    private void show(IntegrityState state) {
        question.hide();
        switch (state) {
            case IntegrityState.Empty _ -> message(EmptyPane.of(actions));
            case IntegrityState.Running r -> {
                running.show(r);
                if (!under.equals(Under.RUNNING)) {
                    log.notes(List.of());
                    page(Under.RUNNING, "page-running", running.root(), true);
                }
            }
            case IntegrityState.Finished f -> finished(f);
            case IntegrityState.Stopped s -> {
                page(
                        Under.OTHER,
                        "page-stopped",
                        StoppedHeader.of(s, model::again),
                        model.records().records() > 0);
                log.focus();
            }
            case IntegrityState.Failed f -> message(MessagePane.failed(f, actions, model::again));
        }
    }

    /// What is around a log is known after the log itself.
    private void found() {
        if (model.stateProperty().get() instanceof IntegrityState.Finished f
                && root.getChildren().getFirst() instanceof VBox page) {
            page.getChildren().set(0, header(f));
        }
    }

    private Node header(IntegrityState.Finished f) {
        LookedModel looked = model.looked();
        var around = new Around(looked.keptProperty().get(), looked.checks());
        return ResultHeader.of(f, around, clipboard, model::again, actions);
    }

    private void finished(IntegrityState.Finished f) {
        ChainReport report = f.report();
        log.notes(NotesList.lines(report));
        page(Under.OTHER, "result", header(f), !report.segments().isEmpty());
        if (report.verdict() == Verdict.EMPTY
                && root.getChildren().getFirst() instanceof VBox page) {
            page.getChildren().add(MessagePane.noRecord(actions));
        }
        log.focus();
    }

    /// What was found under a header.
    private void page(Under now, String id, Node header, boolean records) {
        under = now;
        VBox page = Boxes.column("page", header);
        page.setId(id);
        if (records) {
            page.getChildren().add(log.root());
        }
        root.getChildren().setAll(page);
    }

    private void message(Node node) {
        under = Under.OTHER;
        root.getChildren().setAll(node);
    }

    /// What the screen shows now.
    private enum Under {
        /// How far a verification is; its parts change, it stays.
        RUNNING,
        /// Something else.
        OTHER
    }
}
