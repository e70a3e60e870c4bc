// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// A time that goes on by itself a little at each look, always by the same steps, and can be set.
/// It can also stop the program that looks, as a crash would.
final class DemoClock implements InstantSource {
    /// What a program that dies leaves behind is what it had written before. An error, so that no
    /// step turns it into a failure of its own.
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("as if the process had been killed");
        }
    }

    private static final int FASTEST_MICROS = 40_000;
    private static final int SPREAD_MICROS = 400_000;

    private Instant next = Instant.EPOCH;
    private long steps;
    private int looksLeft = Integer.MAX_VALUE;

    void set(Instant instant) {
        next = instant;
    }

    /// The look after so many is a crash.
    void crashAfter(int looks) {
        looksLeft = looks;
    }

    void heal() {
        looksLeft = Integer.MAX_VALUE;
    }

    @Override
    public Instant instant() {
        if (looksLeft-- == 0) {
            throw new Crash();
        }
        Instant now = next;
        steps = steps * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        long micros = FASTEST_MICROS + (steps >>> 33) % SPREAD_MICROS;
        next = now.plus(micros, ChronoUnit.MICROS);
        return now;
    }
}
