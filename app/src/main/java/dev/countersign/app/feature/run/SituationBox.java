// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.Boxes;
import dev.countersign.app.control.Mark;
import dev.countersign.app.control.StatusMark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.CheckText;
import dev.countersign.app.text.QueueText;
import dev.countersign.app.text.RunText;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

import java.util.ArrayList;
import java.util.List;

/// Where a run stands, and what speaks against it.
final class SituationBox {
    private final FlowPane root = new FlowPane();

    Node root() {
        return root;
    }

    /// @param told whom policy tells of a broken chain
    /// @param kept what is on file about the run
    void show(RunSnapshot run, Policy.Escalation told, ReadRun.OnFile kept) {
        List<String> failed = failed(run, kept);
        Label sentence = Parts.prose(RunText.banner(run), "situation");
        sentence.setId("situation");
        root.getStyleClass().setAll("situation-box", tone(run, !failed.isEmpty()).styleClass());
        root.getChildren().setAll(Boxes.within(root, sentence));
        if (run.channels().of(Channel.INTEGRITY) == Outcome.FAILED) {
            Label who = Parts.prose(QueueText.told(told));
            who.setId("at-once");
            root.getChildren().add(Boxes.within(root, who));
        }
        if (!failed.isEmpty()) {
            String words = "Checks failed: " + String.join(", ", failed);
            VerdictMark mark = VerdictMark.inline(Mark.FAILED, words);
            mark.setId("failed-channels");
            root.getChildren().add(Boxes.within(root, RunNotices.wrap(mark)));
        }
    }

    /// What speaks against the run comes before where it stands.
    private static Mark tone(RunSnapshot run, boolean failed) {
        if (!RunText.verifies(run) || failed) {
            return Mark.FAILED;
        }
        boolean open = !run.findings().isEmpty() || !run.abstentions().isEmpty();
        Mark status = StatusMark.tone(run.status());
        return status == Mark.VERIFIED && open ? Mark.MALFORMED : status;
    }

    private static List<String> failed(RunSnapshot run, ReadRun.OnFile kept) {
        List<String> failed = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            Outcome outcome =
                    channel == Channel.COMPLETENESS
                            ? kept.completeness(run).outcome()
                            : run.channels().of(channel);
            if (outcome == Outcome.FAILED) {
                failed.add(CheckText.name(channel));
            }
        }
        return failed;
    }
}
