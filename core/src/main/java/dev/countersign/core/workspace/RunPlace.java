// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import java.nio.file.Path;

/// Where a run lies, in words that hold when the workspace is moved.
///
/// @param source the source's path as it is stored: relative to the workspace if it lies in it
/// @param name the run's folder in it; empty if the source is itself a run or a lone log. Of a run
///   in a bundle the bundle's name, `/`, and the run's folder in there: only those have a `/`
record RunPlace(String source, String name) implements Comparable<RunPlace> {
    private static final char INSIDE = '/';

    /// A run in a bundle that lies here.
    RunPlace inside(String folder) {
        return new RunPlace(source, name + INSIDE + folder);
    }

    /// Whether it lies in a bundle.
    boolean packed() {
        return name.indexOf(INSIDE) >= 0;
    }

    /// The bundle, of a run that lies in one; else the place itself.
    RunPlace container() {
        int end = name.indexOf(INSIDE);
        return end < 0 ? this : new RunPlace(source, name.substring(0, end));
    }

    /// The folder in the bundle, of a run that lies in one.
    String folder() {
        return name.substring(name.indexOf(INSIDE) + 1);
    }

    /// As it is shown and stored: where it can be found from the workspace.
    String stored() {
        return name.isEmpty() ? source : source + INSIDE + name;
    }

    /// The directory, or the lone log.
    Path in(Path root) {
        Path place = root.resolve(source);
        RunPlace around = container();
        Path whole = around.name.isEmpty() ? place : place.resolve(around.name);
        return packed() ? whole.resolve(folder()) : whole;
    }

    @Override
    public int compareTo(RunPlace other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : name.compareTo(other.name);
    }
}
