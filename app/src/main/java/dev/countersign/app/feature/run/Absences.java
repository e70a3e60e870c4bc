// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.text.Quotes;
import dev.countersign.core.run.RunSnapshot;

/// Why a part of a run is not there: silence would read as "nothing wrong". What was not read of
/// state.json is said once, above all parts.
final class Absences {
    /// Where findings are that are not the run's own.
    static final String DESK_FINDINGS =
            "What this desk found about the run is under Findings (Ctrl+3).";

    private static final String NOT_KNOWN = "Not known.";
    private static final String SEE_ABOVE = "Not known: see above.";

    private Absences() {}

    static String claims(RunSnapshot run) {
        if (run.state() == null) {
            return SEE_ABOVE;
        }
        if (run.gate() == null) {
            return evidence(run);
        }
        return run.gate().nothingAsserted() && run.recordedGate() == null
                ? "No claim was recorded: the run ended before it made one."
                : "No claim was recorded.";
    }

    static String evidence(RunSnapshot run) {
        if (run.state() == null) {
            return SEE_ABOVE;
        }
        if (run.payload() == null) {
            return "state.json has no payload, so there is no evidence.";
        }
        String workflow = run.workflow();
        return "The workflow "
                + (workflow == null ? "is not named" : Quotes.line(workflow) + " is not known here")
                + ", so nobody here knows what its evidence is. The payload is under Input (3).";
    }

    static String gate(RunSnapshot run) {
        return run.recordedGate() == null && run.state() == null
                ? NOT_KNOWN
                : run.recordedGate() == null
                        ? !OtherData.claims(run).isEmpty()
                                ? "No result of a gate was recorded."
                                : "No result of the gate was recorded: the run ended before it."
                        : "Not re-performed. " + evidence(run);
    }

    static String findings(RunSnapshot run) {
        return run.state() == null ? NOT_KNOWN : "The run recorded none.";
    }

    static String review(RunSnapshot run) {
        return run.state() == null ? "No review is in the log." : "No review was recorded.";
    }
}
