// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.background;

import java.time.Duration;

/// How work ended.
///
/// @param <T> what came out
public sealed interface JobEnd<T> {
    /// It returned; work that was cancelled returns what was done.
    ///
    /// @param value what came out
    /// @param taken from start to end
    record Done<T>(T value, Duration taken) implements JobEnd<T> {}

    /// It could not be done.
    ///
    /// @param sentence what happened, to which file, and what to do
    record Failed<T>(String sentence) implements JobEnd<T> {}
}
