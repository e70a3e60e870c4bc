// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a summary alone says of a run, and what to do next.
public final class SummaryText {
    private SummaryText() {}

    /// One or two sentences. A chain that does not verify comes first.
    public static String situation(RunSummary run) {
        String chain =
                run.verdict() == null
                        ? RunText.noLog(run.unfollowed(), "what the status of this run is")
                        : RunText.chain(run.verdict());
        if (chain.isEmpty() && run.conflict()) {
            return "It has an open SEV-1 finding: see Findings before anything else.";
        }
        return chain.isEmpty() ? status(run) : chain;
    }

    private static String status(RunSummary run) {
        return switch (run.status()) {
            case UNKNOWN ->
                    "The log has more records or bytes than are looked at for a run, so its"
                            + " status is not known.";
            case RUNNING ->
                    "Step " + step(run) + " has not ended: it is running, or it stopped there.";
            case BLOCKED ->
                    run.gate() == GateVerdict.BLOCK
                            ? "Cannot be approved: claims have no support in the evidence. Nobody"
                                    + " can override the gate: the author corrects the input, which"
                                    + " is a new run."
                            : "Blocked in step " + step(run) + ". Open the run to see by whom.";
            case AWAITING_APPROVAL ->
                    "Waits for an independent approval. "
                            + (run.exceptions() == 0
                                    ? "Check each claim against the evidence, then decide."
                                    : exceptions(run)
                                            + " recorded: consider that before you decide.");
            case APPROVED_PENDING_RESUME ->
                    "Approved. The pipeline has to resume it; there is nothing to decide.";
            case REJECTED ->
                    "Rejected. It keeps waiting, without a clock; a corrected input is a new run.";
            case FAILED ->
                    "Step "
                            + step(run)
                            + " failed. Fix the cause and execute again: finished steps"
                            + " are not repeated.";
            case COMPLETED ->
                    run.exceptions() == 0
                            ? "Completed. There is nothing to decide."
                            : "Completed with "
                                    + exceptions(run)
                                    + ": each needs an owner and a disposition.";
        };
    }

    /// What speaks against a run, the worst first; empty if nothing is known to.
    public static List<String> against(RunSummary run) {
        List<String> against = new ArrayList<>();
        if (!run.failed().isEmpty()) {
            against.add(
                    "Checks failed: "
                            + run.failed().stream()
                                    .map(CheckText::name)
                                    .collect(Collectors.joining(", ")));
        }
        if (run.gate() == GateVerdict.BLOCK && run.status() != RunStatus.BLOCKED) {
            against.add("The gate blocked it, and it went on all the same");
        }
        if (run.exceptions() > 0) {
            against.add(exceptions(run) + " recorded");
        }
        return against;
    }

    /// The recorded verdict of the gate, in a word or two.
    public static String gate(@Nullable GateVerdict gate) {
        return gate == null ? "none recorded" : GateText.word(gate);
    }

    private static String exceptions(RunSummary run) {
        String word = RunText.exceptionWord(run.workflow());
        return Numbers.count(run.exceptions(), word);
    }

    private static String step(RunSummary run) {
        String step = run.step();
        return step == null || step.isEmpty() ? "(no name)" : Quotes.line(step);
    }
}
