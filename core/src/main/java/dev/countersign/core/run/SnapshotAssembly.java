// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.Deadlines;
import dev.countersign.core.clock.KeptDeadlines;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.clock.Tiering;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.Identity;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.Tier;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts together what was read of a run directory: pure, nothing is read here.
final class SnapshotAssembly {
    private final RunFolder folder;
    private final LogGround ground;
    private final Logged log;
    private final StateFile state;
    private final ArtifactCheck artifacts;
    private final ArtifactChecks files;
    private final Map<String, JsonObject> said;
    private final Policy policy;
    private final String workflow;
    private final @Nullable JsonObject payload;
    private final @Nullable String author;
    private final Reperformance again;
    private final Standing standing;
    private final String runId;
    private final @Nullable KnownRun known;
    private final @Nullable JsonObject emitted;
    private final @Nullable RecordedReview review;
    private final List<ActVerdict> acts;
    private final Counting counting;

    SnapshotAssembly(
            RunFolder folder,
            LogGround ground,
            Logged log,
            StateFile state,
            ArtifactCheck artifacts,
            Map<String, JsonObject> said,
            Policy policy,
            RuleBook rules,
            ActVerifier verifier)
            throws SourceException {
        this.folder = folder;
        this.ground = ground;
        this.log = log;
        this.state = state;
        this.artifacts = artifacts;
        this.said = said;
        this.policy = policy;
        String named = log.workflow == null ? StateFile.workflowOf(folder.name()) : log.workflow;
        workflow = named == null ? "" : named;
        payload = state.object("payload");
        author = PayloadWords.author(payload);
        again = new Reperformance(state, workflow, policy, rules);
        runId = log.runId == null ? folder.name() : log.runId;
        files = new ArtifactChecks(ground, log, artifacts);
        known = known();
        emitted = emitted();
        acts =
                new Acts(log, artifacts, policy, runId, workflow, author, review(log.review))
                        .verify(verifier);
        counting = Counting.of(log, acts, author);
        review = review(counting.review(log));
        standing = Standing.of(log.events, workflow, author, policy, counting);
    }

    /// @param kept deadlines as they were fixed
    RunSnapshot snapshot(KeptDeadlines kept, @Nullable ModelExchange model) {
        List<RunClock> clocks = clocks();
        clocks.replaceAll(clock -> kept.of(runId, clock));
        return new RunSnapshot(
                folder.path(),
                runId,
                log.workflow,
                standing.status(),
                standing.step(),
                standing.reason(),
                author,
                payload == null ? null : payload.string("system"),
                PayloadWords.subject(payload, runId),
                payload,
                state.value(),
                ground.chain(),
                log.events,
                again.gate,
                again.recordedGate,
                again.abstentions,
                again.findings,
                again.rules,
                model,
                artifacts,
                log.decisions,
                acts,
                review,
                clocks,
                channels(model, clocks));
    }

    /// @param logged what the log records of it; null if nothing that is heard
    private @Nullable RecordedReview review(@Nullable RunEvent logged) {
        JsonObject kept = state.object("review");
        JsonObject verdict = verdict();
        JsonObject says = logged != null ? logged.value() : kept == null ? verdict : kept;
        return says == null
                ? null
                : new RecordedReview(
                        PayloadWords.text(says.get("reviewer")),
                        PayloadWords.text(says.get("decision")),
                        PayloadWords.text(says.get("notes")));
    }

    private @Nullable KnownRun known() {
        ControlSteps steps = ControlSteps.of(workflow, payload, step -> policy.key(workflow, step));
        JsonObject given = payload == null ? new JsonObject(List.of()) : payload;
        return steps == null ? null : new KnownRun(workflow, steps, given, again, log, state);
    }

    /// What the review's artifact says; null if it is not the one that was recorded.
    private @Nullable JsonObject emitted() {
        return files.asRecorded(Conclusions.REVIEW) ? said.get(Conclusions.REVIEW) : null;
    }

    private @Nullable JsonObject verdict() {
        return known != null
                        && emitted != null
                        && emitted.get("verdict") instanceof JsonObject verdict
                ? verdict
                : null;
    }

    /// Everybody whom the log, the checkpoint or the review's artifact calls the reviewer: where
    /// they differ, none of them may have approved.
    private Set<String> reviewers() {
        Set<String> reviewers = new HashSet<>();
        JsonObject kept = state.object("review");
        JsonObject verdict = verdict();
        String logged = known == null ? null : LoggedReasons.reviewer(log);
        reviewers.add(log.review == null ? "" : Logged.said(log.review, "reviewer"));
        reviewers.add(kept == null ? "" : PayloadWords.text(kept.get("reviewer")));
        reviewers.add(verdict == null ? "" : PayloadWords.text(verdict.get("reviewer")));
        reviewers.add(logged == null ? "" : logged);
        reviewers.removeIf(String::isBlank);
        return reviewers;
    }

