// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.CheckMark;
import dev.countersign.app.platform.TextClipboard;
import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.CompletenessText;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.SeenText;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.workspace.Finding;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The record that is looked at: what is wrong with it and why, what is hashed, who speaks for it,
/// what to do.
final class RecordPanel extends ScrollPane {
    private final VBox content = Boxes.column("detail");
    private final IntegrityViewModel model;
    private final FaultParts parts;
    private final HashedParts hashed;
    private final RecoverParts recover;
    private final KeptParts kept;
    private @Nullable Looked shown;

    /// @param compare asks for another copy
    RecordPanel(
            IntegrityViewModel model,
            OpenActions actions,
            TextClipboard clipboard,
            Runnable compare) {
        this.model = model;
        parts = new FaultParts(model, actions, clipboard, compare);
        kept = new KeptParts(actions.finding());
        recover = new RecoverParts(model, actions.target());
        hashed = new HashedParts(clipboard);
        setId("fault-detail");
        getStyleClass().add("detail-scroll");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText("The record that is looked at");
        model.looked().lookedProperty().subscribe(this::show);
        model.recovery().stateProperty().subscribe(this::build);
        model.recovery().prospectProperty().subscribe(this::build);
        model.compare().stateProperty().subscribe(this::build);
        model.looked().keptProperty().subscribe(this::build);
        model.looked().checks().addListener((ListChangeListener<Check>) c -> build());
    }

    private void show(@Nullable Looked looked) {
        boolean other = shown == null || looked == null || looked.record() != shown.record();
        boolean same = looked != null && looked.equals(shown);
        shown = looked;
        if (other) {
            setVvalue(0);
        }
        if (!same) {
            build();
        }
    }

    private void build() {
        Looked looked = shown;
        if (looked == null) {
            content.getChildren()
                    .setAll(Boxes.prose("Select a record to see what it says.", "muted"));
            return;
        }
        List<Node> all = new ArrayList<>();
        FaultRow fault = looked.fault();
        List<Node> pair = PairParts.of(model.compare().stateProperty().get(), looked.record());
        if (fault == null) {
            all.addAll(hashed.plain(looked));
            all.addAll(pair);
            all.addAll(kept());
            ChainReport report = model.report();
            all.addAll(report == null ? List.of() : RecoverParts.rebuilt(report, findings()));
        } else {
            all.addAll(parts.of(fault));
            all.addAll(pair); // somebody compares: that comes before what to do
            all.add(parts.advice(fault));
            all.addAll(kept());
            all.addAll(recover.of(fault));
            all.addAll(parts.evidence(fault));
        }
        all.addAll(checks());
        if (looked.text() != null) {
            all.addAll(hashed.of(looked.text()));
        }
        if (fault != null) {
            all.addAll(parts.rest(fault));
        }
        content.getChildren().setAll(all);
    }

    private List<Node> kept() {
        return kept.of(
                model.looked().keptProperty().get(),
                !model.faults().isEmpty(),
                model.stateProperty().get().viewer());
    }

    /// What is on file about the log.
    private List<Finding> findings() {
        return model.looked().keptProperty().get() instanceof Kept.Here here
                ? here.findings()
                : List.of();
    }

    /// What else in the run directory speaks for or against the log.
    private List<Node> checks() {
        List<Finding> seen = SeenText.against(findings());
        List<Node> lines = new ArrayList<>();
        for (Finding one : seen) {
            String said =
                    Quotes.capital(SeenText.sentence(one, model.stateProperty().get().viewer()));
            lines.add(voice(Outcome.FAILED, Check.Kind.CHECKPOINT, said));
        }
        ChainReport report = model.report();
        CheckpointResult result = report == null ? CheckpointResult.NONE : report.checkpoint();
        boolean compared = result != CheckpointResult.NONE;
        if (compared && seen.isEmpty()) {
            var around = new Around(model.looked().keptProperty().get(), List.of());
            CompletenessText says = around.completeness(result);
            String said = Quotes.capital(says.reason()) + ".";
            lines.add(voice(says.outcome(), Check.Kind.CHECKPOINT, said));
        }
        for (Check check : model.looked().checks()) {
            if (check.kind() != Check.Kind.CHECKPOINT || seen.isEmpty() && !compared) {
                lines.add(voice(check.outcome(), check.kind(), CheckText.sentence(check)));
            }
        }
        return lines.isEmpty()
                ? List.of()
                : List.of(
                        Boxes.section(
                                "Other evidence for or against it", lines.toArray(Node[]::new)));
    }

    private static Node voice(Outcome outcome, Check.Kind kind, String said) {
        return Boxes.row(
                "voice",
                CheckMark.of(outcome),
                Boxes.column(
                        "voice-words",
                        Boxes.label(CheckText.name(kind)),
                        Boxes.prose(said, "muted")));
    }
}
