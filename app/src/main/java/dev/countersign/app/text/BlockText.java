// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.review.Claim;
import dev.countersign.core.review.GatePerformance;
import dev.countersign.core.review.GateResult;
import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.review.GroundedClaim;
import dev.countersign.core.review.Grounding;
import dev.countersign.core.run.Approval;
import dev.countersign.core.run.RecordedReview;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Why a run is blocked, and who has to do what.
public final class BlockText {
    /// Why there is no button for it.
    public static final String GATE_STANDS = "Blocked by the gate: see above.";

    private static final int MOST_NAMED = 3;
    private static final int LONGEST_NAME = 40;

    private BlockText() {}

    /// Whether a run that can be relied on stands blocked because of the gate.
    public static boolean byGate(RunSnapshot run) {
        return run.status() == RunStatus.BLOCKED && RunText.verifies(run) && gateBlocked(run);
    }

    /// Two sentences. Each cause of a block has its own.
    static String sentence(RunSnapshot run) {
        if (gateBlocked(run)) {
            return gate(run);
        }
        RecordedReview review = run.review();
        if (review != null && review.decision().equals("reject")) {
            return "Blocked by the independent review of "
                    + Quotes.line(review.reviewer())
                    + (review.notes().isEmpty() ? "" : ": " + Quotes.line(review.notes()))
                    + ". Answer the reviewer; a new review and another execution can end it.";
        }
        List<Approval> own =
                run.approvals().stream().filter(a -> RunText.selfApproval(run, a)).toList();
        if (!own.isEmpty()) {
            return "Blocked by segregation of duties: "
                    + author(run)
                    + " is the author and approved (record "
                    + own.getLast().record()
                    + "), which does not count. An independent approver has to approve; then the"
                    + " pipeline goes on.";
        }
        return Quotes.ended("Blocked in step " + RunText.step(run) + RunText.reason(run) + ".")
                + " If the cause is in the input, a corrected input is a new run, and the finding"
                + " of this one is closed; else remove the cause and execute again.";
    }

    private static boolean gateBlocked(RunSnapshot run) {
        return blocks(run.recordedGate()) || blocks(here(run));
    }

    private static boolean blocks(@Nullable GateResult result) {
        return result != null && result.verdict() == GateVerdict.BLOCK;
    }

    private static @Nullable GateResult here(RunSnapshot run) {
        GatePerformance gate = run.gate();
        return gate == null ? null : gate.result();
    }

    private static String gate(RunSnapshot run) {
        return "Cannot be approved: "
                + unsupported(run)
                + ". Nobody can override the gate: "
                + author(run)
                + " corrects the input, which is a new run; the control owner closes the finding"
                + " of this one.";
    }

    /// What the gate found wanting, in the counts that were recorded.
    private static String unsupported(RunSnapshot run) {
        GateResult recorded = run.recordedGate();
        GateResult counted =
                recorded != null && blocks(recorded) && recorded.ungrounded() > 0
                        ? recorded
                        : here(run);
        if (counted == null || counted.ungrounded() <= 0) {
            return "the gate blocked it, and no claim is here that says why";
        }
        int missing = counted.ungrounded();
        int all = missing + Math.max(0, counted.grounded());
        return Numbers.grouped(missing)
                + " of "
                + Numbers.count(all, "claim")
                + (missing == 1 ? " has" : " have")
                + " no support in the evidence"
                + names(run, missing);
    }

    /// Which claims these are, if as many are found here.
    private static String names(RunSnapshot run, int missing) {
        GatePerformance gate = run.gate();
        List<String> names =
                gate == null
                        ? List.of()
                        : gate.claims().stream()
                                .filter(one -> !(one.grounding() instanceof Grounding.Found))
                                .map(GroundedClaim::claim)
                                .map(BlockText::name)
                                .toList();
        if (names.size() != missing) {
            return "";
        }
        int more = names.size() - MOST_NAMED;
        return " ("
                + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                + (more > 0 ? " and " + more + " more" : "")
                + ")";
    }

    private static String name(Claim claim) {
        return claim.control().isBlank()
                ? "“" + Quotes.line(Foreign.cut(claim.text(), LONGEST_NAME)) + "”"
                : Quotes.line(Foreign.cut(claim.control(), LONGEST_NAME));
    }

    private static String author(RunSnapshot run) {
        String author = run.author();
        return author == null || author.isBlank() ? "the author" : Quotes.line(author);
    }
}
