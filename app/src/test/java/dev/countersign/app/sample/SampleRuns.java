// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.core.clock.Cycle;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.run.Artifact;
import dev.countersign.core.run.ArtifactCheck;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs of every kind that the run screen has to explain.
public final class SampleRuns {
    /// The moment at which they are looked at: Tuesday, 12:20 in Oslo.
    public static final Instant NOW = Instant.parse("2026-11-24T11:20:10Z");

    private SampleRuns() {}

    private static final String EVIDENCE =
            """
            "evidence": {
              "approval": "Change CHG-1310 approved by j.lee on 2026-03-07 prior to deployment.\
             Rollback plan attached and reviewed.",
              "approver": "j.lee",
              "test_signoff": "Regression tests passed 2026-03-06: 412 of 412, report attached.",
              "deployed_at": "2026-03-08"
            }\
            """;

    private static String payload(String author, String extra) {
        return """
        "payload": {"id": "CHG-1310", "system": "billing-engine", "in_scope": true,
        "summary": "Change discount logic in production billing.", "author": "%s", %s %s}
        """
                .formatted(author, extra, EVIDENCE);
    }

    private static String claim(String control, String text, String citation) {
        return """
        {"control": "%s", "text": "%s", "citation": "%s"}\
        """
                .formatted(control, text, citation);
    }

    private static final String AUTHORIZED =
            claim(
                    "ITGC-CM-01",
                    "change authorized prior to deployment",
                    "Change CHG-1310 approved by j.lee on 2026-03-07 prior to deployment.");
    private static final String TESTED =
            claim(
                    "ITGC-CM-03",
                    "tested with documented results",
                    "Regression tests passed 2026-03-06");
    private static final String ACCEPTED =
            """
            "review": {"reviewer": "ops.reviewer", "decision": "accept",\
             "notes": "claims re-verified; exceptions noted"}\
            """;

    private static String gate(
            String verdict, int grounded, int ungrounded, int open, String... claims) {
        String reasons =
                Stream.of(claims)
                        .map(c -> "\"ungrounded: '" + c + "' — citation not found in source\"")
                        .collect(Collectors.joining(", "));
        return """
        "gate": {"verdict": "%s", "grounded": %d, "ungrounded": %d, "abstentions": %d,
        "reasons": [%s]}\
        """
                .formatted(verdict, grounded, ungrounded, open, reasons);
    }

    private static HandMadeRun change(String hash) {
        var run = new HandMadeRun("change-approval", hash);
        SampleChecks.clean(run);
        run.event("run_started", "\"run_id\": \"change-approval-" + hash + "\"");
        step(run, "ingest", "ok", "ingested CHG-1310");
        step(run, "map_controls", "ok", "2 controls mapped, 0 finding(s)");
        return run;
    }

    private static void step(HandMadeRun run, String name, String status, String reason) {
        run.event("step_started", "\"step\": \"" + name + "\"");
        run.event(
                "step_result",
                "\"step\": \"%s\", \"status\": \"%s\", \"reason\": \"%s\""
                        .formatted(name, status, reason));
    }

    private static Cycle.Ending ended(long record, Cycle.How how) {
        return new Cycle.Ending(record, HandMadeRun.START.plusSeconds(record), how, true);
    }

    private static HandMadeRun reviewed(String hash) {
        HandMadeRun run = change(hash);
        step(run, "gate", "ok", "all control assertions grounded in evidence");
        run.event("artifact_written", "\"name\": \"independent_review.json\"");
        run.clock(
                ClockKind.OPERATOR_REVIEW,
                "independent_review",
                true,
                ended(9, Cycle.How.REVIEWED));
        step(run, "independent_review", "ok", "independently reviewed by ops.reviewer");
        run.artifact("independent_review.json", Artifact.State.MATCHES);
        return run;
    }

    private static HandMadeRun waiting(String hash) {
        HandMadeRun run = reviewed(hash);
        run.event("artifact_written", "\"name\": \"approval_request.json\"");
        step(run, "human_approval", "awaiting_approval", "awaiting independent reviewer sign-off");
        run.artifact("approval_request.json", Artifact.State.MATCHES);
        return run.at(
                        RunStatus.AWAITING_APPROVAL,
                        "human_approval",
                        "awaiting independent reviewer sign-off")
                .clock(ClockKind.APPROVAL, "human_approval", false, null);
    }

    private static String state(String payload, String claims, String more) {
        return "{" + payload + ", \"claims\": [" + claims + "], \"abstentions\": [], " + more + "}";
    }

    /// A clean run that waits for its approval.
    public static RunSnapshot awaiting() {
        return waiting("0155cb2f963b")
                .state(
                        state(
                                payload("m.chu", ""),
                                AUTHORIZED + ", " + TESTED,
                                "\"findings\": [], " + gate("approve", 2, 0, 0) + ", " + ACCEPTED))
                .snapshot();
    }

