// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.background;

/// Work under way.
@FunctionalInterface
public interface Job {
    /// Asks it to stop as soon as it can. It still ends once, with what was done.
    void cancel();
}
