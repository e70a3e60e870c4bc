// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

/// What became of the last act.
public sealed interface Acting {
    /// There was none.
    record None() implements Acting {}

    /// It is under way.
    ///
    /// @param words what is being done
    record Doing(String words) implements Acting {}

    /// It was done.
    ///
    /// @param sentence what
    record Did(String sentence) implements Acting {}

    /// It could not be done.
    ///
    /// @param sentence why and what to do
    record Refused(String sentence) implements Acting {}
}
