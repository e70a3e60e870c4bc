// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What checking a signature gave. It says nothing about whether the signer is one of ours.
public sealed interface SignatureCheck {
    /// The content is what the owner of the certificate's key signed.
    ///
    /// @param content the signed bytes
    /// @param chain the signer's certificate, and those of the issuers that lie with it
    /// @param algorithm how it was signed, for people
    /// @param signingTime when, as the signer says; whole seconds
    /// @param signature the signature's value: what a time-stamp is about
    /// @param timeStamp the time-stamp token in it, not looked at yet; null if there is none
    record Verified(
            Octets content,
            List<Certificate> chain,
            String algorithm,
            Instant signingTime,
            Octets signature,
            @Nullable Octets timeStamp)
            implements SignatureCheck {
        public Verified {
            chain = List.copyOf(chain);
        }

        /// Whose signature it is.
        public Certificate signer() {
            return chain.getFirst();
        }
    }

    /// It is not right.
    ///
    /// @param faults at least one
    record Failed(List<SignatureFault> faults) implements SignatureCheck {
        public Failed {
            faults = List.copyOf(faults);
        }
    }
}
