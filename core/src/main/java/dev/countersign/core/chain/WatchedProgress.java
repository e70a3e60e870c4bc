// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// Hears, too, where what was found so far can be looked at. Called from any worker thread, often:
/// implementations must be quick.
public interface WatchedProgress extends Progress {
    /// Before anything is read. Called again if the log is read anew; the last one counts.
    void begins(Glimpses found);
}
