// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import dev.countersign.core.source.InStep;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/// Sums a log while others read it, so that it is read once. They read pieces of it on several
/// cores, nearly in order: who comes out of turn leaves a copy, and whoever has the turn takes it.
/// Who finds too many copies waits a little for the piece that is missing: it is being read. What
/// nobody read is read at the end.
final class HeardSums implements LogFile.Heard, InStep {
    /// So many pieces are kept until it is their turn.
    private static final int MOST_WAITING = 16;

    /// So long the missing piece is waited for: longer than whoever reads it is ever kept from it.
    private static final long PATIENCE_MILLIS = 250;

    private static final int WINDOW = 264 << 10;

    private final Sums sums;
    private final ReentrantLock turn = new ReentrantLock();
    private final TreeMap<Long, ByteBuffer> waiting = new TreeMap<>();

    /// Copies that were taken, to be used again: new ones would cost more than the summing.
    private final Deque<ByteBuffer> spare = new ArrayDeque<>();

    private final long patience;
    private volatile long done;

    /// Where the bytes end that somebody lent, who has the turn meanwhile.
    private long lentUntil;

    /// Where the piece stands that did not come.
    private long missed = -1;

    HeardSums(Sums sums) {
        this(sums, PATIENCE_MILLIS);
    }

    /// For tests: other patience.
    HeardSums(Sums sums, long patience) {
        this.sums = sums;
        this.patience = patience;
    }

    @Override
    public void bytes(ByteBuffer bytes, long position) {
        if (turn(bytes, position)) {
            try {
                take(bytes.duplicate(), position);
                drain();
            } finally {
                turn.unlock();
            }
        }
    }

    @Override
    public @Nullable InStep lent(ByteBuffer bytes, long position) {
        if (!turn(bytes, position)) {
            return null;
        }
        lentUntil = Math.max(done, position + bytes.remaining());
        int from = bytes.arrayOffset() + bytes.position() + (int) (done - position);
        sums.begin(bytes.array(), from, from + (int) (lentUntil - done));
        return this;
    }

    @Override
    public void step() {
        sums.step();
    }

    @Override
    public void end() {
        try {
            endLent();
            drain();
        } finally {
            turn.unlock();
        }
    }

    private void endLent() {
        sums.finish();
        done(Math.max(done, lentUntil));
    }

    /// Has the turn if it is that of these bytes; else leaves a copy of them.
    private boolean turn(ByteBuffer bytes, long position) {
        if (position + bytes.remaining() <= done) {
            return false;
        }
        if (turn.isHeldByCurrentThread()) {
            endLent(); // it comes before these
        }
        boolean mine = position <= done && turn.tryLock();
        if (!mine && !left(bytes, position)) {
            turn.lock();
            mine = true;
        }
        if (!mine && !turn.tryLock()) {
            return false;
        }
        drain();
        if (mine && position <= done) {
            return true;
        }
        turn.unlock();
        return false;
    }

    /// Leaves a copy, unless its turn comes while there is no room for it.
    private boolean left(ByteBuffer bytes, long position) {
        synchronized (waiting) {
            if (!room(position)) {
                return false;
            }
            ByteBuffer copy = spare.poll();
            if (copy == null || copy.capacity() < bytes.remaining()) {
                copy = ByteBuffer.allocate(Math.max(bytes.remaining(), WINDOW));
            }
            ByteBuffer before = waiting.put(position, copy.clear().put(bytes.duplicate()).flip());
            if (before != null) {
                spare.push(before);
            }
            return true;
        }
    }

    /// Waits for room as long as the sum goes on. A piece that did not come is waited for once.
    private boolean room(long position) {
        while (waiting.size() >= MOST_WAITING && position > done) {
            long before = done;
            if (before == missed) {
                return false;
            }
            try {
                waiting.wait(patience);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            if (done == before) {
                missed = before;
                return false;
            }
        }
        return waiting.size() < MOST_WAITING;
    }

    private void drain() {
        while (true) {
            Map.Entry<Long, ByteBuffer> first;
            synchronized (waiting) {
                first =
                        waiting.isEmpty() || waiting.firstKey() > done
                                ? null
                                : waiting.pollFirstEntry();
            }
            if (first == null) {
                return;
            }
            take(first.getValue(), first.getKey());
            synchronized (waiting) {
                spare.push(first.getValue());
            }
        }
    }

    /// Takes what follows what was summed; nothing, if there is a gap.
    private void take(ByteBuffer bytes, long position) {
        long end = position + bytes.remaining();
        if (position <= done && done < end) {
            sums.add(bytes.position(bytes.position() + (int) (done - position)));
            done(end);
        }
    }

    private void done(long until) {
        done = until;
        synchronized (waiting) {
            waiting.notifyAll();
        }
    }

    /// The sums of the whole log, once nobody reads it any more.
    ///
    /// @throws SourceException if the rest of it cannot be read
    Sums of(LogFile log) throws SourceException {
        turn.lock();
        try {
            drain();
            ByteBuffer window = ByteBuffer.allocate(WINDOW);
            while (done < log.size()) {
                log.read(window.clear(), done);
                take(window.flip(), done);
                drain();
            }
            return sums;
        } finally {
            turn.unlock();
        }
    }
}
