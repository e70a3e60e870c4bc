// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.control;

import dev.countersign.app.text.Foreign;
import dev.countersign.core.review.Control;

import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.stream.Collectors;

/// The register of controls, for beside a result: what each control is for, how it is tested, on
/// what evidence, and when it is deficient.
public final class ControlCards {
    private ControlCards() {}

    /// @param register the controls of the workflow
    /// @param unregistered controls that the run names and the register does not have
    public static VBox of(List<Control> register, List<String> unregistered) {
        VBox section = Boxes.column("section", Boxes.label("Controls", "section-title"));
        section.setId("controls");
        register.forEach(control -> section.getChildren().add(card(control)));
        if (!unregistered.isEmpty()) {
            section.getChildren()
                    .add(
                            Boxes.prose(
                                    "Not in the register: "
                                            + Foreign.visible(String.join(", ", unregistered))
                                            + ". Nothing here says what it asks for.",
                                    "muted"));
        } else if (register.isEmpty()) {
            section.getChildren()
                    .add(Boxes.prose("The register has no control of this workflow.", "muted"));
        }
        return section;
    }

    private static Node card(Control control) {
        GridPane facts = FactGrid.empty();
        add(facts, "Objective", control.objective());
        add(facts, "Procedure", control.procedure());
        add(facts, "Evidence", control.evidence());
        add(facts, "Deficient if", String.join("\n", control.deficiency()));
        return Boxes.column(
                "control-card",
                Boxes.prose(
                        Foreign.visible(control.id()) + "  " + Foreign.visible(control.title()),
                        "control-title"),
                facts);
    }

    private static void add(GridPane facts, String name, String text) {
        FactGrid.add(
                facts,
                name,
                Boxes.prose(text.lines().map(Foreign::visible).collect(Collectors.joining("\n"))));
    }
}
