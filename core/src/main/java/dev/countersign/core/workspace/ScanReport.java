// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import java.nio.file.Path;
import java.util.List;

/// What a look at the sources gave.
///
/// @param complete whether everything was looked at; not so if it was cancelled
/// @param runs how many runs are there
/// @param read how many of them were new or changed, and read
/// @param vanished how many were there before and are gone
/// @param newFindings how many findings this look gave
/// @param sources where was looked, missing ones included
/// @param unreadable what is there and cannot be read
public record ScanReport(
        boolean complete,
        int runs,
        int read,
        int vanished,
        int newFindings,
        List<Source> sources,
        List<Unreadable> unreadable) {
    /// A run that cannot be read.
    ///
    /// @param path where
    /// @param why one sentence that names it
    public record Unreadable(Path path, String why) {}

    public ScanReport {
        sources = List.copyOf(sources);
        unreadable = List.copyOf(unreadable);
    }

    /// Sources that are not there.
    public List<Source> missing() {
        return sources.stream().filter(s -> s.kind() == Source.Kind.MISSING).toList();
    }

    /// Whether anything is different from before.
    public boolean changed() {
        return read + vanished + newFindings > 0;
    }
}
