// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.json.planted;

import dev.countersign.core.chain.Verdict;

/** A breach of the drawing: json knows nothing of chain. */
public final class ReachesForward {
    public boolean never(Verdict verdict) {
        return verdict == null;
    }
}
