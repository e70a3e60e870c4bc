// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.workspace.FindingKind;

/// What to do about a finding.
public final class FindingAdvice {
    private FindingAdvice() {}

    /// One or two sentences.
    public static String of(FindingKind kind) {
        return switch (kind) {
            case CHAIN_BROKEN ->
                    "Put the workflow on hold. Open the chain to see the first wrong record, and"
                            + " get the log again from where it was made.";
            case HISTORY_REWRITTEN, HISTORY_FORKED, LOG_SHORTENED, WITNESS_DISAGREES ->
                    "Put the workflow on hold and keep both versions. Ask the platform owner for"
                            + " the log as it was, and compare the heads below.";
            case GATE_BYPASSED, REJECTION_LETS_GO_ON ->
                    "Put the workflow on hold. Ask the platform owner how the run could go on, and"
                            + " treat its workpaper as not approved.";
            case SIGNATURE_FAILED ->
                    "Put the workflow on hold. Ask the signer whether they signed, and compare with"
                            + " the log where the run was made.";
            case IDENTITY_NOT_ALLOWED ->
                    "Have somebody independent who has the role decide again, or have the policy's"
                            + " owner name this person.";
            case CERTIFICATE_NOT_TRUSTED ->
                    "Check the certificate with its issuer; if it is right, the owner adds the"
                            + " issuer to the trust folder.";
            case HANDOFF_DIFFERS ->
                    "Ask for the log that the handoff was taken from. Rely on neither until they"
                            + " agree.";
            case GATE_DISAGREES, CLAIMS_DIFFER, RULES_DISAGREE, CONCLUSION_DIFFERS ->
                    "Open the run and compare the two results. Do not approve it; ask the control"
                            + " owner to run it again.";
            case SEGREGATION_VIOLATED, APPROVAL_DECIDES_NOTHING ->
                    "Have somebody independent decide again, and tell the control owner.";
            case ARTIFACT_DIFFERS ->
                    "Do not rely on the file. Get the original from where the run was made; its"
                            + " hash is below.";
            case ARTIFACT_MISSING, LOG_MISSING, RUN_VANISHED ->
                    "Find out who moved or deleted it, and restore it from a backup or a bundle.";
            case RUN_TOO_LARGE ->
                    "Ask what filled it: records and files that nobody needs hide those that"
                            + " count. Read its log on the Integrity screen.";
            case ARTIFACT_UNRECORDED ->
                    "Ask who put it there. It is not evidence: no record vouches for it.";
            case IDENTITY_DIFFERS ->
                    "Compare the payload with its ticket, and the folder's name with the log.";
            case STATE_DIFFERS ->
                    "Compare the two. After a crash, executing the run again puts it right.";
            case TIME_BACKWARDS, TIME_UNREADABLE ->
                    "Compare the times with the ticket, and have the producer's clock checked.";
            case REPEATED_BLOCKS ->
                    "Read the blocked runs together, and talk to the author and the control owner.";
            case RUN_BLOCKED ->
                    "Open the run to see what was stopped and why. Fix it at its source; then the"
                            + " pipeline runs again.";
            case RUN_FAILED ->
                    "Open the run to see the error. The pipeline can resume it where it stopped.";
            case EXCEPTION ->
                    "Open the run, read the exception at its evidence, and agree on a remedy with"
                            + " the control owner.";
            case BREACHED_OPERATOR_REVIEW ->
                    "Have the review done now, and record why it was late.";
            case BREACHED_APPROVAL, BREACHED_RETROACTIVE_APPROVAL ->
                    "Have somebody independent decide now, and record why it was late.";
            case BREACHED_OBSERVATION ->
                    "Have the control owner look at the record now, and record why it was late.";
            case BREACHED_POPULATION -> "Draw the sample of the period now.";
        };
    }
}
