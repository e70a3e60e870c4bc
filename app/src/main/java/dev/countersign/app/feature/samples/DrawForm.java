// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import atlantafx.base.theme.Styles;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.SheetParts;
import dev.countersign.app.text.CalculatorText;
import dev.countersign.app.text.SamplesText;
import dev.countersign.core.sampling.Percent;
import dev.countersign.core.sampling.Population;
import dev.countersign.core.workspace.RecordedDraw;
import dev.countersign.core.workspace.RecordedDraw.Superseding;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/// Rate and seed of a draw, and why it takes the place of another.
final class DrawForm {
    private static final int MOST_DIGITS = 1_000;

    private final SamplesViewModel model;
    private final TextField rate = new TextField("25");
    private final CheckBox chance = new CheckBox("Random seed");
    private final TextField seed = new TextField();
    private final Label says = Boxes.prose("", "muted");
    private final Label means = Boxes.prose("", "muted");
    private final Button draw;
    private final VBox root;
    private final TextField reason = new TextField();
    private final Node because;
    private final Map<String, String> reasons = new HashMap<>();
    private @Nullable RecordedDraw over;
    private int approvals;
    private boolean busy;

    DrawForm(SamplesViewModel model) {
        this.model = model;
        rate.setId("rate");
        rate.setAccessibleText("Rate in percent of the approvals");
        seed.setId("seed");
        seed.setAccessibleText("Seed, a whole number");
        chance.setId("by-chance");
        chance.setSelected(true);
        says.setId("would-draw");
        draw = SheetParts.button("Draw", Feather.SHUFFLE, "draw", this::draw);
        draw.getStyleClass().add(Styles.ACCENT);
        GridPane fields = FactGrid.empty();
        FactGrid.add(fields, "Rate, %", rate);
        FactGrid.add(fields, "", chance);
        FactGrid.add(fields, "Seed", seed);
        reason.setId("draw-reason");
        reason.setPromptText("Why the earlier draw is not to count");
        reason.setAccessibleText("Why the earlier draw is not to count");
        reason.setOnAction(e -> draw.requestFocus());
        reason.textProperty().subscribe(text -> told());
        because = Boxes.column("section", Boxes.prose(SamplesText.again(), "muted"), reason);
        root = Boxes.column("section", fields, means, because, says, Boxes.row("buttons", draw));
        rate.textProperty().subscribe(text -> told());
        seed.textProperty().subscribe(text -> told());
        chance.selectedProperty().subscribe(on -> told());
        rate.setOnAction(e -> draw.requestFocus());
        seed.setOnAction(e -> draw.requestFocus());
    }

    Node first() {
        return rate;
    }

    /// @param earlier the draw that it would take the place of; null if nothing was drawn
    Node show(Population population, boolean underWay, @Nullable RecordedDraw earlier) {
        if (over != null && !over.equals(earlier)) {
            reasons.put(over.eventHash(), reason.getText());
        }
        if (earlier != null && !earlier.equals(over)) {
            reason.setText(reasons.getOrDefault(earlier.eventHash(), ""));
        }
        over = earlier;
        SheetParts.shown(because, earlier != null);
        approvals = population.approvals().size();
        busy = underWay;
        told();
        return root;
    }

    private void told() {
        seed.setDisable(chance.isSelected());
        means.setText(chance.isSelected() ? SamplesText.byChance() : SamplesText.byHand());
        Percent share = Percent.of(rate.getText().strip());
        boolean seeded = chance.isSelected() || seed() != null;
        says.setText(
                share == null
                        ? CalculatorText.noPercent("The rate")
                        : !seeded
                                ? SamplesText.noSeed()
                                : over != null && reason.getText().isBlank()
                                        ? SamplesText.noReason()
                                        : SamplesText.wouldDraw(
                                                approvals, share.share().doubleValue()));
        draw.setDisable(busy || order() == null);
    }

    private @Nullable BigInteger seed() {
        String text = seed.getText().strip();
        return text.length() <= MOST_DIGITS && text.matches("[-+]?[0-9]+")
                ? new BigInteger(text)
                : null;
    }

    private @Nullable DrawOrder order() {
        Percent share = Percent.of(rate.getText().strip());
        BigInteger given = chance.isSelected() ? null : seed();
        RecordedDraw earlier = over;
        String why = reason.getText().strip();
        return share == null
                        || given == null && !chance.isSelected()
                        || earlier != null && why.isEmpty()
                ? null
                : new DrawOrder(
                        share,
                        given,
                        earlier == null ? null : new Superseding(earlier.eventHash(), why));
    }

    private void draw() {
        DrawOrder order = order();
        if (order != null) {
            model.draw(order);
        }
    }
}