    /// Blocked by the gate: one citation is nearly in the evidence, one is empty, one straddles.
    public static RunSnapshot gateBlocked() {
        HandMadeRun run = change("ff5ccef3db16");
        step(run, "gate", "blocked", "anti-fabrication gate: 2 unciteable assertion(s)");
        run.event("population_sampled", "\"period\": \"2026-10\", \"drawn\": 25");
        String claims =
                String.join(
                        ", ",
                        TESTED,
                        claim(
                                "ITGC-CM-01",
                                "change authorized prior to deployment",
                                "Change CHG-1310 approved by the change board on 2026-03-01 prior"
                                        + " to deployment."),
                        claim("ITGC-CM-02", "approver is independent of the author", ""),
                        claim(
                                "ITGC-CM-04",
                                "deployed after the tests",
                                "report attached. 2026-03-08"));
        return run.at(RunStatus.BLOCKED, "gate", "anti-fabrication gate: 2 unciteable assertion(s)")
                .clock(ClockKind.OBSERVATION, "gate", false, null)
                .artifact("llm_mapping.json", Artifact.State.MATCHES)
                .model(
                        "Map the evidence to controls. Cite verbatim.\n\nEvidence:\n" + EVIDENCE,
                        "```json\n{\"claims\": [" + claims + "], \"abstentions\": []}\n```")
                .check(new Check(Kind.MODEL_OUTPUT, Outcome.VERIFIED, Why.HOLDS, List.of()))
                .state(
                        state(
                                payload("n.berg", "\"change_type\": \"emergency\","),
                                claims,
                                "\"findings\": [], "
                                        + gate(
                                                "block",
                                                2,
                                                2,
                                                0,
                                                "change authorized prior to deployment",
                                                "approver is independent of the author")))
                .snapshot();
    }

    /// Blocked because the author approved.
    public static RunSnapshot makerChecker() {
        HandMadeRun run = waiting("e6c3a2e62f53");
        run.approval("m.chu", "approved");
        step(run, "human_approval", "blocked", "maker-checker violation: approver == author");
        return run.at(
                        RunStatus.BLOCKED,
                        "human_approval",
                        "maker-checker violation: approver == author")
                .clock(ClockKind.OBSERVATION, "human_approval", false, null)
                .check(
                        SampleChecks.failed(
                                Kind.APPROVER_IS_NOT_AUTHOR,
                                new Evidence("change_approval", 13, "not m.chu", "m.chu")))
                .state(
                        state(
                                payload("m.chu", ""),
                                AUTHORIZED + ", " + TESTED,
                                "\"findings\": [], " + gate("approve", 2, 0, 0) + ", " + ACCEPTED))
                .snapshot();
    }

    /// Completed; a finding is recorded that the rules give here too, another that they do not.
    public static RunSnapshot findings() {
        HandMadeRun run = reviewed("b54f4f82fad4");
        step(run, "human_approval", "awaiting_approval", "awaiting independent reviewer sign-off");
        run.clock(ClockKind.APPROVAL, "human_approval", false, ended(12, Cycle.How.APPROVED));
        run.approval("a.singh", "approved");
        step(run, "emit_workpaper", "ok", "workpaper emitted");
        run.event("run_completed", "\"run_id\": \"change-approval-b54f4f82fad4\"");
        return run.at(RunStatus.COMPLETED, "handoff_report", null)
                .artifact("workpaper.json", Artifact.State.MATCHES)
                .clock(ClockKind.OBSERVATION, "map_controls", false, null)
                .check(new Check(Kind.CLOCKS, Outcome.VERIFIED, Why.HOLDS, List.of()))
                .check(
                        SampleChecks.failed(
                                Kind.RULES,
                                new Evidence("ITGC-CM-07", -1, null, "no rollback test on file")))
                .state(
                        state(
                                payload("j.lee", ""),
                                AUTHORIZED + ", " + TESTED,
                                """
                                "findings": [{"control": "ITGC-CM-02", "severity": "deficiency",
                                "detail": "self-approval: j.lee approved their own change"},
                                {"control": "ITGC-CM-07", "severity": "observation",
                                "detail": "no rollback test on file"}],\
                                """
                                        + gate("approve", 2, 0, 0)
                                        + ", "
                                        + ACCEPTED))
                .snapshot();
    }

