// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/// Works on many small things with the calling thread and helpers. What comes out is handed over on
/// the calling thread alone, in batches, so that one writer serves the database.
///
/// @param helpers lends threads; helpers that never come are not waited for
/// @param parallelism how many threads, the calling one included
public record Crew(Executor helpers, int parallelism) {
    private static final int BATCH = 1_000;

    /// Taken at once: asking for each one would have the threads wait for each other.
    private static final int STRIDE = 8;

    /// Takes what is done.
    ///
    /// @param <R> an outcome
    /// @param <E> why it cannot
    public interface Sink<R, E extends Exception> {
        /// Called on the thread that called {@link #each}.
        void take(List<R> done) throws E;
    }

    /// Does them all.
    ///
    /// @param <T> a thing
    /// @param <R> an outcome
    /// @param <E> why it cannot be taken
    /// @param work must not throw: a failure is an outcome
    /// @return whether all was done; if not, it was cancelled, and what was done was handed over
    public <T, R, E extends Exception> boolean each(
            List<T> items, Function<T, R> work, Sink<R, E> sink, Cancellation cancellation)
            throws E {
        Shift<T, R> shift = new Shift<>(items, work);
        try {
            for (int i = 1; i < Math.min(parallelism, items.size()); i++) {
                helpers.execute(shift::help);
            }
        } catch (RejectedExecutionException e) {
            // no helper to be had: the calling thread does it all
            shift.alone = true;
        }
        boolean all = false;
        try {
            while (!cancellation.requested() && shift.some()) {
                hand(shift.ready(BATCH), sink);
            }
            all = shift.exhausted();
        } finally {
            shift.close();
        }
        hand(shift.ready(1), sink);
        return all;
    }

    private static <R, E extends Exception> void hand(@Nullable List<R> done, Sink<R, E> sink)
            throws E {
        if (done != null) {
            sink.take(done);
        }
    }

    private static final class Shift<T, R> {
        private final List<T> items;
        private final Function<T, R> work;
        private List<R> done = new ArrayList<>();
        private @Nullable Throwable failure;
        private boolean alone;
        private boolean closed;
        private int next;
        private int active;

        Shift(List<T> items, Function<T, R> work) {
            this.items = items;
            this.work = work;
        }

        void help() {
            synchronized (this) {
                if (closed || alone) {
                    return;
                }
                active++;
            }
            try {
                boolean more = true;
                while (more) {
                    more = some();
                }
            } catch (RuntimeException
                    | Error e) { // want of memory too: what was lost is no outcome
                synchronized (this) {
                    failure = failure == null ? e : failure;
                }
            } finally {
                synchronized (this) {
                    active--;
                    notifyAll();
                }
            }
        }

        /// Does some; false if there are none left.
        boolean some() {
            List<T> mine;
            synchronized (this) {
                if (closed || failure != null || next == items.size()) {
                    return false;
                }
                int left = items.size() - next;
                mine = items.subList(next, next + Math.clamp(left / STRIDE, 1, STRIDE));
                next += mine.size();
            }
            List<R> outcomes = new ArrayList<>(mine.size());
            for (T item : mine) {
                outcomes.add(work.apply(item));
            }
            synchronized (this) {
                done.addAll(outcomes);
            }
            return true;
        }

        synchronized boolean exhausted() {
            return next == items.size();
        }

        synchronized @Nullable List<R> ready(int atLeast) {
            if (done.size() < atLeast) {
                return null;
            }
            List<R> batch = done;
            done = new ArrayList<>();
            return batch;
        }

        /// Nothing new is begun; waits for what was.
        synchronized void close() {
            closed = true;
            boolean interrupted = false;
            while (active > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (failure instanceof Error e) {
                throw e;
            }
            if (failure instanceof RuntimeException e) {
                throw e;
            }
        }
    }
}
