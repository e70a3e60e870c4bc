// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

/// Asked often by long work whether to stop. May be asked from any thread.
@FunctionalInterface
public interface Cancellation {
    /// Never.
    Cancellation NEVER = () -> false;

    /// Whether the work should stop as soon as it can.
    boolean requested();
}
