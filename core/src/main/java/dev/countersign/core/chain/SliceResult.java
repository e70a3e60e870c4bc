// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What one slice has to say. Records and lines are counted from the slice's first; whoever joins
/// the slices knows the rest. Built by one thread, then read by another.
final class SliceResult {
    long lines;
    int records;
    int parsed;
    int faulty;
    long end;
    long[] starts = new long[16];
    int[] blankAt = {};
    int blanks;
    @Nullable Sighting first;
    @Nullable Sighting second;
    @Nullable Sighting last;

    /// Faulty records inside the slice and their neighbours inside the slice, in order.
    final List<Sighting> notable = new ArrayList<>();

    final List<Note> notes = new ArrayList<>();
    final List<WatchedHead> watched = new ArrayList<>();
    final List<String> hashes = new ArrayList<>();
    @Nullable String head;
    @Nullable String firstTime;
    int firstTimed;
    @Nullable String lastTime;
    boolean firstCompletes;
    boolean lastCompletes;

    /// A record that carries the hash that was watched for.
    ///
    /// @param parsed its place among the parsed records
    /// @param end of its line, in the file
    record WatchedHead(long parsed, long end) {}

    void start(long offset) {
        if (records == starts.length) {
            starts = Arrays.copyOf(starts, records * 2);
        }
        starts[records++] = offset;
    }

    /// A blank line before the next record.
    void blank() {
        if (blanks == blankAt.length) {
            blankAt = Arrays.copyOf(blankAt, Math.max(16, blanks * 2));
        }
        blankAt[blanks++] = records;
        lines++;
    }
}
