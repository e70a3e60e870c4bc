// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Joins the results of slices, in order, whatever the order in which they come in. Thread-safe.
final class LogAssembly {
    private final VerifyRequest request;
    private final String anchor;
    private final long recordBase;
    private final Map<Long, SliceResult> early = new HashMap<>();
    private final NavigableMap<Long, Sighting> seen = new TreeMap<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<NoteKind, Long> noteCounts = new EnumMap<>(NoteKind.class);
    private final List<SliceResult.WatchedHead> watched = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();
    private final int[] recordsOfSlice;
    private final int[] linesOfSlice;
    private final LineIndexing index;
    private long slicesJoined;
    private long records;
    private long lines;
    private long parsed;
    private long faulty;
    private long end;
    private @Nullable String head;
    private @Nullable Sighting last;
    private @Nullable String lastTime;
    private boolean lastCompletes;
    private boolean startsMidChain;
    private volatile boolean full;

    /// @param slices how many there will be
    /// @param anchor what the first record's link should say
    /// @param recordBase number of the first record
    LogAssembly(VerifyRequest request, int slices, String anchor, long recordBase) {
        this.request = request;
        this.anchor = anchor;
        this.recordBase = recordBase;
        this.records = recordBase;
        this.parsed = recordBase;
        this.recordsOfSlice = new int[slices];
        this.linesOfSlice = new int[slices];
        this.index = new LineIndexing(recordBase);
    }

    /// Whether enough faults are known: further ones are only counted.
    boolean full() {
        return full;
    }

    synchronized void offer(long slice, SliceResult result) {
        early.put(slice, result);
        for (SliceResult next = early.remove(slicesJoined);
                next != null;
                next = early.remove(slicesJoined)) {
            int place = Math.toIntExact(slicesJoined);
            recordsOfSlice[place] = next.records;
            linesOfSlice[place] = Math.toIntExact(next.lines);
            join(next);
            slicesJoined++;
        }
    }

    private void join(SliceResult r) {
        if (r.first != null) {
            seeBoundary(r, r.first.at(records, lines));
            for (Sighting s : r.notable) {
                see(s.at(records, lines));
            }
            joinNotes(r);
            index.add(r, records, lines);
            r.watched.forEach(
                    w -> watched.add(new SliceResult.WatchedHead(parsed + w.parsed(), w.end())));
            last = r.last == null ? last : r.last.at(records, lines);
            lastCompletes = r.lastCompletes;
            end = r.end;
        }
        hashes.addAll(r.hashes);
        head = r.head == null ? head : r.head;
        lastTime = r.lastTime == null ? lastTime : r.lastTime;
        faulty += r.faulty;
        parsed += r.parsed;
        records += r.records;
        lines += r.lines;
        full |= faulty > request.limits().maxFaults();
    }

    /// The first record of a slice could not be compared with the one before: that is done here.
    private void seeBoundary(SliceResult r, Sighting first) {
        Sighting before = last;
        boolean anchored =
                before == null
                        ? request.segment() || anchor.equals(first.link())
                        : !before.isMalformed()
                                && before.stored() != null
                                && before.stored().equals(first.link());
        startsMidChain |= before == null && !anchor.equals(first.link());
        if (!anchored && !first.suspect()) {
            faulty++;
        }
        boolean suspect = first.suspect() || !anchored;
        boolean beforeSuspect = before != null && before.suspect();
        if (before != null && (suspect || beforeSuspect)) {
            see(before);
        }
        if (suspect || beforeSuspect || r.second != null && r.second.suspect()) {
            see(suspect ? first.suspected() : first);
        }
        if (r.second != null && suspect) {
            see(r.second.at(records, lines));
        }
    }

    private void see(Sighting s) {
        if (full) {
            return;
        }
        Sighting known = seen.get(s.record());
        if (known == null || s.suspect() && !known.suspect()) {
            seen.put(s.record(), s);
        }
    }

    private void joinNotes(SliceResult r) {
        if (TimeOrder.backwards(lastTime, r.firstTime)) {
            note(new Note(records + r.firstTimed, NoteKind.TIME_BACKWARDS, ""));
        }
        if (lastCompletes && !r.firstCompletes) {
            note(new Note(records, NoteKind.AFTER_COMPLETION, ""));
        }
        for (Note n : r.notes) {
            if (n.kind() != NoteKind.NOT_COVERED || !noteCounts.containsKey(NoteKind.NOT_COVERED)) {
                note(new Note(n.record() + records, n.kind(), n.subject()));
            }
        }
    }

    private void note(Note note) {
        if (noteCounts.merge(note.kind(), 1L, Long::sum) <= request.limits().maxNotesPerKind()) {
            notes.add(note);
        }
    }

    synchronized long records() {
        return records;
    }

    synchronized long faulty() {
        return faulty;
    }

    /// What is known by now.
    synchronized ChainGlimpse glimpse(ChainFormat format) {
        ChainPicture picture = new ChainPicture(recordBase);
        seen.values().stream().filter(Sighting::suspect).forEach(s -> picture.suspect(s.record()));
        picture.end(records);
        return new ChainGlimpse(format, records, faulty, end, picture.segments(), index.soFar());
    }

    /// The rest is read only after all slices were joined.
    synchronized Joined joined() {
        return new Joined(
                seen,
                notes,
                noteCounts,
                watched,
                hashes,
                recordsOfSlice,
                linesOfSlice,
                index.whole(),
                records,
                lines,
                parsed,
                faulty,
                end,
                head,
                last,
                startsMidChain,
                full);
    }

    /// What all slices together say.
    ///
    /// @param records non-blank lines, whatever was before the first slice included
    /// @param parsed those of them that are records
    /// @param end just after the last record's last byte
    /// @param last the last non-blank line
    /// @param startsMidChain whether the first record's link is not the anchor
    /// @param truncated whether there were more faults than were remembered
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Joined(
            NavigableMap<Long, Sighting> seen,
            List<Note> notes,
            Map<NoteKind, Long> noteCounts,
            List<SliceResult.WatchedHead> watched,
            List<String> hashes,
            int[] recordsOfSlice,
            int[] linesOfSlice,
            LineIndex index,
            long records,
            long lines,
            long parsed,
            long faulty,
            long end,
            @Nullable String head,
            @Nullable Sighting last,
            boolean startsMidChain,
            boolean truncated) {}

    /// Whether a text is a hash of the format's digest: lower-case hex of the right length.
    static boolean isHash(@Nullable String text, ChainFormat format) {
        if (text == null || text.length() != format.digest().bytes() * 2) {
            return false;
        }
        for (byte c : text.getBytes(StandardCharsets.UTF_8)) {
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }
}
