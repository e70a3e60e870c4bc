// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.SheetParts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// How large a sample by attributes must be, and what one showed.
final class CalculatorPage {
    private final CalculatorViewModel model;
    private final TextField confidence = field("confidence", Calculator.USUAL.confidence());
    private final TextField tolerable = field("tolerable", Calculator.USUAL.tolerable());
    private final TextField expected = field("expected", Calculator.USUAL.expected());
    private final TextField population = field("population", Calculator.USUAL.population());
    private final TextField sample = field("looked-at", Calculator.USUAL.sample());
    private final TextField deviations = field("deviations", Calculator.USUAL.deviations());
    private final StackPane answer = new StackPane();
    private final VBox root;

    CalculatorPage(CalculatorViewModel model) {
        this.model = model;
        population.setPromptText("large");
        answer.setId("calculation");
        GridPane plan = FactGrid.empty();
        add(plan, "Confidence, %", confidence);
        add(plan, "Tolerable rate, %", tolerable);
        add(plan, "Population", population);
        add(plan, "Expected rate, %", expected);
        Button size = SheetParts.button("Sample size", Feather.HASH, "size", this::size);
        GridPane seen = FactGrid.empty();
        add(seen, "Sample", sample);
        add(seen, "Deviations", deviations);
        Button evaluate =
                SheetParts.button("Evaluate", Feather.TRENDING_UP, "evaluate", this::evaluate);
        expected.setOnAction(e -> size());
        deviations.setOnAction(e -> evaluate());
        root =
                Boxes.column(
                        "detail",
                        Boxes.prose(
                                "Attribute sampling: how sure you can be that a control deviates"
                                        + " less often than is tolerable.",
                                "muted"),
                        Boxes.column("section", plan, size),
                        Boxes.column("section", seen, evaluate),
                        answer);
        root.getStyleClass().add("calculator");
        model.calculationProperty().subscribe(this::show);
    }

    VBox root() {
        return root;
    }

    Node first() {
        return confidence;
    }

    private static TextField field(String id, String text) {
        var field = new TextField(text);
        field.setId(id);
        return field;
    }

    private static void add(GridPane grid, String name, TextField field) {
        field.setAccessibleText(name);
        FactGrid.add(grid, name, field);
    }

    private Calculator typed() {
        return new Calculator(
                confidence.getText(),
                tolerable.getText(),
                expected.getText(),
                population.getText(),
                sample.getText(),
                deviations.getText());
    }

    private void size() {
        model.calculate(typed()::size);
    }

    private void evaluate() {
        model.calculate(typed()::evaluation);
    }

    private void show(Calculation calculation) {
        answer.getChildren().clear();
        switch (calculation) {
            case Calculation.None _ -> {}
            case Calculation.Running _ -> answer.getChildren().add(SheetParts.bar("Calculating"));
            case Calculation.Refused(String sentence) ->
                    answer.getChildren()
                            .add(SheetParts.lead(Mark.MALFORMED, sentence, "calculated"));
            case Calculation.Result(boolean supports, String sentence) ->
                    answer.getChildren()
                            .add(
                                    SheetParts.lead(
                                            supports ? Mark.VERIFIED : Mark.FAILED,
                                            sentence,
                                            "calculated"));
        }
    }
}
