// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Changes;
import dev.countersign.core.workspace.Desk;
import dev.countersign.core.workspace.RunWatch;
import dev.countersign.core.workspace.ScanReport;
import dev.countersign.core.workspace.Workspace;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The workspace of one folder: opened once when it is first needed, used by all screens, closed
/// when whoever is at it is done. Once it was looked at it is watched: what comes or changes is
/// said, and what is found is raised.
final class SharedWorkspace {
    /// What a window has of the world, for any folder.
    ///
    /// @param userData where workspaces of other people's folders are kept
    /// @param desk clock and threads for reading
    /// @param person who does what is done here
    /// @param workers where waiting is done
    /// @param screen where news is heard
    record Surroundings(
            Path userData, Desk desk, Actor person, Executor workers, Executor screen) {}

    /// What is done with an open workspace.
    ///
    /// @param <T> what comes out
    interface Act<T> {
        T in(Workspace workspace) throws SourceException;
    }

    private final Path path;
    private final Surroundings around;
    private final Runnable news;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final PendingChanges pending = new PendingChanges();
    private final Object lock = new Object();
    private @Nullable Workspace workspace;
    private boolean patrolled;
    private boolean looked;
    private int sources;
    private volatile Runnable stale = () -> {};

    /// @param path a workspace, a folder in one, or any folder of runs
    /// @param news called on the screen's thread when something was found or put into the ledger
    SharedWorkspace(Path path, Surroundings around, Runnable news) {
        this.path = path;
        this.around = around;
        this.news = news;
    }

    Path path() {
        return path;
    }

    /// Does something with it.
    ///
    /// @throws SourceException if it was closed, too
    <T> T with(Act<T> act) throws SourceException {
        use.readLock().lock();
        try {
            return act.in(opened());
        } finally {
            use.readLock().unlock();
        }
    }

    private Workspace opened() throws SourceException {
        synchronized (lock) {
            if (closed()) {
                throw new SourceException(path, path + " was closed meanwhile: open it again.");
            }
            Workspace open = workspace;
            if (open == null) {
                open = open(path, around.userData(), around.desk());
                workspace = open;
                var details = JsonValue.object().with("path", path.toString()).build();
                String root = open.folder().root().toString();
                var what = new Resource("workspace", root);
                open.record(around.person(), DeskAction.OPENED, what, details);
            }
            return open;
        }
    }

    /// The workspace of a folder: the one around it if it can be written, else one of its own in
    /// the user's data directory.
    private static Workspace open(Path path, Path userData, Desk desk) throws SourceException {
        WorkspaceFolder own = WorkspaceFolder.around(path);
        return own != null && own.writable()
                ? Workspace.open(own, desk)
                : Workspace.openFor(own == null ? path : own.runs(), userData, desk);
    }

    /// Puts an act into the ledger.
    void record(DeskAction action, Resource what, JsonObject details) throws SourceException {
        with(open -> {
            open.record(around.person(), action, what, details);
            return true;
        });
        around.screen().execute(news);
    }

    /// Screens are told that the ledger says something new.
    void acted() {
        around.screen().execute(news);
        tell();
    }

    /// Looks where something may have changed since the last look, at first everywhere, and raises
    /// what there is to raise.
    ///
    /// @return whether anything is different from before
    boolean look(Progress progress, Cancellation cancellation) throws SourceException {
        return with(open -> {
            patrol(open);
            Changes where = pending.take();
            try {
                ScanReport report =
                        open.scan(where, progress, () -> closed() || cancellation.requested());
                boolean raised = !open.raise().isEmpty();
                if (!report.complete()) {
                    pending.remember(where);
                } else if (where.everywhere()) {
                    synchronized (lock) {
                        looked = true;
                    }
                }
                if (raised || report.changed()) {
                    around.screen().execute(news);
                }
                return raised || report.changed();
            } catch (SourceException | RuntimeException e) {
                pending.remember(Changes.EVERYWHERE);
                throw e;
            }
        });
    }

