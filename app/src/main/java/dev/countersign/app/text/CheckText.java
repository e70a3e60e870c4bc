// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Check;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The cross-checks of a run in words. A verdict in one channel says nothing about another.
public final class CheckText {
    private CheckText() {}

    /// What a channel is called.
    public static String name(Channel channel) {
        return switch (channel) {
            case INTEGRITY -> "Integrity";
            case COMPLETENESS -> "Completeness";
            case ARTIFACTS -> "Artifacts";
            case SIGNATURE -> "Signature";
            case TRUST -> "Trust";
            case POLICY -> "Policy";
            case REPERFORMANCE -> "Re-performance";
            case TIMELINESS -> "Timeliness";
        };
    }

    /// What a check is called.
    public static String name(Check.Kind kind) {
        return switch (kind) {
            case CHAIN -> "Chain of the log";
            case CHECKPOINT -> "Earlier checkpoint";
            case PAYLOAD_ID -> "Run id matches the payload";
            case FOLDER_NAME -> "Folder name is the run id";
            case ARTIFACT_FILES -> "Artifact files";
            case STATE_APPROVALS -> "Approvals in state.json";
            case STATE_STEPS -> "Steps in state.json";
            case STATE_ARTIFACTS -> "Artifacts in state.json";
            case HANDOFF_HEAD -> "Head in the handoff report";
            case SIGNATURES -> "Signatures";
            case CERTIFICATES -> "Certificates";
            case IDENTITIES -> "Identities and roles";
            case APPROVER_IS_NOT_AUTHOR -> "Approver is not the author";
            case APPROVER_IS_NOT_REVIEWER -> "Approver is not the reviewer";
            case APPROVAL_DECIDES -> "Approvals are complete";
            case REJECTION_LETS_GO_ON -> "No rejection written as approval";
            case CONTROL_STEPS -> "Gate, review and approval";
            case GATE -> "Gate";
            case MODEL_OUTPUT -> "Claims match the response";
            case RULES -> "Rules";
            case CONCLUSIONS -> "Outputs of the steps";
            case TIME_ORDER -> "Order of times";
            case CLOCKS -> "Clocks";
            case APPROVED_BEFORE_DEPLOYMENT -> "Approved before deployment";
            case TESTED_BEFORE_DEPLOYMENT -> "Tested before deployment";
            case PROMPT_SHOWS_EVIDENCE -> "Evidence in the prompt";
            case ONE_CASE -> "Outputs match the payload";
        };
    }

