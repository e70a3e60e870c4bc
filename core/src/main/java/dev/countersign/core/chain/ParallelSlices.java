// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Hands out slices to the calling thread and to helpers, in order, until all are done, one fails,
/// or somebody cancels. Helpers that never come, or come late, are not waited for.
public final class ParallelSlices {
    /// One thread's work, with its own buffers.
    @FunctionalInterface
    public interface Worker {
        /// Does one slice.
        ///
        /// @param slice 0-based
        /// @throws SourceException if the environment fails
        void slice(long slice) throws SourceException;

        /// Nothing is left to be begun by this thread; others may be at work still.
        default void idle() {}
    }

    private final long slices;
    private final Cancellation cancellation;

    /// Null once it is over: a helper that comes late holds nothing.
    private @Nullable Supplier<Worker> workers;

    private final AtomicLong next = new AtomicLong();
    private int active;
    private boolean cancelled;
    private @Nullable Throwable failure;

    private ParallelSlices(long slices, Supplier<Worker> workers, Cancellation cancellation) {
        this.slices = slices;
        this.workers = workers;
        this.cancellation = cancellation;
    }

    /// Does all slices; the calling thread works too.
    ///
    /// @param helpers lends threads
    /// @param parallelism how many threads, the calling one included
    /// @param slices how many
    /// @param workers makes one for each thread
    /// @return whether all slices were done; if not, it was cancelled
    /// @throws SourceException if the environment fails
    public static boolean run(
            Executor helpers,
            int parallelism,
            long slices,
            Supplier<Worker> workers,
            Cancellation cancellation)
            throws SourceException {
        ParallelSlices work = new ParallelSlices(slices, workers, cancellation);
        try {
            for (long i = 1; i < Math.min(parallelism, slices); i++) {
                helpers.execute(work::help);
            }
        } catch (RejectedExecutionException e) {
            // no helper to be had: the calling thread does it all
            parallelism = 1;
        }
        work.help();
        work.awaitHelpers();
        work.rethrow();
        return !work.cancelled;
    }

    private void help() {
        Supplier<Worker> lent;
        synchronized (this) {
            lent = workers;
            if (lent == null) {
                return;
            }
            active++;
        }
        try {
            Worker worker = lent.get();
            for (long k = next.getAndIncrement();
                    k < slices && !stopped();
                    k = next.getAndIncrement()) {
                worker.slice(k);
            }
            worker.idle();
        } catch (SourceException | RuntimeException | Error e) {
            fail(e);
        } finally {
            synchronized (this) {
                active--;
                notifyAll();
            }
        }
    }

    private synchronized boolean stopped() {
        cancelled |= cancellation.requested();
        return cancelled || failure != null;
    }

    private synchronized void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        } else {
            failure.addSuppressed(e);
        }
    }

    private synchronized void awaitHelpers() {
        workers = null;
        boolean interrupted = false;
        while (active > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
                cancelled = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() throws SourceException {
        if (failure instanceof SourceException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
