// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.background;

import javafx.application.Platform;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Where code runs.
public final class Threads {
    private Threads() {}

    /// The screen's own thread.
    public static Executor screen() {
        return Platform::runLater;
    }

    /// One thread that waits; it never keeps the program alive.
    public static ScheduledExecutorService waiting(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /// A timer on such a thread.
    public static Timer timer(ScheduledExecutorService waiting) {
        return (delay, task) -> {
            var _ = waiting.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        };
    }

    /// As many workers as are asked for at once; they never keep the program alive.
    public static ExecutorService workers(String name) {
        return Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    }
}
