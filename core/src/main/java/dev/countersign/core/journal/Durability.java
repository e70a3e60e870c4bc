// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

/// When what was written survives a loss of power. A killed process loses nothing either way.
public enum Durability {
    /// Each record and each file is forced to disk before the next: for everything that counts.
    EACH_WRITE,
    /// The system decides: for what can be made again, such as a demo.
    LEFT_TO_SYSTEM
}
