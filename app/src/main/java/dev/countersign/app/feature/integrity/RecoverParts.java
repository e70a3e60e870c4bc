// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.text.HashedText;
import dev.countersign.app.text.RecoveryText;
import dev.countersign.app.text.SeenText;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.recovery.FieldChange;
import dev.countersign.core.recovery.Recovery;
import dev.countersign.core.recovery.RecoveryResult;
import dev.countersign.core.recovery.RecoveryResult.Recovered;
import dev.countersign.core.recovery.Silence;
import dev.countersign.core.workspace.Finding;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What a record said before it was edited: offered where a hash is left that speaks for it,
/// searched for, shown, exported. Where none is left, that is said instead.
final class RecoverParts {
    private final IntegrityViewModel model;
    private final Supplier<Optional<Path>> folder;

    /// @param folder asks where to write
    RecoverParts(IntegrityViewModel model, Supplier<Optional<Path>> folder) {
        this.model = model;
        this.folder = folder;
    }

    /// For a fault, in a log that was read to its end.
    List<Node> of(FaultRow row) {
        long record = Recovery.edited(row.fault());
        if (record < 0) {
            return List.of();
        }
        return switch (model.recovery().stateProperty().get()) {
            case RecoveryState.Searching s when s.record() == record -> searching(s);
            case RecoveryState.Ended e when e.result().record() == record -> ended(e);
            case RecoveryState.Failed f when f.record() == record ->
                    section(Boxes.prose(f.sentence()));
            case RecoveryState.Idle _,
                    RecoveryState.Searching _,
                    RecoveryState.Ended _,
                    RecoveryState.Failed _ ->
                    offer(row.fault(), record);
        };
    }

    /// For a log without a fault that disagrees with what was seen of it earlier.
    ///
    /// @param known what is on file about it
    static List<Node> rebuilt(ChainReport report, List<Finding> known) {
        boolean other =
                report.checkpoint() == CheckpointResult.HEAD_MISMATCH || SeenText.rewritten(known);
        return other && report.faults().isEmpty()
                ? section(Boxes.prose(RecoveryText.unavailable(Silence.CHAIN_INTACT)))
                : List.of();
    }

    /// Offered where a hash is left; while that is not known, nothing is.
    private List<Node> offer(Fault fault, long record) {
        Prospect prospect = model.recovery().prospectProperty().get();
        if (prospect.record() != record) {
            return List.of();
        }
        if (prospect.silence() != null) {
            return section(Boxes.prose(RecoveryText.unavailable(prospect.silence()), "muted"));
        }
        Button button =
                Boxes.button(RecoveryText.offer(fault), "r", Feather.ROTATE_CCW, model::recover);
        button.setId("recover");
        return section(Boxes.prose(RecoveryText.OFFER, "muted"), Boxes.row("buttons", button));
    }

    private List<Node> searching(RecoveryState.Searching s) {
        Label words = Boxes.prose(RecoveryText.searching(s.kind(), s.tried(), s.rate()));
        words.setId("recover-words");
        Button cancel =
                Boxes.button(
                        s.stopping() ? "Stopping…" : "Cancel",
                        "",
                        Feather.X,
                        model.recovery()::cancel);
        cancel.setId("recover-cancel");
        cancel.setDisable(s.stopping());
        return section(words, Boxes.row("buttons", cancel));
    }

    private List<Node> ended(RecoveryState.Ended e) {
        Label words = Boxes.prose(RecoveryText.sentence(e.result()), "detail-sentence");
        words.setId("recover-words");
        List<Node> parts = new ArrayList<>(List.of(words));
        if (e.result() instanceof Recovered found) {
            parts.addAll(found(found, e.exported()));
        } else if (e.result() instanceof RecoveryResult.NotFound miss) {
            RecoveryText.counts(miss).forEach(line -> parts.add(Boxes.prose(line, "muted")));
        }
        return section(parts.toArray(Node[]::new));
    }

    private List<Node> found(Recovered found, String exported) {
        List<Node> parts = new ArrayList<>();
        for (FieldChange change : found.changes()) {
            parts.add(Boxes.label(HashedText.line(change.path()), "mono", "hashed-name"));
            parts.add(PairParts.side("was", "recovered", RecoveryText.original(change)));
            parts.add(PairParts.side("is now", "standing", RecoveryText.standing(change)));
        }
        Label text = Boxes.prose(HashedText.line(found.text()), "mono", "hashed-bytes");
        text.setAccessibleText(RecoveryText.PROOF);
        parts.add(Boxes.label("All of it", "section-title"));
        parts.add(text);
        Button export =
                Boxes.button(
                        "Export…",
                        "",
                        Feather.DOWNLOAD,
                        () -> folder.get().ifPresent(model.recovery()::export));
        export.setId("recover-export");
        parts.add(Boxes.row("buttons", export, Boxes.prose(exported, "muted")));
        return parts;
    }

    private static List<Node> section(Node... children) {
        return List.of(Boxes.section("What was there", children));
    }
}
