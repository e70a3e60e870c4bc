// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.AddedMark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.AddedText;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.Quotes;
import dev.countersign.core.review.Control;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.RunSnapshot;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.stream.Stream;

/// What a firm's own rules gave, or why they gave nothing.
final class AddedRulesList {
    private static final int MOST = 100;

    private AddedRulesList() {}

    /// @return none where nobody added any
    static Node[] of(RunSnapshot run, List<RuleBook.Additional> added) {
        if (added.isEmpty()) {
            return new Node[0];
        }
        VBox section = Parts.section(AddedText.TITLE, Parts.prose(AddedText.MEANING, "muted"));
        section.setId("added-rules");
        added.forEach(rules -> section.getChildren().add(rules(run, rules)));
        return new Node[] {section};
    }

    private static Node rules(RunSnapshot run, RuleBook.Additional added) {
        VBox box =
                Parts.column(
                        "finding",
                        head(
                                Quotes.line(added.rules()),
                                VerdictMark.inline(
                                        Parts.toned(run, AddedMark.of(added)),
                                        AddedText.word(added))));
        if (added.failure() != null) {
            box.getChildren().add(Parts.foreign(AddedText.sentence(added)));
        }
        List<RuleResult> results = added.results();
        for (RuleResult result : results.subList(0, Math.min(MOST, results.size()))) {
            String severity =
                    result.severity().isEmpty() ? "" : " \u00b7 " + Quotes.line(result.severity());
            box.getChildren()
                    .addAll(
                            Parts.prose(Quotes.line(result.control()) + severity, "mono"),
                            Parts.foreign(result.detail()));
        }
        if (results.size() > MOST) {
            String more = "and " + Numbers.grouped(results.size() - MOST) + " more";
            box.getChildren().add(Parts.prose(more, "muted"));
        }
        return box;
    }

    private static FlowPane head(String name, VerdictMark mark) {
        var head = new FlowPane(Parts.prose(name, "claim-control", "mono"), mark);
        head.getStyleClass().add("claim-head");
        return head;
    }

    /// Controls that the run or these rules name, and that the register does not have.
    static List<String> beyond(
            RunSnapshot run, List<Control> register, List<RuleBook.Additional> added) {
        Stream<String> theirs =
                added.stream()
                        .flatMap(rules -> rules.results().stream())
                        .map(RuleResult::control)
                        .filter(id -> register.stream().noneMatch(one -> one.id().equals(id)));
        return Stream.concat(run.controlsBeyond(register).stream(), theirs).distinct().toList();
    }
}
