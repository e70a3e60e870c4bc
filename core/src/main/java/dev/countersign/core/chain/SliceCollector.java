// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/// Turns the lines of one slice into its result: links compared, faulty records and their
/// neighbours remembered.
final class SliceCollector implements LineSink {
    private final boolean describe;
    private final boolean hashes;
    private final byte @Nullable [] watched;
    private final byte @Nullable [] completion;
    private final SliceResult result = new SliceResult();

    private final Span previousHash = new Span();
    private final Span previousLink = new Span();
    private final Span previousTime = new Span();
    private final Span headHash = new Span();
    private RecordReader.Status previousStatus = RecordReader.Status.MALFORMED;
    private long previousOffset;
    private long previousLength;
    private long previousLine;
    private boolean previousTerminated;
    private boolean previousCompletes;
    private boolean previousNotable;
    private boolean noteNext;
    private @Nullable Sighting previous;
    private boolean notCoveredSeen;

    /// @param describe whether faulty records are to be described; without, they are only counted
    /// @param hashes whether every computed hash is kept
    /// @param watched a stored hash whose place is asked for
    /// @param completion value of the action after which no record is expected
    SliceCollector(
            boolean describe,
            boolean hashes,
            @Nullable String watched,
            @Nullable String completion) {
        this.describe = describe;
        this.hashes = hashes;
        this.watched = watched == null ? null : watched.getBytes(StandardCharsets.UTF_8);
        this.completion = completion == null ? null : completion.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void blank() {
        result.blank();
    }

    @Override
    public void record(RecordReader r, byte[] b, int from, long offset, boolean terminated) {
        int place = result.records;
        result.start(offset);
        boolean right = r.status == RecordReader.Status.RIGHT;
        boolean linked = place == 0 || r.link.same(previousHash);
        boolean suspect = !right || !linked;
        Sighting sighting = null;
        if (suspect || place < 2 || noteNext) {
            sighting = sighting(r, place, offset, r.length(from), terminated, suspect);
            notable(sighting, place, suspect);
        } else {
            previousNotable = false;
        }
        observe(r, b, from, place);
        if (right) {
            headHash.set(r.hash);
        }
        keep(r, offset, r.length(from), terminated);
        previous = sighting;
        result.lines++;
    }

    private void notable(Sighting sighting, int place, boolean suspect) {
        result.faulty += suspect ? 1 : 0;
        if (place == 0) {
            result.first = sighting;
        } else if (place == 1) {
            result.second = sighting;
        }
        boolean wanted = describe && (suspect || noteNext);
        if (wanted && suspect && place > 0 && !previousNotable) {
            result.notable.add(previous != null ? previous : previousSighting(place - 1));
        }
        if (wanted) {
            result.notable.add(sighting);
        }
        previousNotable = wanted;
        noteNext = suspect && describe;
    }

    private void keep(RecordReader r, long offset, long length, boolean terminated) {
        previousHash.set(r.hash);
        previousLink.set(r.link);
        if (!r.time.absent()) {
            previousTime.set(r.time);
        }
        previousStatus = r.status;
        previousOffset = offset;
        previousLength = length;
        previousLine = result.lines + 1;
        previousTerminated = terminated;
        result.parsed += r.status == RecordReader.Status.MALFORMED ? 0 : 1;
        result.end = offset + length;
    }

    private Sighting previousSighting(int place) {
        return Sighting.of(
                place,
                previousLine,
                previousOffset,
                previousLength,
                previousTerminated,
                previousStatus,
                previousHash,
                previousLink);
    }

    private Sighting sighting(
            RecordReader r,
            int place,
            long offset,
            long length,
            boolean terminated,
            boolean suspect) {
        boolean malformed = r.status == RecordReader.Status.MALFORMED;
        return new Sighting(
                place,
                result.lines + 1,
                offset,
                length,
                terminated,
                r.status,
                suspect,
                malformed ? null : r.hash.text(),
                malformed ? null : suspect ? r.computed().hex() : r.hash.text(),
                malformed ? null : r.link.text(),
                r.malformed,
                r.problem,
                r.missingField);
    }

    private void observe(RecordReader r, byte[] b, int from, int place) {
        if (!r.time.absent()) {
            if (result.firstTime == null) {
                result.firstTime = r.time.text();
                result.firstTimed = place;
            } else if (TimeOrder.backwards(previousTime, r.time)) {
                note(place, NoteKind.TIME_BACKWARDS, "");
            }
        }
        boolean completes = completion != null && r.action.is(completion);
        if (place == 0) {
            // a line that is no record does not follow anything
            result.firstCompletes = completes || r.status == RecordReader.Status.MALFORMED;
        } else if (previousCompletes && !completes && r.status != RecordReader.Status.MALFORMED) {
            note(place, NoteKind.AFTER_COMPLETION, "");
        }
        previousCompletes =
                completes || previousCompletes && r.status == RecordReader.Status.MALFORMED;
        if (watched != null && r.hash.is(watched)) {
            result.watched.add(
                    new SliceResult.WatchedHead(
                            result.parsed, result.starts[place] + r.length(from)));
        }
        if (hashes) {
            result.hashes.add(r.status == RecordReader.Status.MALFORMED ? "" : r.computed().hex());
        }
        spelling(r, b, from, place);
    }

    private void spelling(RecordReader r, byte[] b, int from, int place) {
        if (!notCoveredSeen && !r.notCovered.isEmpty()) {
            notCoveredSeen = true;
            note(place, NoteKind.NOT_COVERED, String.join(", ", r.notCovered));
        }
        if (r.repeatedKey != null) {
            note(place, NoteKind.DUPLICATE_KEY, r.repeatedKey);
        }
        if (r.maybeSplits && PythonSpace.splits(b, from, r.end)) {
            note(place, NoteKind.PRODUCER_SPLITS_HERE, "");
        }
        if (r.producerCannotRead) {
            note(place, NoteKind.PRODUCER_CANNOT_READ, "");
        }
        if (r.respelled) {
            note(place, NoteKind.RESPELLED, "");
        }
    }

    private void note(int place, NoteKind kind, String subject) {
        result.notes.add(new Note(place, kind, subject));
    }

    /// The slice is over; its buffer may be used again afterwards.
    SliceResult finish() {
        if (result.records > 0) {
            result.last = previous != null ? previous : previousSighting(result.records - 1);
        }
        result.head = headHash.text();
        result.lastTime = previousTime.text();
        result.lastCompletes = previousCompletes;
        return result;
    }
}
