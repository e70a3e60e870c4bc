// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.archive;

/// How extracting ended.
public sealed interface Extracted {
    /// Every file is there.
    record Done() implements Extracted {}

    /// It was cancelled: the folder is as it was before, or not there.
    record Cancelled() implements Extracted {}

    /// A file is damaged: the folder is as it was before, or not there.
    ///
    /// @param refusal which, and how
    record Damaged(Refusal refusal) implements Extracted {}
}
