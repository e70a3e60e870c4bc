// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.ChainReport;

/// How a comparison ended.
public sealed interface Compared {
    /// Both were read and aligned.
    ///
    /// @param comparison how they stand to each other
    record Finished(Comparison comparison) implements Compared {}

    /// They are chained in different ways, so that no record of one can be one of the other.
    ///
    /// @param here what the verifier says of this log
    /// @param there what it says of the other one
    record DifferentFormats(ChainReport here, ChainReport there) implements Compared {}

    /// It was cancelled: nothing is known.
    record Stopped() implements Compared {}
}
