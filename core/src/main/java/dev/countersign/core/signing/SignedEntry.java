// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.trust.CmsVerifier;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.Randomness;
import dev.countersign.core.trust.SignatureCheck;
import dev.countersign.core.trust.Stamping;
import dev.countersign.core.trust.TimeStampAnswer;
import dev.countersign.core.trust.TimeStampCheck;
import dev.countersign.core.trust.TimeStampFault;
import dev.countersign.core.trust.TimeStampRequest;
import dev.countersign.core.trust.TrustAnchors;
import dev.countersign.core.trust.TrustFault;
import dev.countersign.core.trust.TrustVerdict;

import java.util.List;

/// A signed act that is ready for its log: bound to one head of it.
///
/// @param request what was signed
/// @param cms the signature
public record SignedEntry(SigningRequest request, Octets cms) {
    /// Why anchors do not stand behind its certificate; empty if they do, or there are none.
    public List<TrustFault> distrusted(TrustAnchors anchors) {
        return CmsVerifier.check(cms) instanceof SignatureCheck.Verified verified
                        && anchors.of(verified).signer()
                                instanceof TrustVerdict.NotTrusted(List<TrustFault> faults, _)
                ? faults
                : List.of();
    }

    /// What a time-stamp authority is to be asked about it.
    public TimeStampRequest stampRequest(Randomness randomness) {
        if (CmsVerifier.check(cms) instanceof SignatureCheck.Verified verified) {
            return TimeStampRequest.of(verified, randomness);
        }
        throw new IllegalStateException("a signature of ours was not right");
    }

    /// The same with the answer of a time-stamp authority in its signature.
    public Stamped stamped(TimeStampRequest asked, Octets answer) {
        return switch (TimeStampAnswer.attach(cms, asked, answer)) {
            case Stamping.Done(Octets with, TimeStampCheck.Stamped stamp) ->
                    new Stamped.Done(new SignedEntry(request, with));
            case Stamping.Refused(List<TimeStampFault> faults) ->
                    new Stamped.Refused(faults.getFirst().message());
        };
    }

    /// How time-stamping ended.
    public sealed interface Stamped {
        /// The token is in the signature.
        record Done(SignedEntry entry) implements Stamped {}

        /// The answer is not right.
        ///
        /// @param sentence why
        record Refused(String sentence) implements Stamped {}
    }

    /// The record with its signature.
    public RecordDraft draft() {
        return request.draft().with("signature", cms.base64());
    }
}
