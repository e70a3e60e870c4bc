// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the logs of runs, and the ledger, say was decided about findings.
///
/// A disposition that names a finding is about that one, whatever it is. One that names the run is
/// about its blocks, failures and exceptions up to then; one that names a record, about the block
/// or failure that it is. So neither takes a breach or a broken chain with it.
final class Dispositions {
    private final Map<String, List<Disposition>> byRun = new HashMap<>();
    private final Map<String, List<Disposition>> byFinding = new HashMap<>();

    /// @param ledger those of the ledger: each is about the finding that it names, and no other
    Dispositions(Collection<RunSummary> runs, Collection<Disposition> ledger) {
        for (Disposition disposition : ledger) {
            byFinding
                    .computeIfAbsent(disposition.finding(), _ -> new ArrayList<>())
                    .add(disposition);
        }
        for (RunSummary run : runs) {
            if (!run.dispositions().isEmpty()) {
                byRun.computeIfAbsent(run.runId(), _ -> new ArrayList<>())
                        .addAll(run.dispositions());
            }
        }
    }

    /// Where a finding stands at an instant.
    FindingState of(Finding finding, Instant at) {
        return FindingState.after(about(finding, at));
    }

    /// What closes a finding at an instant, else the last that disposes of it without being
    /// verified; null if nobody did.
    @Nullable Disposition about(Finding finding, Instant at) {
        @Nullable Disposition last = null;
        List<Disposition> said = new ArrayList<>(byRun.getOrDefault(finding.runId(), List.of()));
        said.addAll(byFinding.getOrDefault(finding.id(), List.of()));
        for (Disposition disposition : said) {
            Instant decided = disposition.at();
            if (decided != null && !decided.isAfter(at) && about(disposition, finding, decided)) {
                if (disposition.signature() == Outcome.VERIFIED) {
                    return disposition;
                }
                last = disposition;
            }
        }
        return last;
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
