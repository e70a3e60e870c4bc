// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.core.policy.Policy;
import dev.countersign.core.review.Control;
import dev.countersign.core.run.RunSnapshot;

import java.nio.file.Path;
import java.util.List;

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
    /// @param run what it says
    /// @param policy under which it was read
    /// @param controls what the register has for its workflow
    record Shown(Path directory, RunSnapshot run, Policy policy, List<Control> controls)
            implements RunState {
        public Shown {
            controls = List.copyOf(controls);
        }
    }

    /// It could not be read.
    ///
    /// @param directory what was opened
    /// @param sentence what happened and what to do
    record Failed(Path directory, String sentence) implements RunState {}
}
