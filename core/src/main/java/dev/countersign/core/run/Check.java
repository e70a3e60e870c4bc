// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One cross-check of a run (FORMATS 1), with its evidence. The words are made elsewhere.
///
/// @param kind which
/// @param outcome what it gave
/// @param why what exactly; also the reason for not checking
/// @param evidence what disagrees; empty if nothing does
public record Check(Kind kind, Outcome outcome, Why why, List<Evidence> evidence) {
    /// What is expected of a record whose time nobody can read.
    public static final String A_TIME = "a time with offset";

    /// How many records are named at most that are older than the one before, and how many without
    /// a time that can be read.
    public static final int MOST_TIMES = 20;

    public Check {
        evidence = List.copyOf(evidence);
    }

    /// Whether a record is among what disagrees because nobody can read its time.
    public boolean unreadableTime() {
        for (Evidence item : evidence) {
            if (A_TIME.equals(item.expected())) {
                return true;
            }
        }
        return false;
    }

    /// Whether it says no more than that there is a `state.json`, and nobody here can read it.
    public boolean stateUnread() {
        return why == Why.STATE_UNREADABLE || kind == Kind.PAYLOAD_ID && why == Why.NOT_FOLLOWED;
    }

    /// Something that disagrees.
    ///
    /// @param subject the artifact, step, key or field it is about
    /// @param record the 0-based record, or -1
    /// @param expected what should be there; null if nothing should
    /// @param found what is; null if nothing is
    public record Evidence(
            String subject, long record, @Nullable String expected, @Nullable String found) {}

    /// The checks, in the order of FORMATS 1.
    public enum Kind {
        /// The log's chain.
        CHAIN(Channel.INTEGRITY),
        /// The log against a checkpoint taken earlier.
        CHECKPOINT(Channel.COMPLETENESS),
        /// The payload in the checkpoint gives the run id.
        PAYLOAD_ID(Channel.ARTIFACTS, false),
        /// The folder's name is the run id.
        FOLDER_NAME(Channel.ARTIFACTS, false),
        /// The artifacts on disk against their records.
        ARTIFACT_FILES(Channel.ARTIFACTS),
        /// The checkpoint's approvals against the records.
        STATE_APPROVALS(Channel.ARTIFACTS, false),
        /// The checkpoint's finished steps against the records.
        STATE_STEPS(Channel.ARTIFACTS, false),
        /// The checkpoint's artifacts against the records.
        STATE_ARTIFACTS(Channel.ARTIFACTS, false),
        /// The head that the handoff report names.
        HANDOFF_HEAD(Channel.ARTIFACTS, false),
        /// Signatures of approvals.
        SIGNATURES(Channel.SIGNATURE),
        /// Certificates of their signers.
        CERTIFICATES(Channel.TRUST),
        /// Whoever acted is who they say, and policy lets them.
        IDENTITIES(Channel.POLICY),
        /// The approver is not the author. It does not vouch: names are claimed until a certificate
        /// says so.
        APPROVER_IS_NOT_AUTHOR(Channel.POLICY, false),
        /// The approver is not the reviewer.
        APPROVER_IS_NOT_REVIEWER(Channel.POLICY, false),
        /// Each approval names somebody, and says yes or no.
        APPROVAL_DECIDES(Channel.POLICY, false),
        /// No record approves a run and says that it was rejected.
        REJECTION_LETS_GO_ON(Channel.POLICY, false),
        /// The run did not go on without its gate, its review or its approval.
        CONTROL_STEPS(Channel.POLICY, false),
        /// The gate, performed again.
        GATE(Channel.REPERFORMANCE),
        /// The claims against the model's raw response.
        MODEL_OUTPUT(Channel.REPERFORMANCE),
        /// The deterministic rules, performed again.
        RULES(Channel.REPERFORMANCE),
        /// What the run's artifacts conclude, against what was performed again or recorded.
        CONCLUSIONS(Channel.REPERFORMANCE, false),
        /// Times do not run backwards, and each record has one that can be read.
        TIME_ORDER(Channel.TIMELINESS, false),
        /// Clocks that ended, ended in time.
        CLOCKS(Channel.TIMELINESS),
        /// The evidence of the approval is dated before the deployment. Additional.
        APPROVED_BEFORE_DEPLOYMENT(Channel.REPERFORMANCE, false),
        /// The evidence of the test is. Additional.
        TESTED_BEFORE_DEPLOYMENT(Channel.REPERFORMANCE, false),
        /// The model was shown the evidence that the gate searches. Additional, and only there if
        /// it was not.
        PROMPT_SHOWS_EVIDENCE(Channel.REPERFORMANCE, false),
        /// What the run left is about its payload, and the words of its log agree. Additional, and
        /// only there if not.
        ONE_CASE(Channel.REPERFORMANCE, false);

        private final Channel channel;
        private final boolean vouches;

        Kind(Channel channel) {
            this(channel, true);
        }

        Kind(Channel channel, boolean vouches) {
            this.channel = channel;
            this.vouches = vouches;
        }

        /// The channel it speaks in.
        public Channel channel() {
            return channel;
        }

        /// Whether it can make its channel verified by itself. Others only can make it fail: a run
        /// without artifacts has no verified artifacts because its folder bears the right name.
        public boolean vouches() {
            return vouches;
        }
    }

    /// What exactly a check gave.
    public enum Why {
        /// It holds.
        HOLDS,
        /// It does not; the evidence says where.
        DISAGREES,
        /// There is no log.
        NO_LOG,
        /// The log has no record.
        NO_RECORDS,
        /// There is no `state.json`.
        NO_STATE,
        /// `state.json` is damaged: not JSON, or not an object.
        STATE_UNREADABLE,
        /// The chain is broken: what hangs on it proves nothing.
        CHAIN_BROKEN,
        /// Nothing of the kind was recorded.
        NOTHING_RECORDED,
        /// There is no artifacts folder.
        NO_ARTIFACTS_FOLDER,
        /// Nobody else has taken a checkpoint.
        NO_CHECKPOINT,
        /// Nobody has signed.
        NOT_SIGNED,
        /// Some of what counts was signed, and some was not.
        PARTLY_SIGNED,
        /// There are no trust anchors to hold certificates against.
        NO_ANCHORS,
        /// Policy has no list of identities: whoever acted is claimed.
        NO_IDENTITIES,
        /// No trusted certificate says who acted.
        NOT_CERTIFIED,
        /// The workflow has no such rule.
        UNKNOWN_WORKFLOW,
        /// Rules that somebody added could not be loaded, or failed; the evidence says which.
        RULES_FAILED,
        /// The author is not known.
        NO_AUTHOR,
        /// The policy does not ask for it.
        NOT_ASKED,
        /// In the checkpoint, not in the log: a crash of the producer, or an edit.
        STATE_AHEAD,
        /// In the log, not in the checkpoint: our crash form, or an edit.
        LOG_AHEAD,
        /// More than is looked at.
        TOO_LARGE,
        /// No clock has ended.
        NO_CLOCK_ENDED,
        /// It is a device, or a link that leads out of the run directory.
        NOT_FOLLOWED,
        /// The folder's name does not have the form of a run id.
        NOT_A_RUN_NAME,
        /// The artifact it rests on is not the one that was recorded.
        NOT_AS_RECORDED,
        /// The author approved, and it had no effect: it was blocked, or replaced by an independent
        /// approval.
        WITHOUT_EFFECT
    }
}
