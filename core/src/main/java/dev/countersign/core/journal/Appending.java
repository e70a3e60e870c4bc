// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.journal;

/// How an append ended.
public sealed interface Appending {
    /// The record is in the log, and was read back.
    ///
    /// @param head its hash, the log's new head
    record Appended(String head) implements Appending {}

    /// It is not.
    ///
    /// @param reason why not
    record Refused(Refusal reason) implements Appending {}
}