    /// Has the first look if nobody had it, and waits for one that is under way: until everything
    /// was looked at once, what there is is not what is known.
    void looked() throws SourceException {
        while (!everythingSeen()) { // another one's look may have been cancelled
            boolean _ = look(Progress.NONE, Cancellation.NEVER);
        }
    }

    private boolean everythingSeen() {
        synchronized (lock) {
            return looked;
        }
    }

    /// A run was written to at this desk: whoever reads next sees it, without waiting until the
    /// watch has noticed. Before the first look there is nothing to bring up to date; a look that
    /// fails is left to the next one, which says why.
    void wrote(Path run) {
        boolean known;
        synchronized (lock) {
            known = patrolled;
        }
        if (known) {
            try {
                pending.remember(with(open -> open.at(run)));
                boolean _ = look(Progress.NONE, Cancellation.NEVER);
            } catch (SourceException e) {
                pending.remember(Changes.EVERYWHERE);
            }
            tell();
        }
    }

    /// From now on changes are heard of.
    ///
    /// @param hears called on the screen's thread when it is worth looking again
    void watch(Runnable hears) {
        stale = hears;
    }

    /// Other sources are to be looked at and watched from now on.
    void sourcesChanged() {
        pending.remember(Changes.EVERYWHERE);
        synchronized (lock) {
            sources++;
        }
        tell();
    }

    /// Closes it as soon as nobody uses it; a look that is under way stops early. Blocks until
    /// then.
    void close() {
        closing.countDown();
        use.writeLock().lock();
        try {
            Workspace open = workspace;
            workspace = null;
            if (open != null) {
                remember(open);
                open.close();
            }
        } catch (SourceException e) {
            log("not closed: " + path, e);
        } finally {
            use.writeLock().unlock();
        }
    }

    /// The ledger is remembered as it is when the desk begins and ends. What hinders that, and what
    /// speaks against the ledger, says whoever verifies it.
    void remember() {
        try {
            with(open -> {
                remember(open);
                return true;
            });
        } catch (SourceException e) {
            // closed meanwhile, which remembered it, or not to be opened, as the next look says
        }
    }

    private void remember(Workspace open) {
        try {
            var _ = open.rememberLedger();
        } catch (SourceException e) {
            if (!Thread.currentThread().isInterrupted()) { // else the program ends
                log("the ledger is not remembered: " + path, e);
            }
        }
    }

    /// For whoever mends this program.
    static void log(String what, Exception e) {
        System.getLogger(SharedWorkspace.class.getName()).log(System.Logger.Level.WARNING, what, e);
    }

    /// Whether somebody pointed at just this workspace, or it is in the user's own data: nobody
    /// else may say what is executed.
    boolean named() throws SourceException {
        return with(open -> {
            Path root = open.folder().root().toAbsolutePath().normalize();
            return root.equals(path.toAbsolutePath().normalize())
                    || root.startsWith(around.userData().toAbsolutePath().normalize());
        });
    }

    /// Whether it is closed, or is to be as soon as nobody uses it.
    boolean closed() {
        return closing.getCount() == 0;
    }

    /// It is watched before it is looked at: nothing falls between the two. Where that fails, it
    /// was not looked at either, and the next look begins with it.
    private void patrol(Workspace open) throws SourceException {
        RunWatch watch;
        synchronized (lock) {
            if (patrolled) {
                return;
            }
            watch = open.watch();
            patrolled = true;
        }
        var patrol = new Patrol(this, closing, pending);
        around.workers().execute(() -> patrol.go(watch));
    }

    /// How often its sources have changed.
    int sources() {
        synchronized (lock) {
            return sources;
        }
    }

    /// Screens are told that it is worth looking again.
    void tell() {
        if (!closed()) {
            around.screen().execute(stale);
        }
    }
}
