// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Aspect;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.run.RunSnapshot;

/// What is to be said of the acts of humans in a log.
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
                + (held == 1 ? " signature holds, " : " signatures hold, ")
                + trusted
                + (trusted == 1 ? " certificate is trusted." : " certificates are trusted.");
    }

    /// What is to be said of one signature, within a sentence.
    public static String signature(ActVerdict act) {
        return switch (act.signed()) {
            case Judgement.Unchecked unchecked -> "not signed";
            case Judgement.Failed failed -> "the signature does not hold";
            case Judgement.Held held ->
                    switch (act.trusted()) {
                        case Judgement.Held trusted -> "signed, the certificate is trusted";
                        case Judgement.Failed failed -> "signed, the certificate is not trusted";
                        case Judgement.Unchecked unchecked ->
                                "signed, the certificate was not checked";
                    };
        };
    }

    /// What is said of one aspect, or of several together.
    public static String word(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Held held -> "Verified";
            case Judgement.Failed failed -> "Failed";
            case Judgement.Unchecked unchecked -> "Not checked";
        };
    }
}
