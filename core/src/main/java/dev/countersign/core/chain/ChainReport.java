// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// Everything the verifier found out about one log. Immutable.
///
/// @param format the format it was read as
/// @param verdict of the chain alone
/// @param records parsed records
/// @param lines all lines, blank ones included
/// @param bytes length of the snapshot that was read
/// @param end just after the last record's last byte, its line end not included
/// @param head stored hash of the last right record; absent if there is none
/// @param faults in record order, at most {@link Limits#maxFaults()}
/// @param faultCount how many there are, listed or not
/// @param notes in record order, the first of each kind
/// @param noteCounts how many of each kind there are, listed or not
/// @param segments gapless runs of records by state, in record order, from 0
/// @param checkpoint how the log stands to the checkpoint that was given
/// @param index where every 64th record's line starts
/// @param hashes computed hash of each record where asked for, else empty
public record ChainReport(
        ChainFormat format,
        Verdict verdict,
        long records,
        long lines,
        long bytes,
        long end,
        @Nullable String head,
        List<Fault> faults,
        long faultCount,
        List<Note> notes,
        Map<NoteKind, Long> noteCounts,
        List<Segment> segments,
        CheckpointResult checkpoint,
        LineIndex index,
        List<String> hashes) {
    public ChainReport {
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
        noteCounts = Map.copyOf(noteCounts);
        segments = List.copyOf(segments);
        hashes = List.copyOf(hashes);
    }

    /// The first fault in record order, if any.
    public @Nullable Fault first() {
        return faults.isEmpty() ? null : faults.getFirst();
    }
}
