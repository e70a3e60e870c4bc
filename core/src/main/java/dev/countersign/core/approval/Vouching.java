// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.approval;

import dev.countersign.core.trust.Certificate;
import dev.countersign.core.trust.Octets;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Who vouches for certificates and times: the anchors of a workspace, or nobody.
public interface Vouching {
    /// Nobody: no certificate is trusted or distrusted.
    Vouching NOBODY =
            new Vouching() {
                @Override
                public Judgement certificate(List<Certificate> chain, Instant at) {
                    return Judgement.unchecked(
                            "no_anchors",
                            "There are no trust anchors to hold the certificate against.");
                }

                @Override
                public @Nullable Instant time(Octets token, Octets signature) {
                    return null;
                }
            };

    /// Whether a certificate leads to an anchor.
    ///
    /// @param chain the certificate, and those of the issuers that lie with it
    /// @param at when it has to have been valid
    Judgement certificate(List<Certificate> chain, Instant at);

    /// The time that a time-stamp authority gives a signature; null if its token is not right, or
    /// leads to no anchor.
    @Nullable Instant time(Octets token, Octets signature);
}
