// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// Readers that nobody uses, which know the producer's shapes already: many logs are read by few
/// readers. Any number of threads may ask.
final class IdleReaders {
    private static final int MOST = 16;

    private final Limits limits;
    private final boolean fast;
    private final Deque<RecordReader> idle = new ArrayDeque<>();

    /// @param fast whether known shapes may be used
    IdleReaders(Limits limits, boolean fast) {
        this.limits = limits;
        this.fast = fast;
    }

    /// One that computes hashes.
    ///
    /// @param format of two formats no one has the other's name
    RecordReader borrow(ChainFormat format) {
        synchronized (idle) {
            for (Iterator<RecordReader> i = idle.iterator(); i.hasNext(); ) {
                RecordReader reader = i.next();
                if (reader.format.name().equals(format.name())) {
                    i.remove();
                    return reader;
                }
            }
        }
        return new RecordReader(format, limits, true, fast);
    }

    /// Takes one back, but not one that an exception met half way.
    void giveBack(RecordReader reader) {
        if (!reader.worthKeeping()) {
            return;
        }
        synchronized (idle) {
            if (idle.size() < MOST) {
                idle.push(reader);
            }
        }
    }
}
