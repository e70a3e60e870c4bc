// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Runs that are there more than once: their id does not say which of them is meant, so their paths
/// do.
///
/// @param places where each of them is, by id
record Copies(Map<String, List<Path>> places) {
    static Copies among(Collection<RunSummary> runs) {
        Map<String, List<Path>> places = new TreeMap<>();
        for (RunSummary run : runs) {
            places.computeIfAbsent(run.runId(), _ -> new ArrayList<>()).add(run.directory());
        }
        places.values().removeIf(copies -> copies.size() == 1);
        return new Copies(places);
    }

    /// A run in a table: its id, and where it is if that does not say it.
    String named(RunSummary run) {
        return places.containsKey(run.runId())
                ? run.runId() + " in " + run.directory()
                : run.runId();
    }

    /// Where all of an id are; null if that is one place.
    @Nullable JsonValue paths(String runId) {
        List<Path> copies = places.get(runId);
        return copies == null
                ? null
                : new JsonArray(
                        copies.stream().<JsonValue>map(p -> JsonValue.of(p.toString())).toList());
    }

    /// Says of which runs among these ids there are several.
    void say(Collection<String> ids, Console console) {
        places.forEach((id, copies) -> {
            if (ids.contains(id)) {
                console.complain(
                        id
                                + " is here more than once, and findings are by its id: "
                                + String.join(", ", copies.stream().map(Path::toString).toList()));
            }
        });
    }
}
