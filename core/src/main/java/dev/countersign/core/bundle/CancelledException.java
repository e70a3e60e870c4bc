// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.chain.Cancellation;

/// Somebody does not want it any more: ends work in the middle of a file. Never leaves this
/// package.
final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Goes on, unless it is cancelled.
    static void check(Cancellation cancellation) {
        if (cancellation.requested()) {
            throw new CancelledException();
        }
    }
}