    /// A record of its log was edited, and an artifact swapped.
    public static RunSnapshot tampered() {
        HandMadeRun run = waiting("24697f3d8a1f");
        return run.chain(SampleReports.edited())
                .artifact("workpaper.json", Artifact.State.DIFFERS)
                .artifact("extra/notes.txt", Artifact.State.UNRECORDED)
                .check(
                        SampleChecks.failed(
                                Kind.CHAIN,
                                new Evidence("hash", 7, SampleReports.HEAD, SampleFaults.STORED)))
                .check(
                        SampleChecks.failed(
                                Kind.ARTIFACT_FILES,
                                new Evidence(
                                        "workpaper.json",
                                        12,
                                        "7c1e5d0a94f3b286",
                                        "99aa0011bb22cc33"),
                                new Evidence("extra/notes.txt", -1, null, "3f2a9c1b77d0e4f5")))
                .state(
                        state(
                                payload("m.chu", ""),
                                AUTHORIZED + ", " + TESTED,
                                "\"findings\": [], " + gate("approve", 2, 0, 0) + ", " + ACCEPTED))
                .snapshot();
    }

    /// The log alone.
    public static RunSnapshot noState() {
        HandMadeRun run = waiting("a165073a11bd");
        SampleChecks.logAlone(run);
        return run.artifacts(ArtifactCheck.Outcome.FOLDER_ABSENT).snapshot();
    }

    /// A personal trade in a blackout, with a control left open.
    public static RunSnapshot padViolation() {
        HandMadeRun run = new HandMadeRun("personal-trade-compliance", "bf41820e7aa5");
        SampleChecks.clean(run);
        run.event("run_started", "\"run_id\": \"personal-trade-compliance-bf41820e7aa5\"");
        step(run, "ingest", "ok", "ingested TRD-002");
        step(run, "assess", "ok", "1 cited, 1 abstained (deterministic)");
        step(run, "gate", "ok", "1 abstention(s) -> human review");
        step(run, "rules", "ok", "1 rule violation(s)");
        step(run, "emit_report", "ok", "report: VIOLATION");
        run.event("run_completed", "\"run_id\": \"personal-trade-compliance-bf41820e7aa5\"");
        return run.at(RunStatus.COMPLETED, "emit_report", "report: VIOLATION")
                .clock(ClockKind.OBSERVATION, "rules", false, null)
                .artifact("pad_report.json", Artifact.State.MATCHES)
                .state(
                        """
                        {"payload": {"id": "TRD-002", "employee": "r.osei", "account": "acct-100",
                        "symbol": "ACME", "side": "buy", "trade_date": "2026-03-10",
                        "evidence": {"legal_preapproval_email": "Pre-clearance for ACME granted to\
                         r.osei by Legal on 2026-03-02, valid ten days."}},
                        "claims": [{"rule": "PAD-1", "text": "pre-clearance on file",
                        "citation": "Pre-clearance for ACME granted to r.osei by Legal",
                        "approval_date": "2026-03-02"}],
                        "abstentions": [{"rule": "PAD-2",
                        "reason": "no holding period statement on file"}],
                        "violations": [{"rule": "PAD-3",
                        "detail": "ACME on blackout 2026-03-01..2026-03-31; traded 2026-03-10"}],\
                        """
                                + gate("review", 1, 0, 1)
                                + "}")
                .snapshot();
    }

    /// Nothing claimed, nothing left open: the gate approves.
    public static RunSnapshot nothingAsserted() {
        return waiting("d34f740d2f90")
                .state(
                        state(
                                payload("m.chu", ""),
                                "",
                                "\"findings\": [], " + gate("approve", 0, 0, 0)))
                .snapshot();
    }

    /// The same, and no gate was recorded either.
    public static RunSnapshot nothingAssertedNorGated() {
        return waiting("d34f740d2f90")
                .state(state(payload("m.chu", ""), "", "\"findings\": []"))
                .snapshot();
    }

    /// No log and no state: an empty folder.
    public static RunSnapshot emptyFolder() {
        var run = new HandMadeRun("change-approval", "000000000000");
        for (Kind kind : Kind.values()) {
            run.check(SampleChecks.open(kind, Why.NO_LOG));
        }
        return run.at(RunStatus.UNKNOWN, "", null).chain(null).snapshot();
    }

    /// So many claims, and evidence so long, that none of it may be made at once.
    public static RunSnapshot huge() {
        String claims = String.join(", ", Collections.nCopies(20_000, TESTED));
        String evidence =
                "\"evidence\": {\"noise\": \""
                        + "lorem ipsum ".repeat(20_000)
                        + "\", \"test\": \""
                        + "dolor sit ".repeat(10_000)
                        + "Regression tests passed 2026-03-06. "
                        + "amet ".repeat(10_000)
                        + "\"}";
        return waiting("b852c12d6cfc")
                .state(
                        state(
                                "\"payload\": {\"id\": \"CHG-9\", \"author\": \"m.chu\", "
                                        + evidence
                                        + "}",
                                claims,
                                gate("approve", 20_000, 0, 0)))
                .snapshot();
    }
}
