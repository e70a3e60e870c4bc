// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.text.DecisionText;
import dev.countersign.core.run.RunSnapshot;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;

/// The decisions, and why none can be taken here. The reasons stand beside them in words: a
/// disabled button says nothing.
final class DecisionBar {
    private final Button approve = button("Approve", Feather.CHECK);
    private final Button reject = button("Reject", Feather.X);
    private final Button escalate = button("Escalate", Feather.ARROW_UP_RIGHT);
    private final Label reason = Parts.prose("");
    private final Tooltip whyApprove = new Tooltip();
    private final Tooltip whyReject = new Tooltip();
    private final Tooltip whyEscalate = new Tooltip(DecisionText.escalate());
    private final HBox root;

    DecisionBar() {
        reason.setId("decision-reason");
        root =
                Parts.row(
                        "decision-bar",
                        pointed(approve, whyApprove),
                        pointed(reject, whyReject),
                        pointed(escalate, whyEscalate),
                        Parts.grow(reason));
        root.setId("decisions");
    }

    Node root() {
        return root;
    }

    void show(RunSnapshot run) {
        String toApprove = DecisionText.approve(run);
        String toReject = DecisionText.reject(run);
        approve.setAccessibleText("Approve, not possible. " + toApprove);
        reject.setAccessibleText("Reject, not possible. " + toReject);
        escalate.setAccessibleText("Escalate, not possible. " + DecisionText.escalate());
        whyApprove.setText(toApprove);
        whyReject.setText(toReject);
        reason.setText(toApprove);
    }

    /// A disabled control shows no tooltip, so the box around it does.
    private static Node pointed(Button button, Tooltip why) {
        var box = new StackPane(button);
        Tooltip.install(box, why);
        return box;
    }

    private static Button button(String text, Ikon icon) {
        var button = new Button(text, new FontIcon(icon));
        button.setId("decide-" + text.toLowerCase(Locale.ROOT));
        button.setDisable(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
