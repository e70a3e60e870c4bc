// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.trust.Octets;

/// A signed act that is ready for its log: bound to one head of it.
///
/// @param request what was signed
/// @param cms the signature
public record SignedEntry(SigningRequest request, Octets cms) {
    /// The record with its signature.
    public RecordDraft draft() {
        return request.draft().with("signature", cms.base64());
    }
}
