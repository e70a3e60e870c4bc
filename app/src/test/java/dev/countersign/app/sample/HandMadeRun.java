// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Aspect;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.Deadlines;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.clock.Tiering;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.review.ClaimReader;
import dev.countersign.core.review.EvidenceText;
import dev.countersign.core.review.EvidenceTexts;
import dev.countersign.core.review.GatePerformance;
import dev.countersign.core.review.GroundingGate;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.review.RuleCase;
import dev.countersign.core.run.Approval;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.ArtifactCheck;
import dev.countersign.core.run.ChannelVerdicts;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.ModelExchange;
import dev.countersign.core.run.RecordedReview;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A snapshot put together by hand: gate, rules and deadlines are the real ones, the rest is said.
public final class HandMadeRun {
    /// When the hand-made runs began: a Monday afternoon in Oslo.
    public static final Instant START = Instant.parse("2026-11-23T13:02:10Z");

    private static final Policy POLICY = DefaultPolicy.get();

    private final String runId;
    private final String workflow;
    private RunStatus status = RunStatus.RUNNING;
    private @Nullable String step;
    private @Nullable String reason;
    private @Nullable JsonObject state;
    private @Nullable ChainReport chain = SampleReports.intact();
    private @Nullable ModelExchange model;
    private final List<RunEvent> events = new ArrayList<>();
    private final List<Artifact> artifacts = new ArrayList<>();
    private ArtifactCheck.Outcome artifactOutcome = ArtifactCheck.Outcome.NONE_RECORDED;
    private final List<Approval> approvals = new ArrayList<>();
    private final List<ActVerdict> acts = new ArrayList<>();
    private final List<Cycle> cycles = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private @Nullable String author;

    /// A run of a workflow.
    public HandMadeRun(String workflow, String hash) {
        this.workflow = workflow;
        runId = workflow + "-" + hash;
    }

    /// Where it stands.
    public HandMadeRun at(RunStatus where, String atStep, @Nullable String why) {
        status = where;
        step = atStep;
        reason = why;
        return this;
    }

    /// Who made it, where no state says so.
    public HandMadeRun author(String name) {
        author = name;
        return this;
    }

    /// Its `state.json`.
    public HandMadeRun state(String json) {
        state = Json.object(json);
        return this;
    }

    /// What the verifier says.
    public HandMadeRun chain(@Nullable ChainReport report) {
        chain = report;
        return this;
    }

    /// The model's part.
    public HandMadeRun model(String prompt, String response) {
        model = new ModelExchange("llm_mapping.json", "acme-large-2", "0.0", prompt, response);
        return this;
    }

    /// A record, a second after the one before it.
    public HandMadeRun event(String name, String fields) {
        Instant at = START.plusSeconds(events.size());
        String json =
                "{\"ts\": \""
                        + at
                        + "\", \"event\": \""
                        + name
                        + "\", \"prev\": \""
                        + SampleFaults.STORED
                        + "\""
                        + (fields.isEmpty() ? "" : ", " + fields)
                        + ", \"hash\": \""
                        + SampleReports.HEAD
                        + "\"}";
        int record = events.size();
        events.add(new RunEvent(record, record + 1L, name, at, Json.object(json)));
        return this;
    }

    /// An artifact.
    public HandMadeRun artifact(String name, Artifact.State how) {
        boolean there = how != Artifact.State.MISSING;
        boolean recorded = how != Artifact.State.UNRECORDED;
        artifacts.add(
                new Artifact(
                        name,
                        how,
                        recorded ? record(how) : null,
                        there ? SampleReports.HEAD : null));
        boolean negative = artifacts.stream().anyMatch(Artifact::negative);
        artifactOutcome = negative ? ArtifactCheck.Outcome.FAILED : ArtifactCheck.Outcome.VERIFIED;
        return this;
    }

    private static String record(Artifact.State how) {
        boolean other = how == Artifact.State.DIFFERS;
        return (other ? SampleFaults.STORED : SampleReports.HEAD).substring(0, 16);
    }

