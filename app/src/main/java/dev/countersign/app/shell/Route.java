// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

/// The places of the window; each has one screen.
public sealed interface Route {
    /// The chain of one log.
    record Integrity() implements Route {}
}
