// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.background;

import java.time.Duration;

/// Runs something later.
@FunctionalInterface
public interface Timer {
    /// Runs a task once, after a while, on a thread of its own.
    void after(Duration delay, Runnable task);
}
