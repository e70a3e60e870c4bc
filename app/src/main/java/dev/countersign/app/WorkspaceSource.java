// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.queue.QueueSnapshot;
import dev.countersign.app.feature.queue.QueueSource;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.queue.ReviewQueue;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Changes;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.RunWatch;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;

/// The queue of a workspace. A folder that is none gets one in the user's data directory. What is
/// found on the way is raised: a breach is a finding whether or not anybody looks at it.
final class WorkspaceSource implements QueueSource {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /// What a window has of the world, for any folder.
    ///
    /// @param userData where workspaces of other people's folders are kept
    /// @param desk clock and threads for reading
    /// @param workers where waiting is done
    /// @param screen where changes are heard
    record Surroundings(Path userData, Desk desk, Executor workers, Executor screen) {}

    private final Path path;
    private final Surroundings around;
    private final Object lock = new Object();
    private @Nullable Workspace workspace;
    private Changes pending = Changes.EVERYWHERE;
    private @Nullable Runnable changed;
    private boolean watching;
    private boolean closed;

    /// @param path a workspace, a folder in one, or any folder of runs
    WorkspaceSource(Path path, Surroundings around) {
        this.path = path;
        this.around = around;
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public QueueSnapshot read(Instant now, Progress progress, Cancellation cancellation)
            throws SourceException {
        synchronized (lock) {
            if (closed) {
                throw new SourceException(path, path + " was closed meanwhile: open it again.");
            }
            Workspace open =
                    workspace == null
                            ? WorkspaceAccess.open(path, around.userData(), around.desk())
                            : workspace;
            workspace = open;
            Changes look = pending;
            pending = new Changes(false, Set.of());
            try {
                open.scan(look, progress, cancellation);
                open.raise(
                        new SqliteLedgerStore(
                                open.database(), around.desk().clock(), UUID::randomUUID));
                watch(open);
                Policy policy = open.policy();
                List<RunSummary> runs = open.runs();
                return new QueueSnapshot(ReviewQueue.of(runs, policy, now), runs, policy);
            } catch (SourceException e) {
                pending = Changes.EVERYWHERE;
                throw e;
            }
        }
    }

    @Override
    public Runnable watch(Runnable hears) {
        changed = hears;
        return () -> around.workers().execute(this::close);
    }

    private void close() {
        synchronized (lock) {
            closed = true;
            if (workspace != null) {
                try {
                    workspace.close();
                } catch (SourceException e) {
                    System.getLogger(WorkspaceSource.class.getName())
                            .log(System.Logger.Level.WARNING, "not closed: " + path, e);
                }
                workspace = null;
            }
        }
    }

    /// From the first look on.
    private void watch(Workspace open) throws SourceException {
        if (!watching) {
            watching = true;
            RunWatch watch = open.watch();
            around.workers().execute(() -> await(watch));
        }
    }

    private void await(RunWatch watch) {
        try (watch) {
            while (!over()) {
                Changes news = watch.awaitChange(PATIENCE);
                if (!news.none()) {
                    remember(news);
                    tell();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the program ends
        } catch (SourceException e) {
            remember(Changes.EVERYWHERE);
            tell(); // reading it says what is wrong
        }
    }

    private boolean over() {
        synchronized (lock) {
            return closed;
        }
    }

    private void remember(Changes news) {
        synchronized (lock) {
            Set<Changes.Place> places = new HashSet<>(pending.places());
            places.addAll(news.places());
            pending = new Changes(pending.everywhere() || news.everywhere(), places);
        }
    }

    private void tell() {
        Runnable hears = changed;
        if (hears != null) {
            around.screen().execute(hears);
        }
    }
}
