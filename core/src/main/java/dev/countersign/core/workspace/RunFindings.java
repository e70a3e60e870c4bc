// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.review.RuleResult;
import dev.countersign.core.run.ArtifactCheck;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.FindingId;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What one run, as it was just read, gives reason to raise. Breaches are not among it: they depend
/// on the time ({@link Breaches}). Of a chain that does not hold nothing else is said: its records
/// prove nothing.
final class RunFindings {
    private static final Set<RunStatus> WENT_ON =
            EnumSet.of(
                    RunStatus.AWAITING_APPROVAL,
                    RunStatus.APPROVED_PENDING_RESUME,
                    RunStatus.COMPLETED);

    private final RunSnapshot run;
    private final Instant seen;
    private final @Nullable String head;
    private final List<Finding> found = new ArrayList<>();

    private RunFindings(RunSnapshot run, Instant seen) {
        this.run = run;
        this.seen = seen;
        ChainReport chain = run.chain();
        this.head = chain == null ? null : chain.head();
    }

    /// @param seen when it was read
    static List<Finding> of(RunSnapshot run, Instant seen) {
        RunFindings findings = new RunFindings(run, seen);
        ChainReport chain = run.chain();
        if (chain != null && broken(chain)) {
            findings.chain(chain);
        } else {
            findings.log();
            findings.gate();
            findings.stops();
            findings.exceptions();
            findings.artifacts();
            new CheckFindings(run, findings::seen).all();
        }
        return List.copyOf(findings.found);
    }

    static boolean broken(ChainReport chain) {
        return chain.verdict() == Verdict.BROKEN || chain.verdict() == Verdict.MALFORMED;
    }

    private void chain(ChainReport chain) {
        Fault fault = chain.first();
        var evidence =
                JsonValue.object()
                        .with("verdict", chain.verdict().word())
                        .with("records", chain.records())
                        .with("head", chain.head())
                        .with("faults", chain.faultCount());
        if (fault != null) {
            evidence.with("category", fault.category().word())
                    .with("record", fault.record())
                    .with("line", fault.line())
                    .with("offset", fault.offset());
        }
        seen(FindingKind.CHAIN_BROKEN, fault == null ? "" : subject(fault), evidence.build());
    }

    /// No crash leaves this: the log is written before everything else.
    private void log() {
        Check.Why why = run.channels().why(Check.Kind.CHAIN);
        boolean left = run.state() != null || !run.artifacts().artifacts().isEmpty();
        if (head == null && left && why != null) {
            seen(
                    FindingKind.LOG_MISSING,
                    "",
                    JsonValue.object().with("why", why.name().toLowerCase(Locale.ROOT)).build());
        }
        ChainReport chain = run.chain();
        if (chain != null && chain.records() > 0 && run.status() == RunStatus.UNKNOWN) {
            seen(
                    FindingKind.RUN_TOO_LARGE,
                    "",
                    JsonValue.object().with("records", chain.records()).build());
        }
    }

    /// The first fault: what comes after it nobody vouches for anyway. Another edit of the same
    /// record, here or in a copy, is another finding.
    private static String subject(Fault fault) {
        String subject = fault.category().word() + "@" + fault.record();
        String computed = fault.computed();
        return computed == null ? subject : subject + " " + computed;
    }

    /// Where the log itself says that it was bypassed, that is the finding.
    private void gate() {
        GateResult recorded = run.recordedGate();
        if (recorded == null || failed(Check.Kind.CONTROL_STEPS)) {
            return;
        }
        if (recorded.verdict() == GateVerdict.BLOCK && WENT_ON.contains(run.status())) {
            seen(
                    FindingKind.GATE_BYPASSED,
                    "",
                    JsonValue.object()
                            .with("recorded", recorded.verdict().word())
                            .with("status", run.status().word())
                            .build());
        }
    }

    private boolean failed(Check.Kind kind) {
        return run.channels().failed(kind);
    }

    /// Each block or failure opens one observation clock at its first record: that is the finding.
    private void stops() {
        for (RunClock clock : run.clocks()) {
            if (clock.kind() != ClockKind.OBSERVATION) {
                continue;
            }
            long record = clock.cycle().record();
            RunEvent event = run.event(record);
            FindingKind kind = event == null ? null : stop(event);
            if (event != null && kind != null) {
                JsonObject evidence =
                        JsonValue.object()
                                .with("record", record)
                                .with("hash", clock.cycle().hash())
                                .with("step", clock.cycle().step())
                                .with("reason", reason(event))
                                .build();
                found.add(
                        new Finding(
                                kind,
                                kind.severity(),
                                run.runId(),
                                clock.cycle().hash(),
                                clock.cycle().started(),
                                clock.due(),
                                run.author(),
                                head,
                                evidence));
            }
        }
    }

    private static @Nullable FindingKind stop(RunEvent event) {
        if (event.event().equals("step_failed")) {
            return FindingKind.RUN_FAILED;
        }
        String status = event.text("status");
        if (status == null) {
            return null;
        }
        return switch (status) {
            case "blocked" -> FindingKind.RUN_BLOCKED;
            case "failed" -> FindingKind.RUN_FAILED;
            default -> null;
        };
    }

    private static @Nullable String reason(RunEvent event) {
        String reason = event.text("reason");
        return reason == null ? event.text("error") : reason;
    }

    private void exceptions() {
        RunClock clock = exceptionClock();
        Instant at = clock == null ? lastTime() : clock.cycle().started();
        int number = 0;
        for (RuleResult result : run.findings()) {
            JsonObject evidence =
                    JsonValue.object()
                            .with("control", result.control())
                            .with("severity", result.severity())
                            .with("detail", result.detail())
                            .build();
            found.add(
                    new Finding(
                            FindingKind.EXCEPTION,
                            FindingKind.EXCEPTION.severity(),
                            run.runId(),
                            FindingId.exception(result.control(), number++),
                            at,
                            clock == null ? null : clock.due(),
                            run.author(),
                            head,
                            evidence));
        }
    }

    /// The observation that neither a block nor a failure started.
    private @Nullable RunClock exceptionClock() {
        for (RunClock clock : run.clocks()) {
            RunEvent event = run.event(clock.cycle().record());
            if (clock.kind() == ClockKind.OBSERVATION && event != null && stop(event) == null) {
                return clock;
            }
        }
        return null;
    }

    /// When the log last spoke: an exception in the workpaper has no time of its own.
    private Instant lastTime() {
        for (RunEvent event : run.events().reversed()) {
            Instant at = event.at();
            if (at != null) {
                return at;
            }
        }
        return seen;
    }

    /// Without a log no record could name a file: that is not checked, as `show` says.
    private void artifacts() {
        if (run.artifacts().outcome() == ArtifactCheck.Outcome.NO_LOG) {
            return;
        }
        ArtifactFindings.of(run.artifacts().artifacts(), this::seen);
        if (run.artifacts().outcome() == ArtifactCheck.Outcome.TOO_LARGE
                && run.status() != RunStatus.UNKNOWN) {
            seen(
                    FindingKind.RUN_TOO_LARGE,
                    "artifacts",
                    JsonValue.object()
                            .with("looked_at", run.artifacts().artifacts().size())
                            .build());
        }
    }

    /// What no record dates.
    private void seen(FindingKind kind, String subject, JsonObject evidence) {
        found.add(
                new Finding(
                        kind,
                        kind.severity(),
                        run.runId(),
                        subject,
                        seen,
                        null,
                        run.author(),
                        head,
                        evidence));
    }
}
