// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.policy.ClockKind;

import java.util.Locale;

/// What a finding is about, with what it is worth unless policy says otherwise (PRODUCT, "Severity
/// and escalation").
public enum FindingKind {
    /// The chain does not hold, or a line is no record.
    CHAIN_BROKEN(1),
    /// Another record stands where this desk saw the head.
    HISTORY_REWRITTEN(1),
    /// Records that this desk saw at the end are gone.
    LOG_SHORTENED(1),
    /// Two copies go on from the same record, each in its own way.
    HISTORY_FORKED(1),
    /// Somebody else has seen another log: a checkpoint that was imported disagrees.
    WITNESS_DISAGREES(1),
    /// The gate said block, or gate, review or approval are missing, and the run went on.
    GATE_BYPASSED(1),
    /// A record that lets the producer go on says that the run was rejected.
    REJECTION_LETS_GO_ON(1),
    /// The handoff report names a head that is not in the chain where it was taken.
    HANDOFF_DIFFERS(1),
    /// A signature in the log does not hold.
    SIGNATURE_FAILED(1),
    /// Somebody acted whom policy does not know, or not in the role.
    IDENTITY_NOT_ALLOWED(2),
    /// Somebody signed with a certificate that leads to no anchor of the workspace.
    CERTIFICATE_NOT_TRUSTED(3),
    /// The gate, performed again, gives another verdict.
    GATE_DISAGREES(2),
    /// The claims are not those of the model's raw response.
    CLAIMS_DIFFER(2),
    /// The deterministic rules, performed again, give other results.
    RULES_DISAGREE(2),
    /// An artifact concludes something else than is recorded, or performed again.
    CONCLUSION_DIFFERS(2),
    /// Author and approver, or reviewer and approver, are one.
    SEGREGATION_VIOLATED(2),
    /// A record that lets the producer go on names nobody, or says neither yes nor no.
    APPROVAL_DECIDES_NOTHING(2),
    /// A file is not what its record says.
    ARTIFACT_DIFFERS(2),
    /// A recorded file is gone before its keep-until.
    ARTIFACT_MISSING(2),
    /// A file lies there that no record names.
    ARTIFACT_UNRECORDED(3),
    /// The payload or the folder does not give the run's id.
    IDENTITY_DIFFERS(2),
    /// `state.json` and the log disagree: a crash of the producer, or an edit.
    STATE_DIFFERS(3),
    /// Times run backwards.
    TIME_BACKWARDS(3),
    /// A record has no time that can be read: when it was is not known.
    TIME_UNREADABLE(3),
    /// What a run left is there, and its log is not, or has no record.
    LOG_MISSING(2),
    /// The log, or the artifacts, are more than is looked at: where the run stands, or what its
    /// files are, is not known.
    RUN_TOO_LARGE(2),
    /// A run directory is gone before its keep-until.
    RUN_VANISHED(2),
    /// So many blocks of one author in so many days.
    REPEATED_BLOCKS(2),
    /// The gate, the reviewer or segregation of duties stopped a run.
    RUN_BLOCKED(3),
    /// A step raised an error.
    RUN_FAILED(3),
    /// An exception that the workpaper records.
    EXCEPTION(4),
    /// A deadline is over; the severity is the policy's.
    BREACHED_OPERATOR_REVIEW(3),
    /// See {@link #BREACHED_OPERATOR_REVIEW}.
    BREACHED_APPROVAL(3),
    /// See {@link #BREACHED_OPERATOR_REVIEW}.
    BREACHED_RETROACTIVE_APPROVAL(3),
    /// See {@link #BREACHED_OPERATOR_REVIEW}.
    BREACHED_OBSERVATION(3),
    /// See {@link #BREACHED_OPERATOR_REVIEW}.
    BREACHED_POPULATION(3);

    private final int severity;

    FindingKind(int severity) {
        this.severity = severity;
    }

    /// 1 to 4.
    public int severity() {
        return severity;
    }

    /// As it is written in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it comes to be by time alone.
    public boolean breach() {
        return compareTo(BREACHED_OPERATOR_REVIEW) >= 0;
    }

    /// The breach of a clock.
    public static FindingKind breachOf(ClockKind clock) {
        return switch (clock) {
            case OPERATOR_REVIEW -> BREACHED_OPERATOR_REVIEW;
            case APPROVAL -> BREACHED_APPROVAL;
            case RETROACTIVE_APPROVAL -> BREACHED_RETROACTIVE_APPROVAL;
            case OBSERVATION -> BREACHED_OBSERVATION;
            case POPULATION -> BREACHED_POPULATION;
        };
    }
}
