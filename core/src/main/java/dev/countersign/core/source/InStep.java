// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.source;

/// Somebody else's hashing, done a little at a time between one's own: each block of a sum waits
/// for the one before it, and a core works on two sums at once. For the thread that was given it.
public interface InStep {
    /// Does a little; nothing, if nothing is left.
    void step();

    /// Does the rest. What it was about may be changed afterwards.
    void end();
}
