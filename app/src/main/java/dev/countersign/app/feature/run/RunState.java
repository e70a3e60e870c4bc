// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSnapshot;

import java.nio.file.Path;

/// What the screen shows: one of these at any time.
public sealed interface RunState {
    /// Nothing was opened yet.
    record Empty() implements RunState {}

    /// A run is being read.
    ///
    /// @param directory what was opened
    record Loading(Path directory) implements RunState {}

    /// It was read.
    ///
    /// @param directory what was opened
    /// @param read what it says, and what it was read under
    record Shown(Path directory, ReadRun.Reading read) implements RunState {
        /// What it says.
        public RunSnapshot run() {
            return read.run();
        }

        /// Under which it was read.
        public Policy policy() {
            return read.policy();
        }
    }

    /// It could not be read.
    ///
    /// @param directory what was opened
    /// @param sentence what happened and what to do
    record Failed(Path directory, String sentence) implements RunState {}
}
