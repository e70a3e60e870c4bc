// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.background;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;

/// Something that takes a while. Blocks; says how far it is; asks whether to stop.
///
/// @param <T> what comes out, an unfinished outcome included
@FunctionalInterface
public interface Work<T> {
    /// Does it.
    ///
    /// @throws SourceException if the environment fails
    T run(Progress progress, Cancellation cancellation) throws SourceException;
}
