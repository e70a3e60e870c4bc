// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// Where to look at a verification under way. May be asked from any thread, a few times a second;
/// costs nothing when nobody asks.
@FunctionalInterface
public interface Glimpses {
    /// What is known by now.
    ChainGlimpse now();
}
