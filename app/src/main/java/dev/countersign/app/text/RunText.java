// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.Verdict;
import dev.countersign.core.policy.Identity;
import dev.countersign.core.run.Approval;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// What is going on with a run and what to do next.
public final class RunText {
    /// Why nothing can be decided on without state.json, where that is said above.
    public static final String NOTHING_TO_ASSESS = "There is nothing to assess: see above.";

    private RunText() {}

    /// One or two sentences. A chain that does not verify comes first: whatever else is said rests
    /// on it.
    public static String situation(RunSnapshot run) {
        String chain = chain(run);
        if (chain.isEmpty()) {
            return (status(run) + " " + provisional(run)).strip();
        }
        return run.events().isEmpty()
                ? chain
                : chain
                        + " By its last record the run is: "
                        + StatusText.word(run.status()).toLowerCase(Locale.ROOT)
                        + ".";
    }

    /// What state.json alone says, of a run without a log.
    private static final String UNSUPPORTED = " Nothing below can be relied on.";

    /// The same with what follows for all of the run's page where state.json was not read: said
    /// once, here.
    public static String banner(RunSnapshot run) {
        if (run.state() != null) {
            return situation(run) + (run.chain() == null ? UNSUPPORTED : "");
        }
        boolean said = verifies(run) && run.status() == RunStatus.AWAITING_APPROVAL;
        return situation(run)
                + (said ? "" : " state.json with claims and evidence " + noState(run) + ".")
                + " Get it from where the run was made, where it lies beside the log, and read"
                + " again (F5)."
                + (run.events().isEmpty() ? "" : " All below comes from the log alone.");
    }

    private static String chain(RunSnapshot run) {
        var report = run.chain();
        return report == null
                ? noLog(run, "what the status of this run is")
                : chain(report.verdict());
    }

    /// Why there is no log to read, of a run that has none.
    ///
    /// @param unsaid what nothing says therefore
    public static String noLog(RunSnapshot run, String unsaid) {
        return noLog(run.channels().why(Check.Kind.CHAIN) == Check.Why.NOT_FOLLOWED, unsaid);
    }

    /// The same.
    ///
    /// @param unfollowed whether something is there as log, which is not followed
    static String noLog(boolean unfollowed, String unsaid) {
        return unfollowed
                ? "What is here as log is not followed: it is a folder, a device, or a link that"
                        + " leads out or nowhere. So nothing says "
                        + unsaid
                        + "."
                : "There is no log here, so nothing says " + unsaid + ".";
    }

    /// That state.json was not read, and what follows; empty if it was.
    public static String stateNotRead(RunSnapshot run) {
        return run.state() != null
                ? ""
                : "state.json "
                        + noState(run)
                        + ": claims, gate, rules and payload were not compared.";
    }

    /// What is the matter with state.json, of a run whose state was not read, as the end of a
    /// sentence about it.
    public static String noState(RunSnapshot run) {
        return switch (run.channels().why(Check.Kind.PAYLOAD_ID)) {
            case STATE_UNREADABLE -> "is not a JSON object that can be read" + fault(run);
            case NOT_FOLLOWED ->
                    "is not followed (it is a folder, a device, or a link that leads out or"
                            + " nowhere)";
            default -> "is not here";
        };
    }

    private static String fault(RunSnapshot run) {
        return run.channels().checks().stream()
                .filter(check -> check.kind() == Check.Kind.PAYLOAD_ID)
                .flatMap(check -> check.evidence().stream())
                .map(evidence -> " (" + evidence.found() + ")")
                .findFirst()
                .orElse("");
    }

    /// What speaks against relying on anything else; empty if the chain verifies.
    static String chain(Verdict verdict) {
        return switch (verdict) {
            case INTACT -> "";
            case BROKEN, MALFORMED ->
                    "The log does not verify. Find out why first: nothing below can be relied on.";
            case EMPTY ->
                    "The log contains no record, so the status of this run is not known. Look where"
                            + " its producer writes, or get another copy of the log.";
        };
    }

