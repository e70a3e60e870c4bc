// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.approval.ActKind;

import org.jspecify.annotations.Nullable;

/// What somebody wants to put their name under.
public sealed interface Act {
    /// Approve what the run waits for.
    ///
    /// @param key the approval key; null: the one that is waited for
    /// @param rationale why; may be empty
    record Approve(@Nullable String key, String rationale) implements Act {}

    /// Reject it.
    ///
    /// @param key see {@link Approve}
    /// @param rationale why; not empty
    record Reject(@Nullable String key, String rationale) implements Act {}

    /// An operator's independent review.
    ///
    /// @param accepted whether it is accepted
    /// @param notes what was seen
    record Review(boolean accepted, String notes) implements Act {}

    /// Say that a record was looked at.
    ///
    /// @param record 0-based
    /// @param rationale what was seen
    record Observe(long record, String rationale) implements Act {}

    /// Close a finding, or all that a run is blocked for.
    ///
    /// @param finding its id, the hash of the record that it is about, or the run's id
    /// @param disposition what becomes of it; not empty
    /// @param supersededBy the run that takes its place; null if none does
    /// @param rationale why
    record Dispose(
            String finding, String disposition, @Nullable String supersededBy, String rationale)
            implements Act {}

    /// Put one's name under the results of performing the tests again.
    ///
    /// @param resultsSha256 SHA-256 of the results' document
    /// @param toolVersion what performed them
    /// @param policySha256 of the policy that held
    /// @param rationale what is to be said of them
    record Reperform(
            String resultsSha256, String toolVersion, String policySha256, String rationale)
            implements Act {}

    /// Stand for the sample of a period, all of which was observed.
    ///
    /// @param period `YYYY-MM`
    /// @param populationSha256 of the population that was drawn from
    /// @param draw hash of the ledger's entry with the draw that counts
    /// @param observed how many runs were looked at
    /// @param rationale what is to be said of it
    record SignOff(
            String period, String populationSha256, String draw, long observed, String rationale)
            implements Act {}

    /// What it is recorded as.
    default ActKind kind() {
        return switch (this) {
            case Approve approve -> ActKind.APPROVAL;
            case Reject reject -> ActKind.REJECTION;
            case Review review -> ActKind.REVIEW;
            case Observe observe -> ActKind.OBSERVATION;
            case Dispose dispose -> ActKind.DISPOSITION;
            case Reperform reperform -> ActKind.REPERFORMANCE;
            case SignOff signOff -> ActKind.SAMPLE_SIGN_OFF;
        };
    }

    /// Why; what a reviewer notes is the reason of a review.
    default String why() {
        return switch (this) {
            case Approve(String key, String rationale) -> rationale;
            case Reject(String key, String rationale) -> rationale;
            case Review(boolean accepted, String notes) -> notes;
            case Observe(long record, String rationale) -> rationale;
            case Dispose(String f, String d, String s, String rationale) -> rationale;
            case Reperform(String r, String t, String p, String rationale) -> rationale;
            case SignOff(String p, String s, String d, long o, String rationale) -> rationale;
        };
    }
}
