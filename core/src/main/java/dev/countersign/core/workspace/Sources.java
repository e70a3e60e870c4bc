// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.SourceException;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Where a workspace looks for runs.
record Sources(WorkspaceFolder folder, Store store) {
    /// As they are now, missing ones included; `runs` in the workspace is the first.
    List<Source> all() throws SourceException {
        List<String> known = store.read(c -> new SourceTable(c).all());
        Set<String> stored = new TreeSet<>(known);
        List<Source> sources = new ArrayList<>();
        boolean there = Files.exists(folder.runs(), LinkOption.NOFOLLOW_LINKS);
        if (there || stored.contains(WorkspaceFolder.RUNS)) {
            sources.add(Survey.source(WorkspaceFolder.RUNS, folder.root()));
            stored.remove(WorkspaceFolder.RUNS);
        }
        for (String path : stored) {
            sources.add(Survey.source(path, folder.root()));
        }
        return sources;
    }

    List<Source> missing() throws SourceException {
        return all().stream().filter(s -> s.kind() == Source.Kind.MISSING).toList();
    }

    Source add(Path path, Instant now) throws SourceException {
        String stored = folder.stored(EvidencePath.home(path));
        Source source = Survey.source(stored, folder.root());
        if (source.kind() == Source.Kind.MISSING) {
            throw Survey.missing(path);
        }
        store.write(c -> new SourceTable(c).add(stored, now));
        return source;
    }

    void remove(Source source) throws SourceException {
        store.write(c -> new SourceTable(c).remove(source.stored()));
    }

    /// Where a run lies, in each source that has it.
    Changes changes(Path directory) throws SourceException {
        Path run = directory.toAbsolutePath().normalize();
        Set<Changes.Place> places = new HashSet<>();
        for (Source source : all()) {
            Path inside = source.path().toAbsolutePath().normalize();
            if (run.startsWith(inside)) {
                String name =
                        run.equals(inside) ? "" : inside.relativize(run).getName(0).toString();
                places.add(new Changes.Place(source.stored(), name));
            }
        }
        return new Changes(false, places);
    }
}
