// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/// One thread's candidates: each is put together in a buffer and hashed from where it differs.
///
/// The digest's state after each block of the text that stands there is kept, so that what comes
/// before an edit is never hashed again. Not for concurrent use.
final class Trial {
    private static final int MOST_STATES = 4_096;

    /// So much is hashed between two looks at clock and cancellation.
    private static final int LOOK = 2 << 20;

    /// What a candidate costs besides its bytes.
    private static final int EACH = 64;

    private final Search search;
    private final Targets targets;
    private final byte[] base;
    private final MessageDigest[] states;
    private final int stride;
    private final byte[] digest;
    private byte[] work;
    private int length;
    private long tried;
    private int cost;
    private boolean over;

    Trial(Search search, Targets targets, byte[] base, MessageDigest fresh) {
        this.search = search;
        this.targets = targets;
        this.base = base;
        this.work = new byte[base.length + 256];
        this.digest = new byte[fresh.getDigestLength()];
        // blocks of SHA-256 have 64 bytes, those of the longer ones 128
        int block = digest.length > 32 ? 128 : 64;
        this.stride = Math.max(1, base.length / block / MOST_STATES) * block;
        this.states = new MessageDigest[base.length / stride + 1];
        MessageDigest running = fresh;
        for (int i = 0; i < states.length; i++) {
            states[i] = Digests.copy(running);
            if ((i + 1) * stride <= base.length) {
                running.update(base, i * stride, stride);
            }
        }
    }

    /// Whether to stop: a hit, the end of the budget, or somebody cancelled.
    boolean over() {
        return over;
    }

    /// Puts a candidate together that differs in one place.
    ///
    /// @return the buffer, in which bytes of the replacement may be changed before {@link #test}
    byte[] compose(int from, int to, byte[] text, int textLength) {
        int rest = base.length - to;
        room(from + textLength + rest);
        System.arraycopy(base, 0, work, 0, from);
        System.arraycopy(text, 0, work, from, textLength);
        System.arraycopy(base, to, work, from + textLength, rest);
        length = from + textLength + rest;
        return work;
    }

    /// Puts a candidate together and tests it.
    void edit(int from, int to, byte[] text) {
        compose(from, to, text, text.length);
        test(from);
    }

    /// Puts a candidate together and tests it.
    void edit(Edit edit) {
        compose(edit);
        test(edit.from());
    }

    /// Puts a candidate together.
    ///
    /// @return the buffer
    byte[] compose(Edit edit) {
        int size = base.length;
        for (Splice s : edit.splices) {
            size += s.text.length - (s.to - s.from);
        }
        room(size);
        int at = 0;
        int done = 0;
        for (Splice s : edit.splices) {
            System.arraycopy(base, done, work, at, s.from - done);
            at += s.from - done;
            System.arraycopy(s.text, 0, work, at, s.text.length);
            at += s.text.length;
            done = s.to;
        }
        System.arraycopy(base, done, work, at, base.length - done);
        length = size;
        return work;
    }

    private void room(int size) {
        if (work.length < size) {
            work = new byte[size + 256];
        }
    }

    /// How long the candidate in the buffer is.
    int length() {
        return length;
    }

    /// Tests what is in the buffer.
    ///
    /// @param changed everything before this byte is as in the text that stands there
    void test(int changed) {
        int state = Math.min(changed / stride, states.length - 1);
        hash(states[state], state * stride);
    }

    /// Tests a text that was made elsewhere.
    void whole(byte[] text, int textLength) {
        room(textLength);
        System.arraycopy(text, 0, work, 0, textLength);
        length = textLength;
        hash(states[0], 0);
    }

    private void hash(MessageDigest state, int from) {
        MessageDigest running = Digests.copy(state);
        running.update(work, from, length - from);
        try {
            running.digest(digest, 0, digest.length);
        } catch (DigestException e) {
            throw new IllegalStateException("the digest has its own length", e);
        }
        tried++;
        if (targets.has(digest)) {
            hit();
        }
        cost += length - from + EACH;
        if (cost >= LOOK) {
            look();
        }
    }

    /// The digest of what was tested last.
    byte[] digest() {
        return digest;
    }

    /// What was tested last is the original.
    void hit() {
        search.hit(Arrays.copyOf(work, length));
        over = true;
    }

    /// Tells how much was tried, and hears whether to go on.
    void look() {
        cost = 0;
        over |= search.stops(tried);
        tried = 0;
    }
}
