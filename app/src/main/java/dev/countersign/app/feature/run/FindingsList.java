// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.control.Mark;
import dev.countersign.app.control.VerdictMark;
import dev.countersign.app.text.Numbers;
import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.RunText;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.RunSnapshot;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Findings or violations: which are recorded, which the rules give here, and which are both.
final class FindingsList {
    private static final int MOST = 100;

    private FindingsList() {}

    /// One finding, and who gives it.
    ///
    /// @param recorded whether it was recorded
    /// @param here whether the rules give it here; null if none were performed
    record Finding(RuleResult result, boolean recorded, @Nullable Boolean here) {}

    /// Pairs what was recorded with what comes out here; each counts once.
    static List<Finding> pair(List<RuleResult> recorded, @Nullable List<RuleResult> here) {
        List<Finding> findings = new ArrayList<>();
        List<RuleResult> left = here == null ? List.of() : new ArrayList<>(here);
        for (RuleResult result : recorded) {
            boolean found = here != null && take(left, result);
            findings.add(new Finding(result, true, here == null ? null : found));
        }
        left.forEach(result -> findings.add(new Finding(result, false, true)));
        return findings;
    }

    private static boolean take(List<RuleResult> from, RuleResult result) {
        for (int i = 0; i < from.size(); i++) {
            RuleResult other = from.get(i);
            if (other.control().equals(result.control())
                    && other.severity().equals(result.severity())
                    && other.detail().equals(result.detail())) {
                from.remove(i);
                return true;
            }
        }
        return false;
    }

    static Node of(RunSnapshot run) {
        String word = RunText.exceptionWord(run);
        VBox section =
                Parts.section(
                        Character.toUpperCase(word.charAt(0))
                                + word.substring(1)
                                + "s of the run's rules");
        section.setId("findings");
        List<Finding> findings = pair(run.findings(), run.reperformedFindings());
        for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
            section.getChildren().add(row(finding));
        }
        if (findings.size() > MOST) {
            String more = "and " + Numbers.count(findings.size() - MOST, "more " + word);
            section.getChildren().add(Parts.prose(more, "muted"));
        }
        if (findings.isEmpty()) {
            section.getChildren().add(Parts.prose(none(run), "muted"));
            section.getChildren().add(Parts.prose(Absences.DESK_FINDINGS, "muted"));
        } else if (run.reperformedFindings() == null) {
            section.getChildren()
                    .add(Parts.prose("The rules were not re-performed here.", "muted"));
        }
        return section;
    }

    private static String none(RunSnapshot run) {
        return run.state() == null || run.reperformedFindings() == null
                ? Absences.findings(run)
                : "The run recorded none, and its rules give none here.";
    }

    private static Node row(Finding finding) {
        RuleResult result = finding.result();
        var head = new FlowPane();
        head.getStyleClass().add("claim-head");
        String severity = result.severity().isEmpty() ? "" : " · " + Quotes.line(result.severity());
        head.getChildren()
                .add(
                        Parts.label(
                                Quotes.line(result.control()) + severity, "claim-control", "mono"));
        head.getChildren().add(agreement(finding));
        return Parts.column("finding", head, Parts.foreign(result.detail()));
    }

    private static VerdictMark agreement(Finding finding) {
        Boolean here = finding.here();
        if (here == null) {
            return VerdictMark.inline(Mark.OPEN, "Recorded only");
        }
        if (finding.recorded() && here) {
            return VerdictMark.inline(Mark.NOTE, "Recorded, and found again here");
        }
        return finding.recorded()
                ? VerdictMark.inline(Mark.FAILED, "Recorded, but not found here")
                : VerdictMark.inline(Mark.FAILED, "Found here, but not recorded");
    }
}
