// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Verdict;
import dev.countersign.core.run.RunSummary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Leaves out the versions of a run that another one has all of: the same log again, or the
/// beginning of one that is there. Two that do not continue each other both stay, and so does
/// whatever is not intact. Among copies that are the same, the run directory stays, which can be
/// written to. Runs that no bundle brought are not looked at.
final class Latest {
    private final Map<String, Lineage> lineages;

    private Latest(Map<String, Lineage> lineages) {
        this.lineages = lineages;
    }

    static List<RunSummary> of(Map<RunPlace, RunSummary> runs, Map<String, Lineage> lineages) {
        Latest latest = new Latest(lineages);
        Map<String, List<RunPlace>> versions = new HashMap<>();
        runs.forEach((place, run) ->
                versions.computeIfAbsent(run.runId(), _ -> new ArrayList<>(1)).add(place));
        List<RunSummary> left = new ArrayList<>();
        runs.forEach((place, run) -> {
            List<RunPlace> others = versions.getOrDefault(run.runId(), List.of());
            if (others.size() == 1
                    || others.stream().noneMatch(RunPlace::packed)
                    || !latest.covered(place, run, others, runs)) {
                left.add(run);
            }
        });
        return List.copyOf(left);
    }

    private boolean covered(
            RunPlace place, RunSummary run, List<RunPlace> others, Map<RunPlace, RunSummary> runs) {
        String head = run.head();
        if (head == null || run.verdict() != Verdict.INTACT) {
            return false;
        }
        Lineage lineage = lineages.getOrDefault(run.runId(), new Lineage());
        for (RunPlace other : others) {
            RunSummary version = runs.get(other);
            String later = version == null ? null : version.head();
            if (version == null || later == null || version.verdict() != Verdict.INTACT) {
                continue;
            }
            boolean same = later.equals(head) && preferred(other, place);
            if (same && (other.packed() || place.packed()) || lineage.before(head, later)) {
                return true;
            }
        }
        return false;
    }

    private static boolean preferred(RunPlace one, RunPlace other) {
        return one.packed() == other.packed() ? one.compareTo(other) < 0 : other.packed();
    }
}
