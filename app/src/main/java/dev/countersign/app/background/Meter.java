// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.background;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Rate over the last seconds, so that a slow start is forgotten and a stall is seen.
final class Meter {
    private static final long WINDOW = Duration.ofSeconds(3).toNanos();
    private static final long ENOUGH = Duration.ofMillis(300).toNanos();

    private record Sample(long nanos, long done) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    Meter(long startNanos) {
        samples.add(new Sample(startNanos, 0));
    }

    void at(long nanos, long done) {
        samples.addLast(new Sample(nanos, done));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW) {
            samples.removeFirst();
        }
    }

    /// Bytes a second.
    double rate() {
        long nanos = span();
        return nanos <= 0
                ? 0
                : (samples.getLast().done() - samples.getFirst().done()) * 1e9 / nanos;
    }

    /// Time left for the rest, once enough was seen to tell.
    @Nullable Duration left(long rest) {
        double rate = rate();
        if (span() < ENOUGH || rate <= 0) {
            return null;
        }
        return Duration.ofMillis(Math.round(rest / rate * 1000));
    }

    private long span() {
        return samples.getLast().nanos() - samples.getFirst().nanos();
    }
}
