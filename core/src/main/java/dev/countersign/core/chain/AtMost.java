// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// Lends at most so many threads at a time. What comes meanwhile waits until one is free: so work
/// that is done side by side, and could itself be shared, is shared once there is less of it.
public final class AtMost implements Executor {
    private final Executor threads;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int free;

    /// @param threads lends them
    /// @param most how many at a time
    public AtMost(Executor threads, int most) {
        this.threads = threads;
        free = most;
    }

    /// Runs a task when there is a thread for it, which may be never.
    ///
    /// @throws RejectedExecutionException if no thread is to be had
    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (free <= 0) {
                waiting.add(task);
                return;
            }
            free--;
        }
        lend(task);
    }

    private void lend(Runnable task) {
        boolean lent = false;
        try {
            threads.execute(() -> all(task));
            lent = true;
        } finally {
            if (!lent) {
                giveBack();
            }
        }
    }

    /// Lends one more from now on, if one is to be had: somebody who worked beside them only waits.
    public void more() {
        Runnable task = next();
        try {
            if (task != null) {
                lend(task);
            }
        } catch (RejectedExecutionException e) {
            // then it goes on without: a helper may never come
        }
    }

    /// Lends one less, once it is back.
    public synchronized void less() {
        free--;
    }

    private void all(Runnable first) {
        try {
            for (Runnable task = first; task != null; task = next()) {
                task.run();
            }
        } catch (RuntimeException | Error e) {
            giveBack();
            throw e;
        }
    }

    private synchronized void giveBack() {
        free++;
    }

    /// The next one; if there is none, the thread goes back.
    private synchronized @Nullable Runnable next() {
        Runnable task = waiting.poll();
        if (task == null) {
            free++;
        }
        return task;
    }
}
