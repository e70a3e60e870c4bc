// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.app.text.Quotes;
import dev.countersign.app.text.RunText;
import dev.countersign.core.run.RunSnapshot;

/// Why a part of a run is not there: silence would read as "nothing wrong".
final class Absences {
    private Absences() {}

    static String claims(RunSnapshot run) {
        if (run.state() == null) {
            return state(run) + " Claims and evidence cannot be shown.";
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
            return state(run) + " The evidence is part of it.";
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
                ? state(run) + " The gate's result is part of it."
                : run.recordedGate() == null
                        ? !OtherData.claims(run).isEmpty()
                                ? "No result of a gate was recorded."
                                : "No result of the gate was recorded: the run ended before it."
                        : "Not re-performed. " + evidence(run);
    }

    static String findings(RunSnapshot run) {
        return run.state() == null ? state(run) + " Findings are part of it." : "None recorded.";
    }

    static String review(RunSnapshot run) {
        return run.state() == null
                ? "No review is in the log, and " + lower(state(run))
                : "No review was recorded.";
    }

    private static String lower(String sentence) {
        return sentence.startsWith("There") ? "there" + sentence.substring(5) : sentence;
    }

    /// Why there is no state.json.
    private static String state(RunSnapshot run) {
        String matter = RunText.noState(run);
        return matter.equals("is not here")
                ? "There is no state.json here."
                : "state.json " + matter + ".";
    }
}
