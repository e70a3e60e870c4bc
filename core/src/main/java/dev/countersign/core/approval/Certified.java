// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

import dev.countersign.core.approval.ActVerdict.Signed;
import dev.countersign.core.trust.SignatureCheck.Verified;
import dev.countersign.core.trust.SignatureTrust;
import dev.countersign.core.trust.SignatureTrust.StampTrust;
import dev.countersign.core.trust.TimeStampFault;
import dev.countersign.core.trust.TrustAnchors;
import dev.countersign.core.trust.TrustFault;
import dev.countersign.core.trust.TrustNote;
import dev.countersign.core.trust.TrustVerdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Who signed and when, as far as somebody else vouches for it.
///
/// @param signed what the signature says of itself
/// @param trusted whether the certificate leads to an anchor
/// @param stamped whether a time-stamp authority that does, says when
/// @param notes what is to be read with them
record Certified(Signed signed, Judgement trusted, Judgement stamped, List<Reason> notes) {
    static Certified of(Verified verified, TrustAnchors anchors) {
        SignatureTrust trust = anchors.of(verified);
        Instant proven = trust.at().proven() ? trust.at().instant() : null;
        Signed signed =
                new Signed(
                        verified.signer().names().shown(),
                        verified.algorithm(),
                        verified.signingTime(),
                        proven);
        return new Certified(
                signed, judgement(trust.signer()), stamp(trust.stamp()), notes(trust.signer()));
    }

    private static Judgement judgement(TrustVerdict verdict) {
        return switch (verdict) {
            case TrustVerdict.Trusted trusted -> new Judgement.Held();
            case TrustVerdict.NotTrusted(List<TrustFault> faults, List<TrustNote> notes) ->
                    new Judgement.Failed(
                            faults.stream()
                                    .map(fault -> new Reason(word(fault.kind()), fault.message()))
                                    .toList());
            case TrustVerdict.NotChecked notChecked ->
                    Judgement.unchecked(
                            "no_anchors",
                            "There are no trust anchors to hold the certificate against.");
        };
    }

    private static Judgement stamp(StampTrust stamp) {
        return switch (stamp) {
            case StampTrust.None none ->
                    Judgement.unchecked(
                            "no_time_stamp", "The time of the signature is self-asserted.");
            case StampTrust.Wrong(var check) ->
                    new Judgement.Failed(
                            check.faults().stream()
                                    .map(fault -> new Reason("time_stamp_wrong", said(fault)))
                                    .toList());
            case StampTrust.Right(var right, TrustVerdict.Trusted authority) ->
                    new Judgement.Held();
            case StampTrust.Right(var right, TrustVerdict authority) ->
                    Judgement.unchecked(
                            "time_stamp_not_trusted",
                            "No trust anchor stands behind the time-stamp authority: its time does"
                                    + " not count.");
        };
    }

    private static String said(TimeStampFault fault) {
        return fault.message();
    }

    private static List<Reason> notes(TrustVerdict verdict) {
        List<Reason> notes = new ArrayList<>();
        List<TrustNote> said =
                switch (verdict) {
                    case TrustVerdict.Trusted trusted -> trusted.notes();
                    case TrustVerdict.NotTrusted notTrusted -> notTrusted.notes();
                    case TrustVerdict.NotChecked notChecked -> notChecked.notes();
                };
        for (TrustNote note : said) {
            notes.add(new Reason(word(note.kind()), note.message()));
        }
        return notes;
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
