// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Changes;
import dev.countersign.core.workspace.RunWatch;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The watch over the workspace of a window: hears of changes, and looks by itself where nothing
/// tells of them ({@link Rounds}). On a thread of its own.
final class Patrol {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /// After a look that failed; it may have been a share that was away.
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    private final SharedWorkspace workspace;
    private final CountDownLatch closing;
    private final PendingChanges pending;
    private final Duration recovery;

    /// @param closing ends it
    /// @param pending is told where to look next
    Patrol(SharedWorkspace workspace, CountDownLatch closing, PendingChanges pending) {
        this(workspace, closing, pending, RECOVERY);
    }

    /// @param recovery after a look that failed
    Patrol(
            SharedWorkspace workspace,
            CountDownLatch closing,
            PendingChanges pending,
            Duration recovery) {
        this.recovery = recovery;
        this.workspace = workspace;
        this.closing = closing;
        this.pending = pending;
    }

    /// Goes until the workspace is closed.
    ///
    /// @param first was begun before the first look; closed here
    void go(RunWatch first) {
        var rounds = new Rounds(System.nanoTime());
        @Nullable RunWatch next = first;
        try {
            workspace.remember();
            while (!workspace.closed()) {
                try (RunWatch watch = next == null ? workspace.with(Workspace::watch) : next) {
                    if (next == null) {
                        pending.remember(Changes.EVERYWHERE); // what changed before it was watched
                        workspace.tell();
                    }
                    next = null;
                    hear(watch, rounds);
                } catch (SourceException e) {
                    recover();
                } catch (RuntimeException e) {
                    SharedWorkspace.log("a mistake of ours: " + workspace.path(), e);
                    recover(); // a watch that is gone would look like nothing having changed
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the program ends
        } finally {
            unused(next);
        }
    }

    private void recover() throws InterruptedException {
        pending.remember(Changes.EVERYWHERE);
        workspace.tell(); // reading it says what is wrong
        boolean _ = closing.await(recovery.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// It was closed before the first round: the watch is given back.
    private static void unused(@Nullable RunWatch watch) {
        if (watch != null) {
            try {
                watch.close();
            } catch (SourceException e) {
                // nothing was heard of it, and nobody waits for anything of it any more
            }
        }
    }

    private void hear(RunWatch watch, Rounds rounds) throws SourceException, InterruptedException {
        int watched = workspace.sources();
        while (!workspace.closed() && watched == workspace.sources()) {
            Changes told = watch.awaitChange(PATIENCE);
            if (!told.none()) {
                pending.remember(told);
                workspace.tell();
                continue;
            }
            long now = System.nanoTime();
            Rounds.Round round = rounds.due(now, workspace.with(Workspace::unsettled));
            if (round != Rounds.Round.NONE) {
                if (round == Rounds.Round.EVERYTHING) {
                    pending.remember(Changes.EVERYWHERE);
                }
                if (workspace.look(Progress.NONE, Cancellation.NEVER)) {
                    workspace.tell();
                }
                rounds.done(round, now, System.nanoTime());
            }
        }
    }
}
