// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.clock.ClockReading;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.run.FindingId;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.Obstacle;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Signed acts in words, before and while they are signed.
public final class SignText {
    /// Of the second approval of an emergency.
    public static final String SECOND_APPROVAL =
            "This is the second approval of an emergency: with it the first is no longer"
                    + " provisional.";

    /// Of the first approval of an emergency.
    public static final String PROVISIONAL =
            "Emergency: the approval is provisional until a second one, which has its own clock.";

    /// Of an emergency's approval that has no second one yet.
    public static final String WAITS_FOR_SECOND =
            "Given in an emergency, and provisional until somebody approves a second time.";

    /// That the log has it and the checkpoint does not.
    public static final String UNFINISHED =
            "The signature is in the log, for good. state.json does not say so yet, so the pipeline"
                    + " does not go on. Finish writes it there.";

    /// What can be done where the log cannot be written.
    public static final String RESPONSE =
            "The log is as it was. The signature can be written as a response file, carried to"
                    + " where the run lives, and imported there.";

    /// What is to be done with a response file.
    public static final String CARRY =
            "Import it where the run lives: countersign import-response FILE RUN. It is good for"
                    + " this head of the log only.";

    /// What becomes of a signature that nobody here trusts.
    public static final String UNTRUSTED =
            "Nothing was recorded. What is recorded stays, so an act that is not trusted would stay"
                    + " there for good. It is better to give your certificate to the owner of the"
                    + " workspace, who puts it into its folder \"trust\", and sign again then.";

    /// What is under way while a time-stamp authority is asked.
    public static final String STAMPING = "Asking the time-stamp authority";

    /// What can be done without a time-stamp.
    public static final String UNSTAMPED =
            "The log is as it was. Recorded without a time-stamp, the time of the signature is what"
                    + " this computer says. Or write the request as a file, and carry it to the"
                    + " authority.";

    /// What is to be done with the request.
    public static final String CARRIED =
            "Carry the request to the authority. Put its answer beside it under the same name with"
                    + " .tsr, and open or drop it here: the response is then imported with its"
                    + " time-stamp. It is good for this head of the log only.";

    /// What a key is, for somebody who is asked for one the first time.
    public static final String WHAT_KEY =
            "Your key is a file (.p12, .pfx or .pem) or a smart card. It stays where it is; its PIN"
                    + " or password is asked for below, and never kept.";

    /// What is asked for where no key is chosen.
    public static final String PIN_LATER = "PIN, once a key is chosen";

    /// What opens a file with a key.
    public static final String PIN_OF_FILE = "PIN or password of the key file";

    /// What opens a token.
    public static final String PIN_OF_TOKEN = "PIN of the token";

    /// What is asked for where a key file needs none.
    public static final String NO_PIN = "No PIN: the key file is open";

    /// What is missing last.
    public static final String ENTER_PIN = "Enter the PIN to sign.";

    /// That nobody is asked.
    public static final String NO_AUTHORITY =
            "No time-stamp: the time will be what this computer says. Settings, Identity and keys,"
                    + " names an authority.";

    /// That what was written does not verify.
    public static final String NOT_VERIFIED = "In the log, but its signature does not verify";

    /// What is under way before anybody can sign.
    public static final String READING = "Reading the run";

    private SignText() {}

    /// That an approval of the author is replaced.
    public static String replaces(String approver, long record) {
        return "It takes the place of the approval of the author, "
                + Quotes.line(approver)
                + ", at record "
                + record
                + ".";
    }

    /// What keeps an act from being signed, beside its button.
    public static String missing(Act act, Obstacle first) {
        return act instanceof Act.Dispose && first.kind() == Obstacle.Kind.NO_RATIONALE
                ? "Give a disposition."
                : first.sentence();
    }

    /// That nothing can be signed, at the button.
    public static String barred(int checks) {
        return "This cannot be signed: " + Numbers.count(checks, "check") + " failed.";
    }

    /// The act, as the heading of its sheet.
    public static String title(Act act) {
        return switch (act) {
            case Act.Approve _ -> "Approve";
            case Act.Reject _ -> "Reject";
            case Act.Review _ -> "Review";
            case Act.Observe _ -> "Observe";
            case Act.Dispose _ -> "Close finding";
            case Act.Reperform _ -> "Re-perform";
            case Act.SignOff _ -> "Sign off";
        };
    }

    /// What the button does.
    public static String button(Act act) {
        return act instanceof Act.SignOff ? title(act) : "Sign " + noun(act);
    }

    /// The act as a thing.
    public static String noun(Act act) {
        return switch (act) {
            case Act.Approve _ -> "approval";
            case Act.Reject _ -> "rejection";
            case Act.Review review -> review.accepted() ? "acceptance" : "objection";
            case Act.Observe _ -> "observation";
            case Act.Dispose _ -> "disposition";
            case Act.Reperform _ -> "re-performance";
            case Act.SignOff _ -> "sign-off";
        };
    }

