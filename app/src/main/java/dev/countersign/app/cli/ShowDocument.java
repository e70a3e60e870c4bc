// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.CheckText;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.clock.ClockReading;
import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.OfficeHours;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.JsonWord;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.Approval;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.RecordedReview;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.TornEndFile;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A run as the JSON document of the command line contract.
final class ShowDocument {
    private ShowDocument() {}

    static JsonObject of(ShownRun shown) {
        RunSnapshot run = shown.run();
        Policy policy = shown.policy();
        Instant now = shown.now();
        ChainReport chain = run.chain();
        JsonObject document =
                JsonValue.object()
                        .with("run_id", run.runId())
                        .with("path", run.directory().toString())
                        .with("workflow", run.workflow())
                        .with("status", run.status().word())
                        .with("step", run.step())
                        .with("reason", run.reason())
                        .with("author", run.author())
                        .with("system", run.system())
                        .with("subject", run.subject())
                        .with("verdict", chain == null ? null : chain.verdict().word())
                        .with("records", chain == null ? 0 : chain.records())
                        .with("head", chain == null ? null : chain.head())
                        .with(
                                "clocks",
                                list(run.clocks(), clock -> clock(clock, shown.hours(), now)))
                        .with("claims", ShowReview.claims(run))
                        .with("abstentions", ShowReview.abstentions(run))
                        .with("gate", ShowReview.gate(run))
                        .with("findings", ShowReview.rules(run.findings()))
                        .with("review", review(run.review()))
                        .with("model", ShowReview.model(run))
                        .with(
                                "artifacts",
                                list(run.artifacts().artifacts(), ShowDocument::artifact))
                        .with(
                                "approvals",
                                list(run.approvals(), approval -> approval(run, approval)))
                        .with("checks", checks(run))
                        .with("timeline", ShowTimeline.records(run))
                        .with("state", ShowTimeline.state(run))
                        .with("channels", VerifyDocument.channels(run.channels()))
                        .with("torn_ends", list(shown.tornEnds(), ShowDocument::torn))
                        .with("trust_from", shown.trustFrom())
                        .with("at", now.toString())
                        .with("policy", policy(policy))
                        .build();
        return shown.around().in(document);
    }

    /// Additional ones say so: they speak for no channel.
    private static JsonArray checks(RunSnapshot run) {
        List<JsonValue> all =
                new ArrayList<>(list(run.channels().checks(), ShowDocument::made).values());
        for (Check check : run.channels().additional()) {
            all.add(check(check).with("additional", JsonValue.of(true)).build());
        }
        return new JsonArray(all);
    }

    private static JsonValue made(Check check) {
        return check(check).build();
    }

    static <T> JsonArray list(List<T> values, Function<T, JsonValue> each) {
        return new JsonArray(values.stream().map(each).toList());
    }

    /// An enum as it is written in files.
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static JsonValue instant(@Nullable Instant at) {
        return JsonValue.of(at == null ? null : at.toString());
    }

    private static JsonValue clock(RunClock clock, OfficeHours hours, Instant now) {
        ClockReading reading = hours.reading(clock, now);
        Cycle cycle = clock.cycle();
        boolean breached = clock.breached(now);
        return JsonValue.object()
                .with("clock", clock.kind().word())
                .with("state", word(reading.state()))
                .with("step", cycle.step())
                .with("key", cycle.key())
                .with("record", cycle.record())
                .with("started", instant(cycle.started()))
                .with("assumed", JsonValue.of(cycle.assumed()))
                .with("due", instant(clock.due()))
                .with("remaining_seconds", reading.remainingSeconds())
                .with("percent", reading.percent())
                .with("breached", JsonValue.of(breached))
                .with("severity", breached ? "SEV-" + clock.breachSeverity() : null)
                .with("tier", clock.tier().word())
                .with("tier_assumed", JsonValue.of(clock.tierAssumed()))
                .with("waiting_for", clock.role())
                .with("escalate_to", clock.escalateTo())
                .with("policy_version", clock.policyVersion())
                .with("ended", ending(cycle.ending()))
                .build();
    }

    private static JsonValue ending(Cycle.@Nullable Ending ending) {
        return ending == null
                ? JsonWord.NULL
                : JsonValue.object()
                        .with("record", ending.record())
                        .with("at", instant(ending.at()))
                        .with("how", word(ending.how()))
                        .with("self_asserted", JsonValue.of(ending.selfAsserted()))
                        .build();
    }

    private static JsonValue review(@Nullable RecordedReview review) {
        return review == null
                ? JsonWord.NULL
                : JsonValue.object()
                        .with("reviewer", review.reviewer())
                        .with("decision", review.decision())
                        .with("notes", review.notes())
                        .build();
    }

    private static JsonValue artifact(Artifact artifact) {
        return JsonValue.object()
                .with("name", artifact.name())
                .with("state", word(artifact.state()))
                .with("recorded", artifact.recorded())
                .with("sha256", artifact.sha256())
                .build();
    }

    private static JsonValue torn(TornEndFile torn) {
        return JsonValue.object()
                .with("name", torn.name())
                .with("bytes", torn.bytes())
                .with("sha256", torn.sha256())
                .build();
    }

    private static JsonValue approval(RunSnapshot run, Approval approval) {
        ActVerdict act = run.act(approval.record());
        return JsonValue.object()
                .with("record", approval.record())
                .with("at", instant(approval.at()))
                .with("event", approval.rejection() ? "approval_rejected" : "approval_recorded")
                .with("key", approval.key())
                .with("approver", approval.approver())
                .with("decision", approval.decision())
                .with("provisional", JsonValue.of(run.provisional(approval)))
                .with("role", approval.role())
                .with("rationale", approval.rationale())
                .with("signed", JsonValue.of(approval.signed()))
                .with("signature", ApprovalsCommand.word(act.signed()))
                .with("trust", ApprovalsCommand.word(act.trusted()))
                .with("policy", ApprovalsCommand.word(act.allowed()))
                .with("reasons", list(act.reasons(), reason -> JsonValue.of(reason.sentence())))
                .build();
    }

    private static JsonValue.ObjectBuilder check(Check check) {
        return JsonValue.object()
                .with("check", word(check.kind()))
                .with("channel", check.kind().channel().word())
                .with("outcome", check.outcome().word())
                .with("why", word(check.why()))
                .with("message", CheckText.sentence(check))
                .with("evidence", list(check.evidence(), ShowDocument::evidence));
    }

    private static JsonValue evidence(Check.Evidence evidence) {
        return JsonValue.object()
                .with("subject", evidence.subject())
                .with(
                        "record",
                        evidence.record() < 0 ? JsonWord.NULL : JsonValue.of(evidence.record()))
                .with("expected", evidence.expected())
                .with("found", evidence.found())
                .build();
    }

    private static JsonValue policy(Policy policy) {
        return JsonValue.object()
                .with("version", policy.version())
                .with("sha256", policy.sha256())
                .with("assigned", JsonValue.of(policy.assigned()))
                .build();
    }
}
