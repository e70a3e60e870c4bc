// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.core.ledger.Actor;
import dev.countersign.core.workspace.Desk;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executor;

/// Real workspaces for tests; the screen is the thread that speaks.
final class Access {
    static final Actor ADA = new Actor("ada", Actor.Type.USER);

    private Access() {}

    /// @param userData where workspaces are kept
    /// @param workers where waiting is done; one that does nothing watches nothing
    static WorkspaceAccess on(Path userData, InstantSource clock, Executor workers) {
        Desk desk = Desk.once(Runnable::run, 1, clock, UUID::randomUUID);
        return new WorkspaceAccess(
                new SharedWorkspace.Surroundings(userData, desk, ADA, workers, Runnable::run));
    }
}
