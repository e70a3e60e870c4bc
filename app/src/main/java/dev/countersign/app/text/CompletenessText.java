// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.Sightings;
import dev.countersign.core.workspace.Witnessed;

import java.util.List;

/// Whether anything is missing at the ends of a log, as far as this desk and its witnesses have
/// seen it: the same wherever the log is shown.
///
/// @param outcome verified only where somebody else has seen it
/// @param reason who has seen what, a few words
public record CompletenessText(Outcome outcome, String reason) {
    /// @param result how the log stands to the furthest that somebody else has seen
    /// @param seen who has seen it, as far as is known yet
    /// @param findings about the log, as far as is known yet
    public static CompletenessText of(
            CheckpointResult result, Sightings seen, List<Finding> findings) {
        int disagree = SeenText.against(findings).size();
        if (disagree > 0) {
            String verb = disagree == 1 ? " disagrees" : " disagree";
            return new CompletenessText(
                    Outcome.FAILED, Numbers.count(disagree, "checkpoint") + verb);
        }
        return new CompletenessText(outcome(result), reason(result, seen));
    }

    /// What a checkpoint says of the ends of a log.
    public static Outcome outcome(CheckpointResult result) {
        return switch (result) {
            case NONE -> Outcome.NOT_CHECKED;
            case MATCH, GROWN -> Outcome.VERIFIED;
            case TAIL_MISSING, TAIL_APPENDED, HEAD_MISMATCH -> Outcome.FAILED;
        };
    }

    private static String reason(CheckpointResult result, Sightings seen) {
        if (result == CheckpointResult.NONE) {
            return seen.own().isEmpty() ? "no checkpoint" : "seen by this desk only";
        }
        Witnessed furthest = seen.furthest();
        if (furthest == null) {
            return VerdictText.completeness(result);
        }
        String who = Quotes.line(furthest.witness());
        return switch (result) {
            case MATCH -> "the log ends where " + who + " saw it end";
            case GROWN -> "all records that " + who + " saw are here, and more follow";
            default -> VerdictText.completeness(result) + " (" + who + ")";
        };
    }
}
