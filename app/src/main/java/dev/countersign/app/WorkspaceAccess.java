// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Desk;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Which workspace is open: all screens are about that one, through one handle.
final class WorkspaceAccess {
    private final SharedWorkspace.Surroundings around;
    private final Queue<SharedWorkspace> opened = new ConcurrentLinkedQueue<>();
    private volatile @Nullable SharedWorkspace current;
    private volatile Runnable news = () -> {};

    /// @param around for any folder
    WorkspaceAccess(SharedWorkspace.Surroundings around) {
        this.around = around;
    }

    /// From now on it is this folder's. The one before is closed by whoever showed its queue.
    WorkspaceSource open(Path folder) {
        var workspace = new SharedWorkspace(folder, around, () -> news.run());
        opened.add(workspace);
        current = workspace;
        return new WorkspaceSource(workspace, around.workers());
    }

    /// @param hears called on the screen's thread when something was found or put into the ledger
    void onNews(Runnable hears) {
        news = hears;
    }

    /// What is open; null where no folder is.
    @Nullable SharedWorkspace current() {
        return current;
    }

    /// Clock and threads.
    Desk desk() {
        return around.desk();
    }

    /// Who does what is done here.
    Actor person() {
        return around.person();
    }

    /// Does something with the workspace; null where no folder is open.
    <T> @Nullable T with(SharedWorkspace.Act<T> act) throws SourceException {
        SharedWorkspace open = current;
        return open == null ? null : open.with(act);
    }

    /// Does something with the workspace at this root, if that is still the one that is open.
    ///
    /// @throws SourceException if it is not, too
    <T> T in(Path root, SharedWorkspace.Act<T> act) throws SourceException {
        T done =
                with(workspace -> {
                    if (!workspace.folder().root().equals(root)) {
                        throw new SourceException(
                                root, root + " is no longer the workspace that is open.");
                    }
                    return act.in(workspace);
                });
        if (done == null) {
            throw new SourceException(root, root + " is no longer open: open it again.");
        }
        return done;
    }

    /// Puts an act into its ledger; where no folder is open there is none.
    void record(DeskAction action, Resource what, JsonObject details) throws SourceException {
        SharedWorkspace open = current;
        if (open != null) {
            open.record(action, what, details);
        }
    }

    /// A run was written to: all screens are to know.
    void wrote(Path run) {
        SharedWorkspace open = current;
        if (open != null) {
            open.wrote(run);
        }
    }

    /// The ledger says something new: all screens are to know.
    void acted() {
        SharedWorkspace open = current;
        if (open != null) {
            open.acted();
        }
    }

    /// Closes it, at the end; and those before it that are still being closed somewhere, so that no
    /// file of any is used afterwards.
    void close() {
        opened.forEach(SharedWorkspace::close);
    }
}
