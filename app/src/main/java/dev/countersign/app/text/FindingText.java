// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.workspace.FindingKind;

/// What a finding says, in one plain sentence.
public final class FindingText {
    private FindingText() {}

    /// Short enough for a row; without a full stop.
    public static String sentence(FindingKind kind) {
        return switch (kind) {
            case CHAIN_BROKEN -> "The chain is broken";
            case HISTORY_REWRITTEN -> "History was rewritten";
            case HISTORY_FORKED -> "The log has forked";
            case LOG_SHORTENED -> "The log was truncated";
            case WITNESS_DISAGREES -> "A witness has seen a different log";
            case GATE_BYPASSED -> "A control was bypassed";
            case REJECTION_LETS_GO_ON -> "A rejection lets the run go on";
            case HANDOFF_DIFFERS -> "The handoff names a different head";
            case SIGNATURE_FAILED -> "A signature is not valid";
            case IDENTITY_NOT_ALLOWED -> "Somebody acted without authority";
            case CERTIFICATE_NOT_TRUSTED -> "A certificate is not trusted";
            case GATE_DISAGREES -> "The gate's verdict differs here";
            case CLAIMS_DIFFER -> "The claims are not the model's";
            case CONCLUSION_DIFFERS -> "An artifact's conclusion differs";
            case RULES_DISAGREE -> "The rules' results differ here";
            case SEGREGATION_VIOLATED -> "Segregation of duties was violated";
            case APPROVAL_DECIDES_NOTHING -> "An approval is incomplete";
            case ARTIFACT_DIFFERS -> "A file was changed";
            case ARTIFACT_MISSING -> "A recorded file is gone";
            case ARTIFACT_UNRECORDED -> "A file that no record names";
            case IDENTITY_DIFFERS -> "The run id does not match its payload";
            case STATE_DIFFERS -> "state.json and the log disagree";
            case TIME_BACKWARDS -> "Times run backwards";
            case TIME_UNREADABLE -> "A record has no readable time";
            case LOG_MISSING -> "A run has no log";
            case RUN_TOO_LARGE -> "A run is too large";
            case RUN_VANISHED -> "A run is gone";
            case REPEATED_BLOCKS -> "Repeated blocks of one author";
            case RUN_BLOCKED -> "The run was blocked";
            case RUN_FAILED -> "A step failed";
            case EXCEPTION -> "The workpaper has an exception";
            case BREACHED_OPERATOR_REVIEW -> "Review deadline missed";
            case BREACHED_APPROVAL -> "Approval deadline missed";
            case BREACHED_RETROACTIVE_APPROVAL -> "Retroactive approval missed";
            case BREACHED_OBSERVATION -> "Observation deadline missed";
            case BREACHED_POPULATION -> "Sample of the period missed";
        };
    }
}
