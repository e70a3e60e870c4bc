// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/// The runs that could not be read when last looked at, over several looks.
final class Unread {
    private final Map<Path, ScanReport.Unreadable> runs = new ConcurrentSkipListMap<>();

    /// @param only where it was looked; null: everywhere
    void after(ScanReport report, @Nullable Set<RunPlace> only, Path root) {
        if (only == null) {
            runs.clear();
        } else {
            only.forEach(place -> runs.remove(place.in(root)));
        }
        report.unreadable().forEach(run -> runs.put(run.path(), run));
    }

    List<ScanReport.Unreadable> all() {
        return List.copyOf(runs.values());
    }
}
