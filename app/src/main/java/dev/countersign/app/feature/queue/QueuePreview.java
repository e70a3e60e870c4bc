// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.ClockBadge;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.StatusMark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.QueueText;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.SummaryText;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.clock.ClockReading;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSummary;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableNumberValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What the queue knows of the selected row, without opening its run: nothing is read for it.
final class QueuePreview extends ScrollPane {
    /// From so many ems on its parts stand beside one another.
    private static final double WIDE = 54;

    private final QueueViewModel model;
    private final Runnable open;
    private final VBox content = Boxes.column("detail");
    private final BooleanBinding wide;
    private final List<Clock> clocks = new ArrayList<>();

    private record Clock(RunClock clock, ClockBadge badge) {}

    /// @param em the size of the text
    QueuePreview(QueueViewModel model, Runnable open, ObservableNumberValue em) {
        this.model = model;
        this.open = open;
        setId("queue-preview");
        getStyleClass().add("detail-scroll");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText("Preview of the selected row");
        wide =
                Bindings.createBooleanBinding(
                        () -> getWidth() >= WIDE * em.doubleValue(), widthProperty(), em);
        wide.subscribe(() -> show(model.selectedProperty().get()));
        model.selectedProperty().subscribe(this::show);
        model.previewProperty().subscribe(() -> show(model.selectedProperty().get()));
        model.ticker().nowProperty().subscribe(this::tick);
    }

    private void show(@Nullable QueueRow row) {
        clocks.clear();
        content.getChildren().clear();
        if (!model.previewProperty().get()) {
            return;
        }
        setVvalue(0);
        if (row == null) {
            content.getChildren()
                    .add(Boxes.prose("Select a row to see what is known of it.", "muted"));
            return;
        }
        RunSummary run = row.item().run();
        VBox stands =
                Boxes.column(
                        "preview-part",
                        head(row),
                        situation(run),
                        section("Waits for", Boxes.prose(waits(row))),
                        section("Clocks", clocks(run)));
        Node about = section("About", about(run));
        if (wide.get()) {
            HBox.setHgrow(stands, Priority.ALWAYS);
            stands.setPrefWidth(0);
            content.getChildren().add(Boxes.row("preview-parts", stands, about));
        } else {
            content.getChildren().addAll(stands, about);
        }
        tick(model.ticker().nowProperty().get());
    }

    private Node head(QueueRow row) {
        var worth = new WorthLabel();
        worth.show(row.severity(model.ticker().nowProperty().get()));
        var chain = row.item().integrity();
        VerdictMark mark = VerdictMark.inline(mark(chain), "Chain: " + QueueText.chain(chain));
        var marks = new FlowPane(StatusMark.of(row.status(), chain), mark);
        marks.getStyleClass().add("detail-marks");
        if (worth.says()) {
            marks.getChildren().add(worth);
        }
        Label subject = Boxes.prose(Foreign.visible(row.what()), "title");
        subject.setId("preview-subject");
        Button button = Boxes.button("Open run", "Enter", Feather.FILE_TEXT, open);
        button.setId("preview-open");
        button.getStyleClass().add(Styles.ACCENT);
        return Boxes.column(
                "detail-head",
                marks,
                subject,
                Boxes.prose(Quotes.line(row.runId()), "mono"),
                button);
    }

    private static Mark mark(Outcome chain) {
        return switch (chain) {
            case VERIFIED -> Mark.VERIFIED;
            case FAILED -> Mark.FAILED;
            case NOT_CHECKED -> Mark.OPEN;
        };
    }

    private static Node situation(RunSummary run) {
        Label sentence = Boxes.prose(SummaryText.situation(run), "situation");
        sentence.setId("preview-situation");
        VBox box = Boxes.column("situation-box", sentence);
        List<String> against = SummaryText.against(run);
        for (String line : against) {
            VerdictMark mark = VerdictMark.inline(Mark.FAILED, line);
            mark.setWrapText(true);
            mark.setMinWidth(0);
            box.getChildren().add(mark);
        }
        Mark tone = against.isEmpty() ? StatusMark.tone(run.status()) : Mark.FAILED;
        box.getStyleClass().add(tone.styleClass());
        return box;
    }

    private static String waits(QueueRow row) {
        Policy.Escalation atOnce = row.atOnce();
        return atOnce == null
                ? row.waitsFor() + " · " + row.onClock()
                : QueueText.notByClock(atOnce);
    }

    private Node clocks(RunSummary run) {
        VBox badges = Boxes.column("clock-badges");
        badges.setFillWidth(false);
        run.clocks().stream()
                .sorted(
                        Comparator.comparing((RunClock c) -> !c.open())
                                .thenComparing(RunClock::due))
                .forEach(clock -> {
                    var badge =
                            new ClockBadge(clock, model.viewer(), run.verdict() == Verdict.INTACT);
                    clocks.add(new Clock(clock, badge));
                    badges.getChildren().add(badge);
                });
        return clocks.isEmpty() ? Boxes.prose("No clock was started.", "muted") : badges;
    }

    private Node about(RunSummary run) {
        GridPane facts = FactGrid.empty();
        fact(facts, "System", run.system());
        fact(facts, "Author", run.author());
        fact(facts, "Workflow", run.workflow());
        fact(facts, "Step", run.step());
        fact(facts, "Gate", SummaryText.gate(run.gate()));
        Instant started = run.started();
        fact(facts, "Started", started == null ? null : ClockText.exact(started, model.viewer()));
        fact(facts, "Records", Long.toString(run.records()));
        String head = run.head();
        fact(facts, "Head", head == null ? "none" : Quotes.hash(head));
        return facts;
    }

    private static void fact(GridPane facts, String name, @Nullable String value) {
        FactGrid.add(
                facts,
                name,
                value == null || value.isEmpty()
                        ? Boxes.prose("not known", "muted")
                        : Boxes.prose(Quotes.line(value)));
    }

    private static VBox section(String title, Node child) {
        return Boxes.column("section", Boxes.label(title, "section-title"), child);
    }

    private void tick(Instant now) {
        for (Clock clock : clocks) {
            ClockReading reading = model.reading(clock.clock(), now);
            if (reading != null) {
                clock.badge().show(reading, now);
            }
        }
    }
}
