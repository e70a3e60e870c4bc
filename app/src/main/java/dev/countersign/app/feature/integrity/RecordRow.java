// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.ChainStrip;
import dev.countersign.app.control.StateShape;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.RowText;
import dev.countersign.app.text.StateText;
import dev.countersign.core.chain.RecordLine;
import dev.countersign.core.chain.RecordState;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import java.util.function.LongFunction;

/// One record: how it hangs in the chain, where and when, what, its hash, its state.
final class RecordRow extends HBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final RecordsModel model;
    private final LongFunction<@Nullable FaultRow> faults;
    private final LinkGutter gutter;
    private final Label record = Boxes.label("", "mono", "col-record");
    private final Label line = Boxes.label("", "mono", "muted", "col-line");
    private final Label time = Boxes.label("", "mono", "col-time");
    private final Label title = Boxes.label("", "row-title");
    private final Label detail = Boxes.label("", "muted", "row-detail");
    private final Label head = Boxes.label("", "row-head");
    private final Label hash = Boxes.label("", "mono", "muted", "col-hash");
    private final StateShape shape = new StateShape();
    private final Label state = new Label("", shape);
    private long shown = ChainStrip.NONE;

    /// @param model what is shown
    /// @param faults what is wrong with a record, if anything is
    /// @param wide whether there is room for everything
    RecordRow(
            RecordsModel model,
            LongFunction<@Nullable FaultRow> faults,
            ReadOnlyBooleanProperty wide) {
        this.model = model;
        this.faults = faults;
        gutter = new LinkGutter(model.lanesProperty());
        line.visibleProperty().bind(wide);
        line.managedProperty().bind(wide);
        getStyleClass().add("record-row");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setManaged(false);
        state.getStyleClass().addAll("col-state");
        HBox what = Boxes.row("col-event", title, head, detail);
        title.setMinWidth(0);
        head.setMinWidth(USE_PREF_SIZE);
        detail.setMinWidth(0);
        detail.setPrefWidth(0);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        what.setMinWidth(0);
        what.setPrefWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        getChildren().setAll(gutter, record, line, time, what, hash, state);
    }

    /// Which record it shows, or [ChainStrip#NONE].
    long shown() {
        return shown;
    }

    /// Shows a record, or nothing.
    void show(long wanted) {
        setVisible(wanted >= 0);
        if (wanted != shown) {
            shown = wanted;
            refresh();
        }
    }

    /// Stands out if it shows the record that is looked at.
    void select(long record) {
        pseudoClassStateChanged(SELECTED, shown >= 0 && record == shown);
    }

    /// Shows what has arrived or changed since.
    void refresh() {
        long item = shown;
        LogPicture picture = model.pictureProperty().get();
        if (item < 0 || picture == null) {
            return;
        }
        RecordState now = picture.state(item);
        RecordLine says = model.line(item);
        record.setText(Numbers.grouped(item));
        shape.show(now);
        FaultRow fault = faults.apply(item);
        state.setText(
                fault != null
                        ? fault.word()
                        : picture.whole() ? StateText.word(now) : StateText.soFar(now));
        LinkDrawing drawing = says == null ? null : model.drawing(item);
        gutter.show(drawing, now);
        boolean parting = drawing != null && drawing.head();
        head.setText(parting ? RowText.COMMON_HEAD : "");
        head.setVisible(parting);
        head.setManaged(parting);
        detail.setManaged(!parting);
        detail.setVisible(!parting);
        line.setText(says == null ? "" : Numbers.grouped(says.line()));
        time.setText(says == null ? "" : RowText.shortTime(says));
        String problem = model.problem();
        title.setText(says == null ? problem == null ? "…" : problem : RowText.title(says));
        detail.setText(says == null ? "" : RowText.detail(says));
        hash.setText(says == null ? "" : RowText.hash(says.hash()));
        setAccessibleText(says == null ? RowText.went(item) : RowText.spoken(says, now));
    }
}