    private static String status(RunSnapshot run) {
        return switch (run.status()) {
            case UNKNOWN ->
                    "The log has more records or bytes than are looked at for a run, so its"
                            + " status is not known.";
            case RUNNING ->
                    "Step " + step(run) + " has not ended: it is running, or it stopped there.";
            case BLOCKED -> BlockText.sentence(run);
            case AWAITING_APPROVAL -> awaiting(run);
            case APPROVED_PENDING_RESUME ->
                    "Approved"
                            + by(run)
                            + ". The pipeline has to resume it"
                            + (provisional(run).isEmpty() ? "; there is nothing to decide." : ".");
            case REJECTED ->
                    "Rejected"
                            + by(run)
                            + ". It keeps waiting, without a clock; a corrected input is a new"
                            + " run.";
            case FAILED ->
                    Quotes.ended(
                            "Step "
                                    + step(run)
                                    + " failed"
                                    + reason(run)
                                    + ". Fix the cause and execute again: finished steps are not"
                                    + " repeated.");
            case COMPLETED -> completed(run);
        };
    }

    /// Which approvals of an emergency wait for their second one; empty if none does.
    private static String provisional(RunSnapshot run) {
        List<Approval> waiting = run.approvals().stream().filter(run::provisional).toList();
        return switch (waiting.size()) {
            case 0 -> "";
            case 1 ->
                    "The emergency approval by "
                            + Quotes.line(waiting.getFirst().approver())
                            + " is provisional: a second one is required.";
            default ->
                    waiting.size()
                            + " emergency approvals are provisional: each requires a second one.";
        };
    }

    /// Whether an approval is by the author.
    public static boolean selfApproval(RunSnapshot run, Approval approval) {
        return !approval.rejection() && Identity.same(approval.approver(), run.author());
    }

    private static String awaiting(RunSnapshot run) {
        if (run.state() == null) {
            return "Waits for an independent approval, but state.json with claims and evidence "
                    + noState(run)
                    + ": there is nothing to assess.";
        }
        var gate = run.gate();
        if (gate != null && gate.nothingAsserted()) {
            return run.recordedGate() == null
                    ? "Waits for an independent approval, but nothing was asserted, and no result"
                            + " of a gate was recorded."
                    : "Waits for an independent approval, but nothing was asserted: the gate's"
                            + " approval proves nothing.";
        }
        String waits = "Waits for an independent approval. ";
        int exceptions = run.findings().size();
        int open = run.abstentions().size();
        if (exceptions == 0 && open == 0 && gate == null) {
            return waits + "No claims could be checked here: read what was recorded, then decide.";
        }
        if (exceptions == 0 && open == 0) {
            return waits + "Check each claim against the evidence, then decide.";
        }
        return waits
                + (exceptions > 0 ? exceptions(run) + " recorded" : "")
                + (exceptions > 0 && open > 0 ? ", and " : "")
                + (open > 0 ? Numbers.count(open, "control") + " left open" : "")
                + ": consider that before you decide.";
    }

    private static String completed(RunSnapshot run) {
        if (run.findings().isEmpty()) {
            return run.abstentions().isEmpty()
                    ? provisional(run).isEmpty()
                            ? "Completed. There is nothing to decide."
                            : "Completed."
                    : "Completed with "
                            + Numbers.count(run.abstentions().size(), "control")
                            + " left open: a human has to look at that.";
        }
        return "Completed with "
                + exceptions(run)
                + (run.findings().size() == 1 ? ". It needs" : ". Each needs")
                + " an owner and a disposition; no approval clears it.";
    }

    /// `2 findings`, or `1 violation` where the run calls them so.
    public static String exceptions(RunSnapshot run) {
        return Numbers.count(run.findings().size(), exceptionWord(run));
    }

    /// `finding`, or `violation` where the run calls them so.
    public static String exceptionWord(RunSnapshot run) {
        var state = run.state();
        return state != null && state.get("violations") != null
                ? "violation"
                : exceptionWord(run.workflow());
    }

    /// What a workflow calls its exceptions.
    static String exceptionWord(@Nullable String workflow) {
        return "personal-trade-compliance".equals(workflow) ? "violation" : "finding";
    }

    /// The step it stands in.
    static String step(RunSnapshot run) {
        String step = run.step();
        return step == null || step.isEmpty() ? "(no name)" : Quotes.line(step);
    }

    /// The reason that its producer gave, as the end of a sentence; empty if it gave none.
    static String reason(RunSnapshot run) {
        String reason = run.reason();
        return reason == null || reason.isEmpty() ? "" : ": " + Quotes.line(reason);
    }

    private static String by(RunSnapshot run) {
        return run.approvals().isEmpty()
                ? ""
                : " by " + Quotes.line(run.approvals().getLast().approver());
    }

    /// Whether the chain verifies; nothing else is asked.
    public static boolean verifies(RunSnapshot run) {
        var report = run.chain();
        return report != null && report.verdict() == Verdict.INTACT;
    }
}
