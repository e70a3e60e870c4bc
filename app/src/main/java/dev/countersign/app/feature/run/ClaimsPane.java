// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.Mark;
import dev.countersign.app.control.TallCell;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.Numbers;
import dev.countersign.core.review.Abstention;
import dev.countersign.core.review.GroundedClaim;
import dev.countersign.core.run.RunSnapshot;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Claims and controls left open, one of them selected.
final class ClaimsPane {
    private static final int LONGEST = 400;

    private final RunViewModel model;
    private final ObservableList<ClaimRow> rows = FXCollections.observableArrayList();
    private final ListView<ClaimRow> list = new ListView<>(rows);
    private final Label count = Parts.label("", "count", "mono");
    private final VBox root;
    private @Nullable RunSnapshot run;
    private boolean moving;

    ClaimsPane(RunViewModel model) {
        this.model = model;
        list.setId("claims");
        list.getStyleClass().add("tall-list");
        list.setAccessibleText("Claims");
        list.setMinSize(0, 0);
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(index -> {
                    if (!moving && index.intValue() >= 0) {
                        model.selectedProperty().set(index.intValue());
                    }
                });
        model.selectedProperty().subscribe(index -> select(index.intValue()));
        root =
                Parts.column(
                        "section",
                        Parts.row("section-head", Parts.label("Claims", "section-title"), count),
                        Parts.grow(list));
    }

    VBox root() {
        return root;
    }

    /// Hears Enter on a row; lists keep that key to themselves.
    void onEnter(Runnable action) {
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                        action.run();
                        e.consume();
                    }
                });
    }

    void focus() {
        list.requestFocus();
    }

    boolean focused() {
        return list.isFocused();
    }

    void show(RunSnapshot read, List<ClaimRow> shown) {
        run = read;
        moving = true;
        rows.setAll(shown);
        moving = false;
        long open = shown.stream().filter(ClaimRow.Open.class::isInstance).count();
        count.setText(
                shown.isEmpty()
                        ? ""
                        : Numbers.grouped(shown.size() - open)
                                + (open == 0 ? "" : " + " + Numbers.grouped(open) + " left open"));
        Label why = Parts.prose(Absences.claims(read), "muted", "placeholder");
        why.setId("no-claims");
        why.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        list.setPlaceholder(why);
        select(model.selectedProperty().get());
    }

    private void select(int index) {
        if (index < 0 || index >= rows.size()) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 1));
        }
    }

    private Mark toned(ClaimRow row) {
        return run == null ? row.mark() : Parts.toned(run, row.mark());
    }

    private static String control(ClaimRow row) {
        return row.control().isEmpty()
                ? "(no control named)"
                : Foreign.cut(Foreign.visible(row.control()), LONGEST);
    }

    private final class Cell extends TallCell<ClaimRow> {
        @Override
        protected Region content(ClaimRow row) {
            var head =
                    new FlowPane(
                            VerdictMark.inline(toned(row), row.word()),
                            Parts.label(control(row), "claim-control", "mono"));
            head.getStyleClass().add("claim-head");
            VBox box = Parts.column("claim", head);
            switch (row) {
                case ClaimRow.Claimed(GroundedClaim claim) ->
                        add(box, claim.claim().text(), claim.claim().citation());
                case ClaimRow.Unchecked(String _, String text, String citation) ->
                        add(box, text, citation);
                case ClaimRow.Open(Abstention abstention) -> add(box, abstention.reason(), "");
            }
            return box;
        }

        private static void add(VBox box, String text, String citation) {
            box.getChildren().add(Parts.prose(shown(text), "claim-text"));
            if (!citation.isEmpty()) {
                box.getChildren().add(Parts.prose("“" + shown(citation) + "”", "claim-citation"));
            }
        }

        private static String shown(String text) {
            return Foreign.cut(Foreign.visible(text), LONGEST);
        }

        @Override
        protected String spoken(ClaimRow row) {
            String what =
                    switch (row) {
                        case ClaimRow.Claimed(GroundedClaim claim) ->
                                claim.claim().text() + ". Cites: " + claim.claim().citation();
                        case ClaimRow.Unchecked(String _, String text, String citation) ->
                                text + ". Cites: " + citation;
                        case ClaimRow.Open(Abstention abstention) -> abstention.reason();
                    };
            return row.word() + ". " + control(row) + ". " + what;
        }
    }
}
