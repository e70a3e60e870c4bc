// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/// Reads the marks of a log's records, slice by slice, and joins them.
final class MarkReading {
    private static final int SLICE_BYTES = 256 << 10;

    private final LogFile log;
    private final ChainFormat format;
    private final Limits limits;
    private final Progress progress;
    private final AtomicLong records = new AtomicLong();
    private final @Nullable Slice[] slices;

    MarkReading(LogFile log, ChainFormat format, Limits limits, Progress progress) {
        this.log = log;
        this.format = format;
        this.limits = limits;
        this.progress = progress;
        slices = new Slice[Math.toIntExact(SliceReader.slices(log, 0, SLICE_BYTES))];
    }

    @Nullable RecordMarks run(Executor helpers, int parallelism, Cancellation cancellation)
            throws SourceException {
        boolean whole =
                ParallelSlices.run(helpers, parallelism, slices.length, this::worker, cancellation);
        return whole ? joined() : null;
    }

    private ParallelSlices.Worker worker() {
        RecordReader reader = new RecordReader(format, limits, false, true);
        SliceReader lines = new SliceReader(log, 0, SLICE_BYTES, limits, reader);
        MessageDigest digest = sha256();
        return k -> {
            Slice slice = new Slice(digest);
            lines.read(k, slice);
            synchronized (slices) {
                slices[(int) k] = slice;
            }
            long read = Math.min(log.size(), (k + 1) * SLICE_BYTES);
            progress.at(read, log.size(), records.addAndGet(slice.count), 0);
        };
    }

    private synchronized RecordMarks joined() {
        int count = Math.toIntExact(records.get());
        long[] marks = new long[Math.multiplyExact(count, RecordMarks.WIDTH)];
        long[] index = new long[Math.ceilDiv(count, LineIndex.STRIDE)];
        Numbers blanks = new Numbers();
        Numbers malformed = new Numbers();
        int at = 0;
        for (int k = 0; k < slices.length; k++) {
            Slice slice = slices[k];
            if (slice == null) {
                throw new IllegalStateException("all slices were read");
            }
            System.arraycopy(
                    slice.marks.values,
                    0,
                    marks,
                    at * RecordMarks.WIDTH,
                    slice.count * RecordMarks.WIDTH);
            for (int i = Math.floorMod(-at, LineIndex.STRIDE);
                    i < slice.count;
                    i += LineIndex.STRIDE) {
                index[(at + i) / LineIndex.STRIDE] = slice.starts.values[i];
            }
            blanks.addAll(slice.blanks, at);
            malformed.addAll(slice.malformed, at);
            at += slice.count;
            slices[k] = null;
        }
        return new RecordMarks(
                marks,
                new LineIndex(0, index.length, index, new long[0]),
                blanks.toArray(),
                malformed.toArray());
    }

    /// Mark of a hash, as {@link RecordMarks#hash}.
    static long mark(String hash) {
        byte[] text = hash.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(sha256().digest(text)).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Longs that become more.
    private static final class Numbers {
        private long[] values = new long[16];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        void addAll(Numbers others, long base) {
            for (int i = 0; i < others.size; i++) {
                add(others.values[i] + base);
            }
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    /// The marks of one slice.
    private static final class Slice implements LineSink {
        private final MessageDigest digest;
        private final byte[] value = new byte[32];
        private final ByteBuffer view = ByteBuffer.wrap(value);
        private final Numbers marks = new Numbers();
        private final Numbers starts = new Numbers();
        private final Numbers blanks = new Numbers();
        private final Numbers malformed = new Numbers();
        private int count;

        Slice(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        public void blank() {
            blanks.add(count);
        }

        @Override
        public void record(RecordReader r, byte[] b, int from, long offset, boolean terminated) {
            boolean record = r.status != RecordReader.Status.MALFORMED;
            if (!record) {
                malformed.add(count);
            }
            content(r, b, from);
            marks.add(view.getLong(0));
            marks.add(view.getLong(8));
            marks.add(record ? mark(r.hash) : 0);
            marks.add(record ? mark(r.link) : 0);
            starts.add(offset);
            count++;
        }

        private void content(RecordReader r, byte[] b, int from) {
            Span first = r.hash;
            Span second = r.link;
            if (first.from() > second.from()) {
                first = r.link;
                second = r.hash;
            }
            int at = upTo(first, b, from);
            at = upTo(second, b, at);
            digest.update(b, at, r.end - at);
            for (long rest = r.beyond; rest > 0; rest >>>= 8) {
                digest.update((byte) rest); // a line over the limit: how long it is
            }
            finish();
        }

        /// Digests what stands before a value, and gives where it goes on.
        private int upTo(Span span, byte[] b, int at) {
            if (!span.isIn(b) || span.from() < at) {
                return at;
            }
            digest.update(b, at, span.from() - at);
            digest.update((byte) 0); // no line has one
            return span.from() + span.length();
        }

        private long mark(Span span) {
            if (span.absent()) {
                return 0;
            }
            digest.update(span.bytes(), span.from(), span.length());
            finish();
            return view.getLong(0);
        }

        private void finish() {
            try {
                digest.digest(value, 0, value.length);
            } catch (DigestException e) {
                throw new IllegalStateException("the buffer has the digest's length", e);
            }
        }
    }
}
