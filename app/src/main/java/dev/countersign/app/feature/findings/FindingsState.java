// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.findings;

import java.util.List;

/// What the screen shows: one of these at any time.
public sealed interface FindingsState {
    /// They are being read for the first time.
    record Loading() implements FindingsState {}

    /// Nothing was checked, so nothing can be said.
    ///
    /// @param coverage why not
    record Unchecked(Coverage coverage) implements FindingsState {}

    /// Something was checked, and nothing was found.
    ///
    /// @param coverage what was checked
    record None(Coverage coverage) implements FindingsState {}

    /// There are findings.
    ///
    /// @param coverage what was checked
    /// @param total how many there are
    /// @param bySeverity how many of severity 1, 2, 3 and 4
    /// @param filter which of them are shown
    record Listed(Coverage coverage, int total, List<Integer> bySeverity, FindingFilter filter)
            implements FindingsState {
        public Listed {
            bySeverity = List.copyOf(bySeverity);
        }
    }

    /// They could not be read.
    ///
    /// @param sentence what happened and what to do
    record Failed(String sentence) implements FindingsState {}
}
