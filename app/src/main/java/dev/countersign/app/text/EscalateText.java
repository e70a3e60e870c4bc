// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.policy.Policy;
import dev.countersign.core.workspace.Hold;

import java.time.ZoneId;

/// Escalations in words.
public final class EscalateText {
    /// What it is, and what it is not.
    public static final String MEANING =
            "An incident and a draft e-mail about this run are written to the workspace's outbox."
                    + " Nothing is sent, decided or signed, and the log is not changed.";

    /// What a hold is, and what it is not.
    public static final String HOLDING =
            "An incident and a draft e-mail ask for the workflow to be put on hold: this desk"
                    + " cannot stop it. The ledger records that with your name and reason; the run"
                    + " shows it and must be kept without limit. No clock is stopped.";

    /// What the reason is called.
    public static final String REASON = "What the recipients need to know";

    /// That there is no reason yet.
    public static final String NO_REASON = "Say what the recipients need to know.";

    /// What they have to know when a workflow is to be held, until somebody writes better.
    public static final String HOLD =
            "The log of this run does not verify. Please put its workflow on hold: nothing should"
                    + " be started or resumed until that is explained.";

    /// What is under way.
    public static final String WRITING = "Writing the escalation";

    /// That it is there.
    public static final String WRITTEN = "Written to the outbox, not sent";

    /// That it is on hold.
    public static final String HELD = "On hold. The messages to send are in the outbox";

    /// Who has put a run on hold, and why: one sentence.
    ///
    /// @param zone of whoever reads it
    public static String hold(Hold hold, ZoneId zone) {
        return "On hold since "
                + TimeText.stated(hold.at(), zone)
                + " by "
                + Quotes.line(hold.by())
                + ": "
                + Quotes.line(hold.reason());
    }

    /// What to do now.
    public static final String NEXT =
            "Open the draft in your mail program, put addresses in place of the roles, and send it."
                    + " The incident has the same in JSON, for programs.";

    /// Why nothing can be written.
    public static final String NO_WORKSPACE =
            "No folder is open, so there is no outbox: open the folder of the run first.";

    private EscalateText() {}

    /// The roles that policy names.
    public static String recipients(Policy.Escalation escalation) {
        return Quotes.line(String.join(", ", escalation.to()));
    }
}
