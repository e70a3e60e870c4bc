// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import java.nio.file.Path;

/// Where a run lies, in words that hold when the workspace is moved.
///
/// @param source the source's path as it is stored: relative to the workspace if it lies in it
/// @param name the run's folder in it; empty if the source is itself a run or a lone log
record RunPlace(String source, String name) implements Comparable<RunPlace> {
    /// The directory, or the lone log.
    Path in(Path root) {
        Path place = root.resolve(source);
        return name.isEmpty() ? place : place.resolve(name);
    }

    @Override
    public int compareTo(RunPlace other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : name.compareTo(other.name);
    }
}
