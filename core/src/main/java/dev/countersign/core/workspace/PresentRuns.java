// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The runs of the sources of a workspace, as they were when last seen.
record PresentRuns(Sources sources, Index index, Store store) {
    /// Those that are there; of what bundles brought, those that another copy continues are left
    /// out.
    List<RunSummary> runs() throws SourceException {
        Set<String> here = new HashSet<>();
        sources.all().forEach(source -> here.add(source.stored()));
        List<Index.Present> present = index.present(here);
        if (present.stream().noneMatch(run -> run.place().packed())) {
            return present.stream().map(Index.Present::run).toList();
        }
        Map<RunPlace, RunSummary> runs = new LinkedHashMap<>();
        present.forEach(run -> runs.put(run.place(), run.run()));
        return Latest.of(runs, store.read(c -> new BundleTable(c).lineages()));
    }
}
