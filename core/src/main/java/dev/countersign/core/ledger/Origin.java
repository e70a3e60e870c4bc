// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import org.jspecify.annotations.Nullable;

/// Where an act came from. Format B does not cover these fields by its hash: they can be changed
/// without breaking the chain, so nothing may rest on them.
///
/// @param ipAddress of the caller
/// @param userAgent of the caller
/// @param requestId that ties events of one request together
/// @param sessionId that ties events of one session together
public record Origin(
        @Nullable String ipAddress,
        @Nullable String userAgent,
        @Nullable String requestId,
        @Nullable String sessionId) {
    /// This desk: nothing to tell.
    public static final Origin DESK = new Origin(null, null, null, null);
}
