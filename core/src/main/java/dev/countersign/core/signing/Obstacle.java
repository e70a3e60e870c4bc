// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import java.util.List;
import java.util.stream.Collectors;

/// Why an act may not be signed here and now. It is said before anybody is asked for a PIN.
///
/// @param kind which
/// @param sentence for people: what stands against it, and what to do
public record Obstacle(Kind kind, String sentence) {
    /// What several of them say, one sentence after the other.
    public static String sentences(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::sentence).collect(Collectors.joining(" "));
    }

    /// What stands against an act.
    public enum Kind {
        /// There is no log, or it has no records.
        NO_LOG,
        /// The chain does not verify.
        CHAIN_NOT_INTACT,
        /// An earlier checkpoint does not match any more.
        HISTORY_CHANGED,
        /// There is no `state.json`, or none that can be read.
        NO_STATE,
        /// The checkpoint contradicts the log or the run's id.
        STATE_DISAGREES,
        /// An approval is in the log and not in the checkpoint: the rest of the work comes first.
        UNFINISHED,
        /// A recorded artifact is another one, or is lost.
        ARTIFACTS_CHANGED,
        /// There are more artifacts than are looked at: a statement could not name them.
        ARTIFACTS_NOT_READ,
        /// A signature in the log does not hold.
        SIGNATURE_FAILED,
        /// The gate blocked the run.
        GATE_BLOCKED,
        /// The reviewer rejected it.
        REVIEW_BLOCKED,
        /// The run went on without its gate, its review or an approval.
        CONTROL_BYPASSED,
        /// What was performed again here gave something else than was recorded.
        REPERFORMANCE_DISAGREES,
        /// The run waits for nothing of the kind.
        NOT_WAITING,
        /// It waits for another key.
        OTHER_KEY,
        /// It was approved already, and waits for the producer.
        ALREADY_APPROVED,
        /// It was rejected already.
        ALREADY_REJECTED,
        /// The response is in the log already.
        ALREADY_IMPORTED,
        /// The log has grown, or changed, since it was looked at.
        STALE_VIEW,
        /// The record would be dated before the last one of the log.
        CLOCK_BEHIND,
        /// Nobody is said to act.
        NO_IDENTITY,
        /// Policy does not know who acts.
        UNKNOWN_IDENTITY,
        /// The certificate is not that of who acts.
        OTHER_CERTIFICATE,
        /// Who acts does not have the role.
        NO_ROLE,
        /// Policy knows nobody who may act.
        NOBODY_ELIGIBLE,
        /// Who acts is the author.
        IS_AUTHOR,
        /// Who acts is the independent reviewer.
        IS_REVIEWER,
        /// Nothing says who the author is, so nobody can be shown to be another.
        NO_AUTHOR,
        /// A reason must be given.
        NO_RATIONALE,
        /// What is said looks like a secret, which the ledger would not keep.
        LOOKS_SECRET,
        /// There is no such record.
        NO_SUCH_RECORD,
        /// The response was made for another run.
        OTHER_RUN,
        /// The response is not what was signed.
        RESPONSE_ALTERED,
        /// The response's certificate leads to no anchor of this workspace.
        NOT_TRUSTED
    }
}
