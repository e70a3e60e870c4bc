// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.settings;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.FactGrid;
import dev.countersign.app.text.ClockText;
import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.PolicyText;
import dev.countersign.app.text.SeverityText;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.ClockRule;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.StepRule;

import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// A policy in plain words.
final class PolicyPage {
    private static final int LEAST_SEVERITY = 4;

    private PolicyPage() {}

    /// One that its file does not say now is named as the one that held before, on every card.
    static List<Node> of(
            SettingsState.PolicyShown shown, SettingsViewModel model, SettingsActions actions) {
        List<Node> cards = new ArrayList<>();
        cards.add(PolicyHead.of(shown.sheet(), model, actions));
        Policy policy = shown.sheet().inForce();
        String since = "";
        if (shown.sheet().reading() instanceof PolicySheet.Reading.Invalid(var problems)) {
            cards.add(PolicyProblems.of(problems));
            since = ", held before";
            if (policy != null) {
                cards.add(PolicyHead.before(policy, actions));
            }
        }
        if (policy != null) {
            cards.add(clocks(policy, since));
            cards.add(
                    Cards.pair(
                            CalendarCard.of("Calendar" + since, policy, shown, model, actions),
                            Boxes.column(
                                    "card-column",
                                    severities(policy, since),
                                    rules(policy, since))));
            cards.add(steps(policy, since));
        }
        return cards;
    }

    private static Node clocks(Policy policy, String since) {
        GridPane table =
                Cards.table(
                        new double[] {1.1, 1.5, 1.6, 1.3, 1.3, 1.2},
                        "Clock",
                        "Standard",
                        "Emergency",
                        "Waits for",
                        "A breach goes to",
                        "A breach is");
        for (ClockKind kind : ClockKind.values()) {
            ClockRule rule = policy.clocks().get(kind);
            if (rule != null) {
                Cards.row(
                        table,
                        Boxes.prose(ClockText.name(kind), "channel-name"),
                        Boxes.prose(PolicyText.target(rule.standard())),
                        Boxes.prose(PolicyText.target(rule.emergency())),
                        Boxes.prose(Foreign.visible(rule.role())),
                        Boxes.prose(Foreign.visible(rule.escalateTo())),
                        Boxes.prose(PolicyText.severity(rule.severity(), rule.blockSeverity())));
            }
        }
        return Cards.card("Clocks" + since, table, Boxes.prose(PolicyText.tier(policy), "muted"));
    }

    private static VBox severities(Policy policy, String since) {
        GridPane facts = FactGrid.empty();
        for (int severity = 1; severity <= LEAST_SEVERITY; severity++) {
            Policy.Escalation escalation = policy.escalations().get(severity);
            if (escalation != null) {
                FactGrid.add(
                        facts,
                        SeverityText.word(severity),
                        Boxes.prose(
                                Foreign.visible(
                                        String.join(", ", escalation.to())
                                                + ": "
                                                + escalation.when())));
            }
        }
        return Cards.card("Whom findings go to" + since, facts);
    }

    private static VBox rules(Policy policy, String since) {
        GridPane facts = FactGrid.empty();
        FactGrid.add(
                facts,
                "Duties",
                Boxes.prose(PolicyText.segregation(policy.segregation().approverIsNotReviewer())));
        FactGrid.add(
                facts, "Retention", Boxes.prose(PolicyText.retention(policy.retentionYears())));
        FactGrid.add(
                facts,
                "Pattern",
                Boxes.prose(
                        PolicyText.repeated(policy.repeatedBlocks(), policy.repeatedBlocksDays())));
        var identities = policy.identities();
        FactGrid.add(
                facts,
                "Identities",
                Boxes.prose(
                        identities == null
                                ? "No list: any name is accepted as claimed."
                                : identities.size() + " people are known, each with roles."));
        return Cards.card("Rules" + since, facts);
    }

    private static Node steps(Policy policy, String since) {
        GridPane table =
                Cards.table(
                        new double[] {1.5, 1.2, 1.3, 1, 1},
                        "Workflow",
                        "Step",
                        "What it does",
                        "Approval key",
                        "Role");
        for (StepRule rule : policy.steps()) {
            Cards.row(
                    table,
                    Boxes.prose(Foreign.visible(rule.workflow()), "mono"),
                    Boxes.prose(
                            PolicyText.step(rule.step()),
                            rule.step().equals("*") ? "plain" : "mono"),
                    Boxes.prose(PolicyText.kind(rule.kind())),
                    Boxes.prose(rule.key().isEmpty() ? "–" : Foreign.visible(rule.key()), "mono"),
                    Boxes.prose(Foreign.visible(rule.role())));
        }
        return Cards.card(
                "Steps and roles" + since,
                table,
                Boxes.prose("A step that is not listed does work and waits for nobody.", "muted"));
    }
}
