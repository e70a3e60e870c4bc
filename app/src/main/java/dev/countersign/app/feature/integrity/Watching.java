// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.integrity;

import dev.countersign.core.chain.Glimpses;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.WatchedProgress;

import java.util.function.Consumer;

/// Progress that also keeps where what was found so far can be looked at.
///
/// @param progress goes on to here
/// @param found hears where, on the worker's thread
record Watching(Progress progress, Consumer<Glimpses> found) implements WatchedProgress {
    @Override
    public void at(long done, long total, long records, long faulty) {
        progress.at(done, total, records, faulty);
    }

    @Override
    public void begins(Glimpses begun) {
        found.accept(begun);
    }
}
