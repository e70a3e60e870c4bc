// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.queue;

import dev.countersign.app.background.JobProgress;

/// What the screen shows: one of these at any time.
public sealed interface QueueState {
    /// Nothing is open: the first start.
    record Empty() implements QueueState {}

    /// It is read for the first time.
    ///
    /// @param name of what is read
    /// @param progress in run directories
    record Loading(String name, JobProgress progress) implements QueueState {}

    /// It is there; the rows are beside it.
    ///
    /// @param name of what was read
    /// @param snapshot what waited
    record Ready(String name, QueueSnapshot snapshot) implements QueueState {}

    /// It could not be read.
    ///
    /// @param name of what was to be read
    /// @param sentence what happened and what to do
    record Failed(String name, String sentence) implements QueueState {}
}
