// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSummary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the logs of runs say was decided about their findings.
///
/// A disposition that names a finding is about that one, whatever it is. One that names the run is
/// about its blocks, failures and exceptions up to then; one that names a record, about the block
/// or failure that it is. So neither takes a breach or a broken chain with it.
final class Dispositions {
    private final Map<String, List<Disposition>> byRun = new HashMap<>();

    Dispositions(Collection<RunSummary> runs) {
        for (RunSummary run : runs) {
            if (!run.dispositions().isEmpty()) {
                byRun.computeIfAbsent(run.runId(), _ -> new ArrayList<>())
                        .addAll(run.dispositions());
            }
        }
    }

    /// Where a finding stands at an instant.
    FindingState of(Finding finding, Instant at) {
        FindingState state = FindingState.OPEN;
        for (Disposition disposition : byRun.getOrDefault(finding.runId(), List.of())) {
            Instant decided = disposition.at();
            if (decided != null && !decided.isAfter(at) && about(disposition, finding, decided)) {
                if (disposition.signature() == Outcome.VERIFIED) {
                    return FindingState.CLOSED;
                }
                state = FindingState.DISPOSED_NOT_VERIFIED;
            }
        }
        return state;
    }

    private static boolean about(Disposition disposition, Finding finding, Instant decided) {
        if (disposition.finding().equals(finding.id())) {
            return true;
        }
        boolean before = !finding.at().isAfter(decided);
        return switch (finding.kind()) {
            case RUN_BLOCKED, RUN_FAILED ->
                    before && disposition.speaksOf(finding.runId(), finding.subject());
            case EXCEPTION -> before && disposition.finding().equals(finding.runId());
            default -> false;
        };
    }
}
