// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.reports.ReportOffer;
import dev.countersign.app.feature.reports.Subject;
import dev.countersign.app.text.ReportText;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.ledger.LedgerQuery;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.RecordedDraw;
import dev.countersign.core.workspace.Samples;
import dev.countersign.core.workspace.Workspace;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What can be reported of a workspace.
final class WorkspaceOffer {
    /// Resources of so many events of late can be picked.
    private static final int LATE = 20_000;

    private WorkspaceOffer() {}

    /// What there is in a workspace.
    static ReportOffer of(Workspace workspace, Path path) throws SourceException {
        List<RunSummary> read = workspace.runs();
        List<Subject.Run> runs =
                read.stream()
                        .map(WorkspaceOffer::subject)
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList();
        List<Subject.Month> months = new ArrayList<>();
        Samples samples = new Samples(workspace);
        for (YearMonth month : samples.periods(read).reversed()) {
            RecordedDraw draw = RecordedDraw.counting(samples.draws(month));
            months.add(new Subject.Month(month, ReportText.drawn(draw)));
        }
        Set<Subject.Thing> things = new LinkedHashSet<>();
        for (LedgerEvent event : workspace.ledger().find(LedgerQuery.ALL.latest(LATE))) {
            things.add(new Subject.Thing(event.resourceType(), event.resourceId()));
        }
        return new ReportOffer(path, runs, seen(workspace, read), months, List.copyOf(things));
    }

    /// Each once, by id; where it is gone, as it was.
    private static List<Subject.Seen> seen(Workspace workspace, List<RunSummary> here)
            throws SourceException {
        SortedMap<String, Subject.Seen> seen = new TreeMap<>();
        Set<String> told = new HashSet<>(workspace.testimony().own().keySet());
        told.addAll(workspace.testimony().others().keySet());
        told.forEach(run -> seen.put(run, new Subject.Seen(run, ReportText.ONLY_CHECKPOINTS)));
        for (RunSummary run : workspace.vanished()) {
            seen.put(run.runId(), new Subject.Seen(run.runId(), ReportText.gone(run.subject())));
        }
        for (RunSummary run : here) {
            seen.put(run.runId(), new Subject.Seen(run.runId(), run.subject()));
        }
        return List.copyOf(seen.values());
    }

    private static Subject.Run subject(RunSummary run) {
        return new Subject.Run(run.directory(), run.runId(), run.subject());
    }
}