    /// What is to be said of the artifacts as a whole.
    public HandMadeRun artifacts(ArtifactCheck.Outcome outcome) {
        artifactOutcome = outcome;
        return this;
    }

    /// A decision in the log.
    public HandMadeRun approval(String approver, String decision) {
        approvals.add(
                new Approval(
                        events.size(),
                        START.plusSeconds(events.size()),
                        "change_approval",
                        approver,
                        decision,
                        false,
                        null,
                        null,
                        false));
        acts.add(unsigned(approver));
        return event(
                "approval_recorded",
                "\"key\": \"change_approval\", \"approver\": \""
                        + approver
                        + "\", \"decision\": \""
                        + decision
                        + "\"");
    }

    private ActVerdict unsigned(String approver) {
        var nothing = Judgement.unchecked("not_signed", "It is recorded, not signed.");
        Map<Aspect, Judgement> aspects = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            aspects.put(aspect, nothing);
        }
        return new ActVerdict(events.size(), ActKind.APPROVAL, approver, null, aspects, List.of());
    }

    /// A clock that runs, or ended.
    public HandMadeRun clock(
            ClockKind kind, String atStep, boolean assumed, Cycle.@Nullable Ending ending) {
        cycles.add(
                new Cycle(
                        kind,
                        atStep,
                        kind == ClockKind.APPROVAL ? "change_approval" : "",
                        Math.max(0, events.size() - 1),
                        SampleReports.HEAD,
                        START,
                        assumed,
                        ending));
        return this;
    }

    /// A check.
    public HandMadeRun check(Check check) {
        checks.removeIf(other -> other.kind() == check.kind());
        checks.add(check);
        return this;
    }

    /// The snapshot.
    public RunSnapshot snapshot() {
        JsonObject payload = state == null ? null : (JsonObject) state.get("payload");
        GatePerformance gate = gate(payload);
        List<RunClock> clocks =
                Deadlines.fix(
                        workflow,
                        cycles,
                        Tiering.of(payload, POLICY),
                        status == RunStatus.BLOCKED,
                        POLICY);
        return new RunSnapshot(
                Path.of("/srv/pipelines/runs", runId),
                runId,
                workflow,
                status,
                step,
                reason,
                payload == null ? author : first(payload, "author", "employee"),
                payload == null ? null : payload.string("system"),
                payload == null ? "" : subject(payload),
                payload,
                state,
                chain,
                events,
                gate,
                state == null ? null : ClaimReader.gate(state),
                state == null ? List.of() : ClaimReader.abstentions(state),
                state == null ? List.of() : ClaimReader.rules(state),
                payload == null || gate == null
                        ? null
                        : RuleBook.ours()
                                .apply(
                                        workflow,
                                        new RuleCase(
                                                payload,
                                                ClaimReader.claims(state),
                                                POLICY.references())),
                model,
                new ArtifactCheck(artifactOutcome, artifacts),
                approvals,
                acts,
                review(),
                clocks,
                new ChannelVerdicts(checks));
    }

    private @Nullable GatePerformance gate(@Nullable JsonObject payload) {
        if (payload == null || state == null) {
            return null;
        }
        EvidenceText evidence = EvidenceTexts.of(workflow, payload);
        return evidence == null
                ? null
                : GroundingGate.perform(
                        ClaimReader.claims(state), ClaimReader.abstentions(state).size(), evidence);
    }

    private @Nullable RecordedReview review() {
        return state != null && state.get("review") instanceof JsonObject review
                ? new RecordedReview(
                        said(review, "reviewer"), said(review, "decision"), said(review, "notes"))
                : null;
    }

    private static String said(JsonObject object, String key) {
        String text = object.string(key);
        return text == null ? "" : text;
    }

    private static @Nullable String first(JsonObject payload, String one, String other) {
        String text = payload.string(one);
        return text == null ? payload.string(other) : text;
    }

    private static String subject(JsonObject payload) {
        String summary = payload.string("summary");
        return said(payload, "id") + (summary == null ? "" : " " + summary);
    }
}
