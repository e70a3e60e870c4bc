// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.escalate.EscalateRun;
import dev.countersign.app.text.EscalateText;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Escalated;
import dev.countersign.core.workspace.Incident;

/// Takes runs to others by the policy of the workspace that is open, into its outbox.
final class WorkspaceEscalation implements EscalateRun {
    private final WorkspaceAccess access;

    WorkspaceEscalation(WorkspaceAccess access) {
        this.access = access;
    }

    @Override
    public Escalated escalate(RunSnapshot run, int severity, String reason, boolean hold)
            throws SourceException {
        Escalated files =
                access.<Escalated>with(workspace -> {
                    var findings = workspace.findings(access.desk().clock().instant());
                    String by = access.person().id();
                    var incident = Incident.about(run, findings, severity, reason, by);
                    return workspace.escalate(hold ? incident.held() : incident, access.person());
                });
        if (files == null) {
            throw new SourceException(run.directory(), EscalateText.NO_WORKSPACE);
        }
        return files;
    }
}
