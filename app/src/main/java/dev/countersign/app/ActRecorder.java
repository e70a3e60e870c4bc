// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.sign.SignEnd;
import dev.countersign.app.feature.sign.SignOrder;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.signing.Preparation;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.source.SourceException;

import java.time.Instant;

/// Where signed acts of one kind go: into the log of a run, or into the ledger.
interface ActRecorder {
    /// Looks again, and asks again what stands against the act.
    ///
    /// @throws SourceException if it cannot be read
    Asked again(SignOrder order, Instant at) throws SourceException;

    /// Records what was signed, and reads it back.
    ///
    /// @throws SourceException if it cannot be; nothing was recorded then
    SignEnd record(SignOrder order, SignedEntry entry) throws SourceException;

    /// What came of asking again.
    sealed interface Asked {
        /// It may be signed, or not.
        ///
        /// @param policy under which
        /// @param trust what its certificate will be held against
        record Answered(Preparation preparation, Policy policy, TrustPlace trust)
                implements Asked {}

        /// What is there is not what was looked at.
        record Ended(SignEnd end) implements Asked {}
    }
}
