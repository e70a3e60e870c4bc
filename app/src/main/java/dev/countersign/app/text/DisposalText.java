// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.Outcome;

import java.time.Instant;
import java.time.ZoneId;

/// What becomes of findings, in words.
public final class DisposalText {
    /// What it takes to close one.
    public static final String CLOSES =
            "Only a signed disposition closes a finding. It goes into the log of the run, or, where"
                    + " that cannot take it, into the ledger of the workspace.";

    /// What a signature means that goes into the ledger.
    public static final String MEANING =
            "By signing you answer for this finding. Your disposition becomes an entry of the"
                + " ledger and cannot be removed. It closes the finding wherever your certificate"
                + " is trusted and the policy allows you to.";

    /// Why it goes there.
    public static final String NO_LOG =
            "It goes into the ledger of this workspace, because the run has no log that is intact.";

    /// That it is in the ledger.
    public static final String DONE = "Disposition signed, and in the ledger";

    /// That what was written does not verify.
    public static final String NOT_VERIFIED = "In the ledger, but its signature does not verify";

    /// What can be done without a time-stamp.
    public static final String UNSTAMPED =
            "The ledger does not have it yet. Recorded without a time-stamp, the time of the"
                    + " signature is what this computer says.";

    /// What is under way until it is known what can take it.
    public static final String LOOKING = "Reading the finding";

    private DisposalText() {}

    /// That the ledger was read again and has it.
    public static String verified(ActVerdict act) {
        return ActText.verified(act, "The ledger has it as entry " + act.record());
    }

    /// What becomes of it.
    public static String said(Disposition disposition) {
        String next = disposition.supersededBy();
        return Quotes.line(disposition.disposition())
                + (next == null || next.isEmpty() ? "" : " · replaced by " + Quotes.line(next));
    }

    /// Who said so, and when.
    public static String who(Disposition disposition, ZoneId viewer) {
        String person = disposition.person();
        Instant at = disposition.at();
        return (person.isEmpty() ? "nobody named" : Quotes.line(person))
                + (at == null ? "" : " · " + ClockText.exact(at, viewer));
    }

    /// What is to be said of the signature.
    public static String signature(Outcome signature) {
        return switch (signature) {
            case VERIFIED -> "It is valid, trusted and allowed.";
            case FAILED -> "It is not valid, or not allowed: the finding is not closed.";
            case NOT_CHECKED ->
                    "Not verified, so the finding is not closed. It is not signed, or there are no"
                            + " trust anchors here, or the policy does not say who may close it.";
        };
    }
}
