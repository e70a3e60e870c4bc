// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Where in a log certain hashes are carried, or named as links: the diagnosis asks for a few, this
/// finds them in one more pass that computes no hash. Remembers the first places of each only, so
/// its memory depends on the questions.
final class HashSearch {
    /// Places remembered of each kind for each hash.
    private static final int MOST_PLACES = 16;

    /// Places of one hash, by record number.
    static final class Places {
        final TreeMap<Long, Sighting> carriedBy = new TreeMap<>();
        final TreeMap<Long, Sighting> namedBy = new TreeMap<>();

        private static void add(NavigableMap<Long, Sighting> places, Sighting s) {
            places.put(s.record(), s);
            if (places.size() > MOST_PLACES) {
                places.pollLastEntry();
            }
        }
    }

    private final Map<String, Places> places = new HashMap<>();

    /// A bit for each hash asked for: almost every record is passed over at the price of looking at
    /// one bit.
    private final long[] filter;

    private final long filterMask;

    HashSearch(Collection<String> hashes) {
        int size = Math.max(64, Integer.highestOneBit(Math.max(1, hashes.size())) * 16);
        filter = new long[size / Long.SIZE];
        filterMask = size - 1L;
        for (String hash : hashes) {
            places.put(hash, new Places());
            byte[] text = hash.getBytes(StandardCharsets.UTF_8);
            mark(bucket(text, 0, text.length));
        }
    }

    private void mark(long bucket) {
        filter[(int) (bucket >>> 6)] |= 1L << bucket;
    }

    private long bucket(byte[] b, int from, int length) {
        long x = length;
        for (int i = from; i < from + Math.min(length, 16); i++) {
            x = x * 31 + b[i];
        }
        return (x ^ x >>> 17) & filterMask;
    }

    private boolean asked(Span span) {
        if (span.absent()) {
            return false;
        }
        long bucket = bucket(span.bytes(), span.from(), span.length());
        return (filter[(int) (bucket >>> 6)] & 1L << bucket) != 0;
    }

    /// Places of a hash that was asked for.
    Places of(String hash) {
        Places found = places.get(hash);
        if (found == null) {
            throw new IllegalArgumentException("was not asked for");
        }
        return found;
    }

    private synchronized void found(@Nullable String hash, boolean carried, Sighting s) {
        Places p = places.get(hash);
        if (p != null) {
            Places.add(carried ? p.carriedBy : p.namedBy, s);
        }
    }

    /// Listens to the lines of one slice that starts at a record and line.
    LineSink sink(long recordBase, long lineBase) {
        return new Sink(recordBase, lineBase);
    }

    private final class Sink implements LineSink {
        private long record;
        private long line;

        Sink(long recordBase, long lineBase) {
            record = recordBase;
            line = lineBase;
        }

        @Override
        public void blank() {
            line++;
        }

        @Override
        public void record(RecordReader r, byte[] b, int from, long offset, boolean terminated) {
            line++;
            if (asked(r.hash)) {
                found(r.hash.text(), true, sighting(r, from, offset, terminated));
            }
            if (asked(r.link)) {
                found(r.link.text(), false, sighting(r, from, offset, terminated));
            }
            record++;
        }

        private Sighting sighting(RecordReader r, int from, long offset, boolean terminated) {
            return Sighting.of(
                    record, line, offset, r.length(from), terminated, r.status, r.hash, r.link);
        }
    }
}
