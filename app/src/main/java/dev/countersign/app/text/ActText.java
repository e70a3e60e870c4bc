// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Aspect;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.run.Approval;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;

/// Acts of humans in a log, each channel for itself: "not trusted" is not "tampered".
public final class ActText {
    private ActText() {}

    /// One sentence on all of them; empty if nobody acted.
    public static String sentence(RunSnapshot run) {
        int signed = 0;
        int held = 0;
        int trusted = 0;
        for (ActVerdict act : run.acts()) {
            boolean unsigned = act.of(Aspect.SIGNATURE) instanceof Judgement.Unchecked;
            signed += unsigned ? 0 : 1;
            held += act.signed() instanceof Judgement.Held ? 1 : 0;
            trusted += act.trusted() instanceof Judgement.Held ? 1 : 0;
        }
        int all = run.acts().size();
        if (all == 0) {
            return "";
        }
        String decisions = all == 1 ? "1 decision: " : all + " decisions: ";
        if (signed == 0) {
            return decisions + "recorded, not signed.";
        }
        return decisions
                + signed
                + " signed, "
                + held
                + (held == 1 ? " signature is valid, " : " signatures are valid, ")
                + trusted
                + (trusted == 1 ? " certificate is trusted." : " certificates are trusted.");
    }

    /// What is to be said of one signature, within a sentence.
    public static String signature(ActVerdict act) {
        return switch (act.signed()) {
            case Judgement.Unchecked unchecked -> "not signed";
            case Judgement.Failed failed -> "the signature is not valid";
            case Judgement.Held held ->
                    switch (act.trusted()) {
                        case Judgement.Held trusted -> "signed, the certificate is trusted";
                        case Judgement.Failed failed -> "signed, the certificate is not trusted";
                        case Judgement.Unchecked unchecked ->
                                "signed, the certificate was not checked";
                    };
        };
    }

    /// The act in a word or two, as it was decided.
    public static String word(ActVerdict act, @Nullable RunEvent event) {
        String decision = event == null ? null : event.text("decision");
        return switch (act.kind()) {
            case APPROVAL ->
                    decision == null || decision.equals("approved")
                            ? "Approved"
                            : saysNo(decision) ? "Rejected" : "Decision: " + Quotes.line(decision);
            case REJECTION -> "Rejected";
            case REVIEW ->
                    saysNo(decision)
                            ? "Review: rejected"
                            : "Review: " + Quotes.line(said(decision));
            case OBSERVATION -> "Observed";
            case DISPOSITION -> "Disposition";
            case REPERFORMANCE -> "Re-performed";
            case SAMPLE_SIGN_OFF -> "Signed off";
        };
    }

    /// Whether a decision is a no.
    public static boolean saysNo(@Nullable String decision) {
        return decision != null && decision.startsWith("reject");
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// Who acted, in which role, for what.
    public static String who(ActVerdict act, @Nullable RunEvent event) {
        String role = event == null ? "" : said(event.text("role"));
        String key = event == null ? "" : said(event.text("key"));
        String person = act.person().isEmpty() ? "nobody named" : act.person();
        return person + (role.isEmpty() ? "" : ", " + role) + (key.isEmpty() ? "" : " for " + key);
    }

    /// Why, as whoever acted wrote it; what becomes of a finding comes first.
    public static String rationale(RunEvent event) {
        String disposition = said(event.text("disposition"));
        String notes = said(event.text("notes"));
        String why = said(event.text("rationale"));
        String reason = why.isEmpty() ? notes : why;
        return disposition.isEmpty()
                ? reason
                : disposition + (reason.isEmpty() ? "" : ": " + reason);
    }

    /// What a decision is to an earlier one about the same key; empty if there is none.
    public static String relation(RunSnapshot run, Approval approval, @Nullable RunEvent event) {
        Approval before = null;
        for (Approval other : run.approvals()) {
            if (other.record() < approval.record() && other.key().equals(approval.key())) {
                before = other;
            }
        }
        if (before == null) {
            return "";
        }
        String record = "record " + before.record();
        if (event != null && event.text("retroactive_for") != null) {
            return "The second approval that the emergency approval of " + record + " needs.";
        }
        boolean no = approval.rejection() || saysNo(approval.decision());
        boolean noBefore = before.rejection() || saysNo(before.decision());
        if (!no && RunText.selfApproval(run, before)) {
            return "It takes the place of the author's approval, " + record + ".";
        }
        return no == noBefore
                ? "Repeated: " + record + " decided the same about this key already."
                : "Conflict: " + record + " decided the opposite about this key.";
    }

    /// What is to be said of the signature.
    public static String signature(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Held _ -> "Signature verified";
            case Judgement.Failed _ -> "Signature not valid";
            case Judgement.Unchecked _ -> "Recorded, not signed";
        };
    }

    /// What is to be said of the certificate.
    public static String trust(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Held _ -> "Certificate trusted";
            case Judgement.Failed _ -> "Certificate not trusted";
            case Judgement.Unchecked _ -> "Trust not checked";
        };
    }

    /// What is to be said of who acted.
    public static String policy(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Held _ -> "Allowed by policy";
            case Judgement.Failed _ -> "Against policy";
            case Judgement.Unchecked _ -> "Policy not checked";
        };
    }

    /// That the log was read again and has it.
    public static String verified(ActVerdict act) {
        return verified(act, "The log has it as record " + act.record());
    }

    /// @param has where it is
    static String verified(ActVerdict act, String has) {
        ActVerdict.Signed signed = act.signature();
        return signed == null
                ? has + "."
                : has
                        + ", read again and verified as signed by "
                        + Quotes.line(signed.subject())
                        + ".";
    }

    /// Whose signature it is, how it was made and when; an own clock vouches for nothing.
    public static String signer(ActVerdict.Signed signed, ZoneId viewer) {
        return Quotes.line(signed.subject())
                + " · "
                + signed.algorithm()
                + " · "
                + ClockText.lines(signed.at(), viewer)
                + (signed.timeStamp() == null ? " (self-asserted)" : " (time-stamped)");
    }
}
