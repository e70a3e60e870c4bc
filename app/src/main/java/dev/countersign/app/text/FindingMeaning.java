// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.workspace.FindingKind;

/// What a finding means to whoever has to answer for it.
public final class FindingMeaning {
    private FindingMeaning() {}

    /// One or two sentences.
    public static String of(FindingKind kind) {
        return switch (kind) {
            case CHAIN_BROKEN ->
                    "A record's hash or link is wrong, or a line is not a record. Nothing that the"
                            + " log says from there on is proven.";
            case HISTORY_REWRITTEN ->
                    "This desk saw a different record where the head was. The log may be right in"
                            + " itself: it is not the log that was seen.";
            case HISTORY_FORKED ->
                    "Two copies of the log begin with the same records and go on differently. Each"
                            + " may be right in itself: only one of them happened.";
            case LOG_SHORTENED -> "Records that this desk saw at the end of the log are not there.";
            case WITNESS_DISAGREES ->
                    "Somebody else has seen a different record at the place of their checkpoint, or"
                        + " more records than there are. One of the two logs was changed since.";
            case GATE_BYPASSED ->
                    "The gate or the reviewer said no, or one of gate, review and approval is not"
                            + " recorded, and the run went on all the same. None of them can be"
                            + " overridden.";
            case REJECTION_LETS_GO_ON ->
                    "A person rejected the run, but the record is written so that the pipeline"
                            + " reads it as leave to go on.";
            case HANDOFF_DIFFERS ->
                    "The handoff report names a head that the chain does not have where the report"
                            + " was taken.";
            case SIGNATURE_FAILED ->
                    "A decision carries a signature that is wrong, or was made over something other"
                            + " than this record.";
            case IDENTITY_NOT_ALLOWED ->
                    "A decision is in the name of somebody whom the policy does not list, or who"
                            + " lacks the role.";
            case CERTIFICATE_NOT_TRUSTED ->
                    "The signature is right, but nothing that this workspace trusts vouches for its"
                            + " certificate. That is not tampering.";
            case GATE_DISAGREES ->
                    "Countersign re-performed the grounding gate on the recorded claims and"
                            + " evidence, and its verdict differs from the log's.";
            case CLAIMS_DIFFER ->
                    "The claims in the run are not those in the model's raw response: they were"
                            + " changed on the way.";
            case CONCLUSION_DIFFERS ->
                    "An artifact of the run gives a verdict, an exception, a claim or an approval"
                            + " that differs from what was recorded or from the result here.";
            case RULES_DISAGREE ->
                    "Countersign re-performed the deterministic rules, and the results differ from"
                            + " the log's.";
            case SEGREGATION_VIOLATED ->
                    "Author, reviewer and approver have to be different people. Here two are one,"
                            + " so the approval is not independent.";
            case APPROVAL_DECIDES_NOTHING ->
                    "A record that lets the pipeline go on names nobody, or says neither yes nor"
                            + " no. It does not count as an approval.";
            case ARTIFACT_DIFFERS -> "A file's bytes are not those that were hashed into the log.";
            case ARTIFACT_MISSING ->
                    "The log has the hash of a file that is not there, before its keep-until is"
                            + " over.";
            case ARTIFACT_UNRECORDED -> "A file lies among the artifacts, and no record names it.";
            case IDENTITY_DIFFERS ->
                    "A run's id is made from its payload. This payload or this folder has a"
                            + " different one.";
            case STATE_DIFFERS ->
                    "The checkpoint of the pipeline disagrees with its log, or cannot be read: a"
                            + " crash between the two, or an edit. The log counts.";
            case TIME_UNREADABLE ->
                    "A record has no readable time. What it starts is counted from the last time"
                            + " before it.";
            case TIME_BACKWARDS ->
                    "A record is older than the one before it: a clock was set, or records were"
                            + " written by hand.";
            case LOG_MISSING ->
                    "What the run left is there, and its log is missing, has no record, or is no"
                            + " file that is followed: nothing vouches for any of it.";
            case RUN_TOO_LARGE ->
                    "The run has more records, or files, than are looked at. Its chain was"
                            + " verified; its status, or what its files are, is not known.";
            case RUN_VANISHED ->
                    "A run that this desk has seen is no longer there, before its keep-until is"
                            + " over, or while it is on hold.";
            case REPEATED_BLOCKS ->
                    "So many runs of one author were blocked within a short time that it may be a"
                            + " pattern of fabrication.";
            case RUN_BLOCKED ->
                    "The gate, the reviewer or the segregation of duties stopped the run. It cannot"
                            + " be approved as it is.";
            case RUN_FAILED -> "A step ended in an error, and the run stopped there.";
            case EXCEPTION ->
                    "The test itself found something: the control was not effective here.";
            case BREACHED_OPERATOR_REVIEW,
                    BREACHED_APPROVAL,
                    BREACHED_RETROACTIVE_APPROVAL,
                    BREACHED_OBSERVATION,
                    BREACHED_POPULATION ->
                    "The deadline passed before the act was recorded. A late act does not undo it.";
        };
    }
}
