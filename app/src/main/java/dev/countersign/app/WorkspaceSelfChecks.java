// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.run.ExportSelfCheck;
import dev.countersign.core.bundle.BundlePlace;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.SelfCheck;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// Exports self-checks; that it was done is in the ledger of the workspace that is open.
final class WorkspaceSelfChecks implements ExportSelfCheck {
    private final WorkspaceRuns runs;
    private final WorkspaceAccess access;

    WorkspaceSelfChecks(WorkspaceRuns runs, WorkspaceAccess access) {
        this.runs = runs;
        this.access = access;
    }

    @Override
    public Path export(Path directory, Path folder) throws SourceException {
        BundlePlace.filled(folder);
        Path within = directory.toAbsolutePath().normalize();
        RunSnapshot run = runs.again(directory).run();
        Path target = folder.resolve(within.getFileName() + "-self-check");
        SelfCheck.of(run).write(target);
        access.record(
                DeskAction.EXPORTED,
                new Resource("run", run.runId()),
                JsonValue.object().with("path", target.toString()).build());
        return target;
    }
}