    /// What an outcome is called.
    public static String word(Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> "Verified";
            case FAILED -> "Failed";
            case NOT_CHECKED -> "Not checked";
        };
    }

    /// What a check gave, in a sentence.
    public static String sentence(Check check) {
        return switch (check.why()) {
            case HOLDS -> holds(check.kind());
            case DISAGREES ->
                    switch (check.kind()) {
                        case CONTROL_STEPS -> bypassed(check);
                        case TIME_ORDER ->
                                check.unreadableTime() ? timeless(check) : disagrees(check.kind());
                        default -> disagrees(check.kind());
                    };
            case NO_LOG -> "There is no log.";
            case NO_RECORDS -> "The log contains no record.";
            case NO_STATE -> "There is no state.json to compare with.";
            case STATE_UNREADABLE -> "state.json is not JSON that can be read" + fault(check) + ".";
            case CHAIN_BROKEN -> "The chain is broken, so its records prove nothing here.";
            case NOTHING_RECORDED -> "Nothing of the kind was recorded.";
            case NO_ARTIFACTS_FOLDER -> "Records name artifacts, but their folder is not here.";
            case NO_CHECKPOINT -> "It was not compared with a checkpoint from elsewhere.";
            case NOT_SIGNED -> "Nothing here is signed.";
            case PARTLY_SIGNED -> "Some of what counts here is not signed.";
            case NO_ANCHORS -> "There are no trust anchors to check certificates against.";
            case NO_IDENTITIES -> "The policy has no list of identities: names are as claimed.";
            case NOT_CERTIFIED -> "No trusted certificate says who acted: names are claimed.";
            case UNKNOWN_WORKFLOW ->
                    "This workflow is not known here, so nothing was re-performed.";
            case RULES_FAILED -> failed(check);
            case NO_AUTHOR -> "Nobody knows the author, so there is nobody to compare with.";
            case NOT_ASKED -> "The policy does not ask for it.";
            case STATE_AHEAD ->
                    "state.json says more than the log: the pipeline crashed in between, or"
                            + " somebody edited it.";
            case LOG_AHEAD ->
                    "The log says more than state.json: a crash in between, or somebody edited it.";
            case TOO_LARGE -> "It is over the size limit.";
            case NO_CLOCK_ENDED -> "No clock has ended yet.";
            case NOT_FOLLOWED ->
                    "It is a device, or a link that leads out of the run directory, and was not"
                            + " followed.";
            case NOT_A_RUN_NAME -> "The folder is not named in the form of a run id.";
            case NOT_AS_RECORDED ->
                    "The artifact that this rests on is not the one that was recorded.";
            case WITHOUT_EFFECT ->
                    "The author approved, without effect: it was blocked, or an independent"
                            + " approval replaced it.";
        };
    }

    /// The same as a reason behind a word: without a full stop, and small.
    public static String reason(Check check) {
        String sentence = sentence(check);
        String first = sentence.substring(0, 1).toLowerCase(Locale.ROOT);
        return first + sentence.substring(1, sentence.length() - 1);
    }

    /// What failed, in a sentence or two.
    ///
    /// @param failed at least one check
    public static String faults(List<Check> failed) {
        int more = failed.size() - 1;
        return sentence(failed.getFirst())
                + (more == 0 ? "" : " " + Numbers.count(more, "more check") + " failed.");
    }

    private static String holds(Check.Kind kind) {
        return switch (kind) {
            case CHAIN -> "Every hash and link was computed and matches.";
            case CHECKPOINT -> "The checkpoint's records are all here.";
            case PAYLOAD_ID -> "The payload in state.json gives this run id.";
            case FOLDER_NAME -> "Folder name and run id are the same.";
            case ARTIFACT_FILES -> "Every file has the hash that was recorded.";
            case STATE_APPROVALS -> "state.json and the log have the same approvals.";
            case STATE_STEPS -> "state.json and the log have the same finished steps.";
            case STATE_ARTIFACTS -> "state.json names the artifacts that the log records.";
            case HANDOFF_HEAD -> "The report names the head at which it was made.";
            case SIGNATURES -> "Every signature is valid for its record.";
            case CERTIFICATES -> "The signers' certificates are trusted.";
            case IDENTITIES -> "Everybody who acted is known to the policy, in their role.";
            case APPROVER_IS_NOT_AUTHOR -> "No approver is the author.";
            case APPROVER_IS_NOT_REVIEWER -> "No approver is the reviewer.";
            case APPROVAL_DECIDES -> "Every approval names somebody, and says yes or no.";
            case REJECTION_LETS_GO_ON -> "No record approves a run that it rejects.";
            case CONTROL_STEPS -> "No step went on without its gate, review or approval.";
            case GATE -> "Re-performed here, the gate gives the recorded verdict.";
            case MODEL_OUTPUT -> "The claims are those of the model's raw response.";
            case CONCLUSIONS -> "All outputs of the steps are there and match the results here.";
            case RULES -> "Re-performed here, the rules give the recorded results.";
            case TIME_ORDER -> "Times do not run backwards.";
            case CLOCKS -> "Every clock that ended, ended in time.";
            case APPROVED_BEFORE_DEPLOYMENT -> "The approval is not dated after the deployment.";
            case TESTED_BEFORE_DEPLOYMENT -> "The test is not dated after the deployment.";
            case PROMPT_SHOWS_EVIDENCE -> "The model was shown the evidence of the payload.";
            case ONE_CASE -> "The outputs of the run are about its payload.";
        };
    }

    private static String disagrees(Check.Kind kind) {
        return switch (kind) {
            case CHAIN -> "A hash or a link is wrong: open Integrity to see where.";
            case CHECKPOINT -> "The log is not the one that the checkpoint saw.";
            case PAYLOAD_ID ->
                    "The payload in state.json gives a different run id: it was edited after the"
                            + " run began.";
            case FOLDER_NAME ->
                    "Folder and records do not name the same run, or a record names none.";
            case ARTIFACT_FILES -> "Files and records do not agree.";
            case STATE_APPROVALS -> "state.json has other approvals than the log.";
            case STATE_STEPS -> "state.json has other finished steps than the log.";
            case STATE_ARTIFACTS -> "state.json names other artifacts than the log.";
            case HANDOFF_HEAD -> "The report names a different head than the log had then.";
            case SIGNATURES -> "A signature is not valid for its record.";
            case CERTIFICATES -> "A signer's certificate is not trusted.";
            case IDENTITIES -> "Somebody acted whom the policy does not allow.";
            case APPROVER_IS_NOT_AUTHOR -> "The author approved their own work.";
            case APPROVER_IS_NOT_REVIEWER -> "The reviewer approved as well.";
            case APPROVAL_DECIDES ->
                    "An approval names nobody, or says neither yes nor no: it does not count.";
            case REJECTION_LETS_GO_ON ->
                    "A rejection was written as an approval: the pipeline takes it as a yes.";
            case CONTROL_STEPS -> "The run went on without a gate, review or approval.";
            case GATE -> "Re-performed here, the gate gives a different result than was recorded.";
            case MODEL_OUTPUT -> "The claims are not those of the model's raw response.";
            case CONCLUSIONS ->
                    "An output of a step is missing, or differs from what was recorded or from the"
                            + " result here.";
            case RULES -> "Re-performed here, the rules give different results than were recorded.";
            case TIME_ORDER -> "A record is older than the one before it.";
            case CLOCKS -> "A clock ended after its deadline.";
            case APPROVED_BEFORE_DEPLOYMENT -> "The approval is dated after the deployment.";
            case TESTED_BEFORE_DEPLOYMENT -> "The test is dated after the deployment.";
            case PROMPT_SHOWS_EVIDENCE ->
                    "The model was asked, but not shown the evidence of the payload as it is.";
            case ONE_CASE ->
                    "An output of the run is about a different case than its payload, or differs"
                            + " from the log.";
        };
    }

    private static String fault(Check check) {
        return check.evidence().isEmpty() ? "" : " (" + check.evidence().getFirst().found() + ")";
    }

    /// Which rules that somebody added, and what happened to them.
    private static String failed(Check check) {
        if (check.evidence().isEmpty()) {
            return "Rules that were added here failed.";
        }
        List<String> each = new ArrayList<>();
        for (Check.Evidence added : check.evidence()) {
            each.add(
                    Quotes.line(added.subject())
                            + " "
                            + Quotes.line(String.valueOf(added.found())));
        }
        return "The rules of " + String.join("; the rules of ", each) + ".";
    }

    /// Which record is the first whose time nobody can read, and how many are.
    private static String timeless(Check check) {
        List<Check.Evidence> records =
                check.evidence().stream()
                        .filter(item -> Check.A_TIME.equals(item.expected()))
                        .toList();
        int others = records.size() - 1;
        String least = records.size() == Check.MOST_TIMES ? "at least " : "";
        return "Record "
                + records.getFirst().record()
                + (others == 0
                        ? " has"
                        : " and " + least + Numbers.count(others, "other") + " have")
                + " no readable time.";
    }

    /// Each control that was left out, with the record that went on without it.
    private static String bypassed(Check check) {
        List<String> each = new ArrayList<>();
        for (Check.Evidence missed : check.evidence()) {
            String found = missed.found();
            String step = Quotes.line(missed.subject());
            String expected = missed.expected();
            String place = "record " + missed.record();
            each.add(
                    found != null
                            ? place + " goes on although " + step + " says " + Quotes.line(found)
                            : expected == null || expected.equals("ok")
                                    ? place + " goes on without a result of " + step
                                    : place
                                            + " says that "
                                            + step
                                            + " is done, without "
                                            + Quotes.line(expected));
        }
        return each.isEmpty()
                ? disagrees(check.kind())
                : "The run went on without a control: " + String.join("; ", each) + ".";
    }

    /// That the folder has a name which is no run's; null if it does not, or nothing says which.
    public static Check.@Nullable Evidence renamed(RunSnapshot run) {
        for (Check check : run.channels().checks()) {
            if (check.why() == Check.Why.NOT_A_RUN_NAME && !check.evidence().isEmpty()) {
                return check.evidence().getFirst();
            }
        }
        return null;
    }

    /// The same in a sentence.
    public static String renamed(Check.Evidence names) {
        return "The folder "
                + Quotes.whole(String.valueOf(names.expected()))
                + " is not named as its run, "
                + Quotes.whole(String.valueOf(names.found()))
                + ": it was renamed.";
    }

    /// Where evidence points, with its subject: `record 14 · change_approval`.
    public static String place(Check.Evidence evidence) {
        String record = evidence.record() < 0 ? "" : "record " + evidence.record();
        String subject = Quotes.line(evidence.subject());
        return record.isEmpty() || subject.isEmpty() ? record + subject : record + " · " + subject;
    }
}
