// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.PolicyProblemText;
import dev.countersign.core.policy.PolicyProblem;

import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.Comparator;
import java.util.List;

/// What is wrong with a policy's file, and what to do about each.
final class PolicyProblems {
    /// Nobody corrects more than these before reading the file again.
    private static final int MOST = 50;

    private PolicyProblems() {}

    /// @param found in any order; shown from the top of the file down
    static Node of(List<PolicyProblem> found) {
        List<PolicyProblem> problems =
                found.stream().sorted(Comparator.comparingLong(PolicyProblem::line)).toList();
        GridPane table =
                Cards.table(
                        new double[] {0.5, 2, 2.4, 2.6},
                        "Line",
                        "Where",
                        "What is wrong",
                        "What to do");
        for (PolicyProblem problem : problems.subList(0, Math.min(MOST, problems.size()))) {
            Cards.row(
                    table,
                    Boxes.label(Numbers.grouped(problem.line()), "mono"),
                    Boxes.prose(PolicyProblemText.path(problem), "mono"),
                    Boxes.prose(PolicyProblemText.what(problem)),
                    Boxes.prose(PolicyProblemText.advice(problem)));
        }
        VBox card = Cards.card("Problems in policy.json", table);
        card.setId("policy-problems");
        if (problems.size() > MOST) {
            card.getChildren()
                    .add(
                            Boxes.prose(
                                    "and "
                                            + Numbers.grouped(problems.size() - MOST)
                                            + " more: correct these first, then read it again.",
                                    "muted"));
        }
        return card;
    }
}
