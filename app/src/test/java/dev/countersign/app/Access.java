// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.sample.Steps;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.workspace.Desk;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;

/// Real workspaces for one test; the screen is the thread that speaks. Closed after it, before its
/// folder goes: whatever still used a file there would write into what is being deleted.
final class Access implements AutoCloseable {
    static final Actor ADA = new Actor("ada", Actor.Type.USER);

    private final List<WorkspaceAccess> opened = new ArrayList<>();
    private final Steps watches = new Steps();

    /// One that nobody watches.
    ///
    /// @param userData where workspaces are kept
    WorkspaceAccess on(Path userData, InstantSource clock) {
        return on(userData, clock, watches);
    }

    /// @param userData where workspaces are kept
    /// @param workers where waiting is done
    WorkspaceAccess on(Path userData, InstantSource clock, Executor workers) {
        Desk desk = Desk.once(Runnable::run, 1, clock, UUID::randomUUID);
        var access =
                new WorkspaceAccess(
                        new SharedWorkspace.Surroundings(
                                userData, desk, ADA, workers, Runnable::run));
        opened.add(access);
        return access;
    }

    /// Watches that were never looked at are given back: a machine has room for so many.
    @Override
    public void close() {
        opened.forEach(WorkspaceAccess::close);
        watches.all();
    }
}
