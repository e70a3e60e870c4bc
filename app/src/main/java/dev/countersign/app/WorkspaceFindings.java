// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.findings.Coverage;
import dev.countersign.app.feature.findings.FindingEntry;
import dev.countersign.app.feature.findings.FindingsReading;
import dev.countersign.app.feature.findings.FindingsSource;
import dev.countersign.core.clock.HowSoon;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingState;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The findings of the workspace that is open, as last looked at.
final class WorkspaceFindings implements FindingsSource {
    private final WorkspaceAccess access;

    WorkspaceFindings(WorkspaceAccess access) {
        this.access = access;
    }

    @Override
    public FindingsReading read() throws SourceException {
        SharedWorkspace open = access.current();
        if (open != null) {
            open.looked();
        }
        FindingsReading reading = open == null ? null : open.with(this::read);
        return reading == null ? new FindingsReading(List.of(), Coverage.NONE) : reading;
    }

    private FindingsReading read(Workspace workspace) throws SourceException {
        Instant now = access.desk().clock().instant();
        Overview seen = workspace.overview();
        Map<String, Path> runs = new HashMap<>();
        for (RunSummary run : seen.runs()) {
            runs.put(run.runId(), run.directory());
        }
        Path outbox = workspace.folder().outbox();
        List<FindingEntry> entries = new ArrayList<>();
        List<Finding> findings = seen.findings(now);
        List<Optional<Disposition>> decided = seen.dispositions(findings, now);
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            Disposition disposition = decided.get(i).orElse(null);
            entries.add(
                    new FindingEntry(
                            finding,
                            FindingState.after(disposition),
                            disposition,
                            runs.get(finding.runId()),
                            goesTo(finding, seen.policy()),
                            seen.policy().escalation(finding.severity()).when(),
                            due(finding, seen.policy()),
                            existing(outbox.resolve(finding.id() + ".json")),
                            existing(outbox.resolve(finding.id() + ".eml"))));
        }
        return new FindingsReading(
                entries,
                new Coverage(
                        seen.runs().size(),
                        seen.unreadable().stream()
                                .map(run -> new Coverage.Unread(run.path(), run.why()))
                                .toList(),
                        seen.missing().size(),
                        now));
    }

    /// Who hears of a breach is the clock's to say, of anything else the severity's.
    private static List<String> goesTo(Finding finding, Policy policy) {
        String to = finding.evidence().string("escalate_to");
        return finding.kind().breach() && to != null && !to.isEmpty()
                ? List.of(to)
                : policy.escalation(finding.severity()).to();
    }

    private static @Nullable Instant due(Finding finding, Policy policy) {
        Instant due = finding.due();
        return due != null
                ? due
                : HowSoon.due(
                        policy.escalation(finding.severity()).when(),
                        finding.at(),
                        policy.calendar());
    }

    private static @Nullable Path existing(Path file) {
        return SmallFile.exists(file) ? file : null;
    }
}
