// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/// An executor that runs a task when it is told to, and a clock that moves 400 ms whenever it is
/// looked at.
public final class Steps implements Executor, LongSupplier {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private long nanos;

    @Override
    public void execute(Runnable task) {
        tasks.addLast(task);
    }

    @Override
    public long getAsLong() {
        return nanos += 400_000_000;
    }

    /// How many tasks wait.
    public int waiting() {
        return tasks.size();
    }

    /// Runs the oldest task.
    public void next() {
        tasks.removeFirst().run();
    }

    /// Runs all tasks, new ones included.
    public void all() {
        while (!tasks.isEmpty()) {
            next();
        }
    }
}