    /// What is under way while it is being signed.
    public static String signing(Act act) {
        return "Signing the " + noun(act);
    }

    /// What the signature means.
    public static String meaning(Act act) {
        return switch (act) {
            case Act.Approve _ ->
                    "Your signature lets this run go on. It becomes the next record of the log and"
                            + " cannot be removed.";
            case Act.Reject _ ->
                    "Your signature stops this run. A corrected input is a new run; the rejection"
                            + " stays in the log.";
            case Act.Review review ->
                    review.accepted()
                            ? "You sign that you reviewed the claims and accept them. Your"
                                    + " signature becomes the next record of the log."
                            : "You sign that you reviewed the claims and reject them. Your"
                                    + " signature becomes the next record of the log.";
            case Act.Observe observe ->
                    "You sign that you have seen record "
                            + observe.record()
                            + ". Your signature becomes the next record of the log.";
            case Act.Dispose dispose when FindingId.isOne(dispose.finding()) ->
                    "By signing you answer for this finding. Your disposition becomes the next"
                        + " record of the run's log and cannot be removed. It closes the finding"
                        + " wherever your certificate is trusted and the policy allows you to.";
            case Act.Dispose _ ->
                    "Your signature takes this run off the queue. What was found stays in the log,"
                            + " and so does your disposition.";
            case Act.Reperform _ ->
                    "You sign these results as yours. Their hash becomes part of the next record of"
                            + " the log.";
            case Act.SignOff _ ->
                    "You sign that the whole sample was observed. Your signature becomes an entry"
                            + " of the ledger, ends the month's clock and cannot be removed.";
        };
    }

    /// What the reason is called.
    public static String reason(Act act) {
        return switch (act) {
            case Act.Approve _, Act.Observe _, Act.Dispose _, Act.Reperform _ ->
                    "Reason (optional)";
            case Act.SignOff _ -> "Comment (optional)";
            case Act.Reject _ -> "Why you reject it";
            case Act.Review _ -> "Notes";
        };
    }

    /// Where a deadline stands for somebody who acts now.
    public static String clock(RunClock clock, ClockReading reading, Instant now, ZoneId viewer) {
        String due = ClockText.due(clock, reading, now, viewer);
        return switch (reading.state()) {
            case RUNNING, PAUSED, MET, LATE ->
                    ClockText.name(clock.kind()) + " " + due + " · " + ClockText.remaining(reading);
            case BREACHED ->
                    ClockText.name(clock.kind())
                            + " late by "
                            + ClockText.span(reading.remainingSeconds())
                            + " ("
                            + due
                            + "): it may still be signed, and the breach finding stays.";
        };
    }

    /// Who will say when it was signed.
    public static String authority(String address) {
        return address.isEmpty()
                ? NO_AUTHORITY
                : "Time-stamp: " + Quotes.line(address) + " is asked when you sign.";
    }

    /// What came in between.
    public static String moved(int records) {
        return "The log has grown since you looked at it: "
                + Numbers.count(records, "record")
                + " came in between. Nothing was signed.";
    }

    /// Why no record can be observed now; empty if one can.
    public static String notObserved(boolean selected, boolean verifies) {
        return !verifies
                ? "This log takes no signature."
                : selected ? "" : "Select a record first.";
    }

    /// Another run is shown in the place of one with a half-written sheet.
    public static String kept(String run) {
        return "What you wrote about " + Quotes.line(run) + " is kept for when you come back.";
    }

    /// Closes the window over what is not signed.
    public static final String CLOSE_ANYWAY = "Close anyway";

    /// The window would be closed.
    public static String unsigned(List<String> runs) {
        String others = runs.size() == 1 ? "" : " and " + Numbers.count(runs.size() - 1, "other");
        return "What you wrote about "
                + Quotes.line(runs.getFirst())
                + others
                + " is not signed or sent, and is lost when the window closes.";
    }

    /// That it can be checked without us.
    public static String exported(Path folder) {
        return "Written to " + folder + ": README.txt there says how to check it.";
    }

    /// That it is in the log.
    public static String done(Act act) {
        return switch (act) {
            case Act.Approve _ -> "Approved, signed, and in the log";
            case Act.Reject _ -> "Rejected, signed, and in the log";
            case Act.Review _ -> "Reviewed, signed, and in the log";
            case Act.Observe _ -> "Observed, signed, and in the log";
            case Act.Dispose _ -> "Disposition signed, and in the log";
            case Act.Reperform _ -> "Re-performed, signed, and in the log";
            case Act.SignOff _ -> "Sample signed off, and in the ledger";
        };
    }
}