    /// A breach is worth more where a block started the clock, so the two kinds are fixed apart.
    private List<RunClock> clocks() {
        Tiering tiering = Tiering.of(payload, policy);
        CycleFacts facts =
                new CycleFacts(workflow, runId, again.findings, tiering.tier() == Tier.EMERGENCY);
        Set<Long> blocked = new HashSet<>();
        for (RunEvent event : log.events) {
            if ("blocked".equals(event.text("status"))) {
                blocked.add(event.record());
            }
        }
        List<Cycle> blocks = new ArrayList<>();
        List<Cycle> others = new ArrayList<>();
        for (Cycle cycle : Cycles.of(log.events, facts, policy, counting, stamps())) {
            (blocked.contains(cycle.record()) ? blocks : others).add(cycle);
        }
        List<RunClock> clocks = new ArrayList<>();
        if (!others.isEmpty()) {
            clocks.addAll(Deadlines.fix(workflow, others, tiering, false, policy));
        }
        if (!blocks.isEmpty()) {
            clocks.addAll(Deadlines.fix(workflow, blocks, tiering, true, policy));
            // no comparingLong(): its lambda is serializable, which no cache of classes keeps
            clocks.sort((a, b) -> Long.compare(a.cycle().record(), b.cycle().record()));
        }
        return clocks;
    }

    /// When a time-stamp authority says that an act was signed, by record.
    private Map<Long, Instant> stamps() {
        Map<Long, Instant> stamps = new HashMap<>();
        for (ActVerdict act : acts) {
            ActVerdict.Signed signed = act.signature();
            if (signed != null && signed.timeStamp() != null) {
                stamps.put(act.record(), signed.timeStamp());
            }
        }
        return stamps;
    }

    /// The records of the approvals that count: of each key the last, unless it is the author's.
    private Set<Long> effective() {
        Set<Long> records = new HashSet<>();
        for (RunEvent approval : log.approvals.values()) {
            if (!Identity.same(approval.text("approver"), author)) {
                records.add(approval.record());
            }
        }
        return records;
    }

    private ChannelVerdicts channels(@Nullable ModelExchange model, List<RunClock> clocks) {
        ChainChecks chain = new ChainChecks(ground);
        StateChecks states = new StateChecks(ground, log, state, folder.name());
        ApprovalChecks approvals = new ApprovalChecks(ground, log, policy, workflow, author);
        ActChecks signatures = new ActChecks(ground, acts, effective());
        ModelChecks models = new ModelChecks(ground, again, state, workflow);
        KnownRun left = known != null && known.leaves() ? known : null;
        List<Check.Evidence> strange = new ArrayList<>();
        Check conclusions = Conclusions.check(ground, known, state, files, said, strange);
        return new ChannelVerdicts(
                List.of(
                        chain.chain(),
                        chain.checkpoint(),
                        states.payloadId(),
                        states.folderName(),
                        files.files(),
                        states.approvals(),
                        states.steps(known != null),
                        states.artifacts(),
                        files.handoffHead(said.get(ArtifactReader.HANDOFF), left != null),
                        signatures.signatures(),
                        signatures.certificates(),
                        signatures.identities(),
                        approvals.notAuthor(),
                        approvals.notReviewer(reviewers()),
                        approvals.decides(),
                        approvals.rejectionLetsGoOn(standing.status()),
                        ControlWalk.check(
                                ground,
                                known == null ? null : known.steps(),
                                log,
                                state,
                                emitted,
                                counting),
                        again.gate(log, policy),
                        models.check(left, model, files, said),
                        again.rules(left != null && left.rulesEnded()),
                        conclusions,
                        chain.timeOrder(log.events),
                        chain.clocks(clocks)),
                additional(models, model, strange));
    }

    private List<Check> additional(
            ModelChecks models, @Nullable ModelExchange model, List<Check.Evidence> strange) {
        List<Check> all =
                models.withPrompt(AdditionalChecks.of(workflow, payload, state.problem()), model);
        if (strange.isEmpty()) {
            return all;
        }
        List<Check> more = new ArrayList<>(all);
        more.add(LogGround.compared(Check.Kind.ONE_CASE, strange));
        return more;
    }
}
