// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.ObjectBuilder;
import dev.countersign.core.report.Assessment.AssessedFinding;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;

import java.util.ArrayList;
import java.util.List;

/// What an assessment concludes, as findings of OSCAL: one for each channel in which something was
/// checked, for each exception that a run recorded, and for each finding of the desk.
final class OscalFindings {
    private final Assessment assessment;
    private final OscalNames names;
    private final List<JsonValue> findings = new ArrayList<>();

    OscalFindings(Assessment assessment, OscalNames names) {
        this.assessment = assessment;
        this.names = names;
    }

    List<JsonValue> all() {
        for (Channel channel : Channel.values()) {
            conclude(channel);
        }
        BundleStanding bundle = assessment.bundle();
        if (bundle != null) {
            conclude(bundle);
        }
        for (int i = 0; i < assessment.runs().size(); i++) {
            exceptions(i, assessment.runs().get(i));
        }
        assessment.findings().forEach(this::finding);
        return findings;
    }

    /// A channel over all runs.
    private void conclude(Channel channel) {
        List<String> support = new ArrayList<>();
        List<String> against = new ArrayList<>();
        for (int i = 0; i < assessment.runs().size(); i++) {
            for (Check check : assessment.runs().get(i).channels().checks()) {
                if (check.kind().channel() == channel) {
                    switch (check.outcome()) {
                        case FAILED -> against.add(names.observation(i, check.kind()));
                        case VERIFIED -> support.add(names.observation(i, check.kind()));
                        case NOT_CHECKED -> {
                            // makes no finding
                        }
                    }
                }
            }
        }
        boolean vouched =
                assessment.runs().stream()
                        .anyMatch(run -> run.channels().of(channel) == Outcome.VERIFIED);
        if (!against.isEmpty() || vouched) {
            boolean good = against.isEmpty();
            findings.add(
                    finding(
                            "channel " + channel.word(),
                            channel.word(),
                            good
                                    ? "Something was checked in every case counted here, and it"
                                            + " holds."
                                    : against.size() + " checks failed.",
                            channel.word(),
                            good,
                            good ? support : against));
        }
    }

    /// The bundle that the runs were read from.
    private void conclude(BundleStanding bundle) {
        boolean good = !bundle.negative();
        if (good && !bundle.bag()) {
            return; // a plain archive: nothing was held against anything
        }
        findings.add(
                finding(
                        OscalNames.BUNDLE,
                        good ? "The bag is complete and valid" : "The bundle does not hold",
                        String.join(" ", bundle.against()),
                        OscalNames.BUNDLE,
                        good,
                        List.of()));
    }

    private void exceptions(int number, AssessedRun run) {
        for (int i = 0; i < run.exceptions().size(); i++) {
            RuleResult exception = run.exceptions().get(i);
            findings.add(
                    finding(
                            "exception " + number + " " + i,
                            exception.control() + " in " + run.runId(),
                            exception.detail(),
                            exception.control(),
                            false,
                            List.of()));
        }
    }

    private void finding(AssessedFinding one) {
        String about = one.runId().isEmpty() ? assessment.subject() : one.runId();
        findings.add(
                finding(
                        "finding " + one.id(),
                        "SEV-" + one.severity() + " " + one.kind().word() + " in " + about,
                        one.id() + ", since " + one.at() + ", " + one.state().word(),
                        one.kind().word(),
                        false,
                        List.of()));
    }

    private JsonObject finding(
            String name,
            String title,
            String description,
            String objective,
            boolean satisfied,
            List<String> related) {
        ObjectBuilder finding =
                JsonValue.object()
                        .with("uuid", names.uuid(name))
                        .with("title", names.line(title))
                        .with(
                                "description",
                                CellText.carried(description.isEmpty() ? title : description))
                        .with(
                                "target",
                                JsonValue.object()
                                        .with("type", "objective-id")
                                        .with("target-id", names.token(objective))
                                        .with(
                                                "status",
                                                JsonValue.object()
                                                        .with(
                                                                "state",
                                                                satisfied
                                                                        ? "satisfied"
                                                                        : "not-satisfied")
                                                        .build())
                                        .build());
        if (!related.isEmpty()) {
            finding.with(
                    "related-observations",
                    new JsonArray(
                            related.stream()
                                    .<JsonValue>map(uuid ->
                                            JsonValue.object()
                                                    .with("observation-uuid", uuid)
                                                    .build())
                                    .toList()));
        }
        return finding.build();
    }
}
