// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.background.Ticker;
import dev.countersign.app.background.Timer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Time that passes when it is told to.
public final class ManualTimer implements Timer, InstantSource {
    private record Waiting(Instant at, Runnable task) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Duration> asked = new ArrayList<>();
    private Instant now;

    /// @param now when it is at first
    public ManualTimer(Instant now) {
        this.now = now;
    }

    /// A ticker of this time, on the caller's thread.
    public Ticker ticker() {
        return new Ticker(this, Runnable::run, this);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        asked.add(delay);
        waiting.add(new Waiting(now.plus(delay), task));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// How long was asked to be waited, each time.
    public List<Duration> asked() {
        return List.copyOf(asked);
    }

    /// Lets time pass; what is due runs in its order.
    public void pass(Duration time) {
        Instant end = now.plus(time);
        while (true) {
            Waiting next = null;
            for (Waiting w : waiting) {
                if (!w.at().isAfter(end) && (next == null || w.at().isBefore(next.at()))) {
                    next = w;
                }
            }
            if (next == null) {
                now = end;
                return;
            }
            waiting.remove(next);
            now = next.at();
            next.task().run();
        }
    }
}
