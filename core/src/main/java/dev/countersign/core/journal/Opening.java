// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

/// How the attempt to get a log for writing ended.
public sealed interface Opening {
    /// It is ours until it is closed.
    ///
    /// @param log to write to
    record Opened(RunLog log) implements Opening {}

    /// It is not.
    ///
    /// @param reason why not
    record Refused(Refusal reason) implements Opening {}
}
