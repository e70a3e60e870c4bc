// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ParallelSlices;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Runs one generator after the other on all cores, until a candidate hits, the budget ends or
/// somebody cancels.
final class Search {
    private final Executor helpers;
    private final int parallelism;
    private final LongSupplier nanos;
    private final long deadline;
    private final RecoveryProgress progress;
    private final Cancellation cancellation;
    private final AtomicLong tried = new AtomicLong();
    private final Map<SearchKind, Long> counts = new EnumMap<>(SearchKind.class);
    private volatile SearchKind kind = SearchKind.LINK;
    private volatile boolean late;
    private volatile boolean cancelled;
    private volatile byte @Nullable [] found;

    /// @param nanos a clock that only goes forward
    /// @param deadline on that clock
    Search(
            Executor helpers,
            int parallelism,
            LongSupplier nanos,
            long deadline,
            RecoveryProgress progress,
            Cancellation cancellation) {
        this.helpers = helpers;
        this.parallelism = parallelism;
        this.nanos = nanos;
        this.deadline = deadline;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /// Tries all candidates of a generator.
    ///
    /// @return the text that hit, or null
    byte @Nullable [] run(
            Generator generator, ChainFormat.Digest digest, Targets targets, byte[] base) {
        if (over()) {
            return found;
        }
        kind = generator.kind();
        long before = tried.get();
        try {
            ParallelSlices.run(
                    helpers,
                    parallelism,
                    generator.slices(),
                    () -> {
                        Trial trial = new Trial(this, targets, base, Digests.of(digest));
                        ParallelSlices.Worker worker = generator.worker(trial);
                        return slice -> {
                            worker.slice(slice);
                            trial.look();
                        };
                    },
                    this::over);
        } catch (SourceException e) {
            throw new IllegalStateException("a search reads no file", e);
        }
        counts.merge(kind, tried.get() - before, Long::sum);
        return found;
    }

    /// How much was tried, by kind.
    Map<SearchKind, Long> counts() {
        return counts;
    }

    /// What was run last.
    SearchKind kind() {
        return kind;
    }

    long tried() {
        return tried.get();
    }

    boolean cancelled() {
        return cancelled;
    }

    boolean over() {
        if (cancellation.requested()) {
            cancelled = true;
        }
        if (nanos.getAsLong() - deadline >= 0) {
            late = true;
        }
        return cancelled || late || found != null;
    }

    /// A worker tells what it tried and hears whether to stop.
    boolean stops(long more) {
        progress.at(kind, tried.addAndGet(more));
        return over();
    }

    synchronized void hit(byte[] text) {
        if (found == null) {
            found = text;
        }
    }
}
