// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.LineIndex;
import dev.countersign.core.chain.Note;
import dev.countersign.core.chain.NoteKind;
import dev.countersign.core.chain.RecordState;
import dev.countersign.core.chain.Segment;
import dev.countersign.core.chain.Verdict;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Reports as the verifier makes them, of each verdict.
public final class SampleReports {
    /// Hash of the last right record.
    public static final String HEAD =
            "7c1e5d0a94f3b2861c0ffee9d8b7a6953412e0fdcba98765043210aa55ee77bb";

    private SampleReports() {}

    /// 19 records, all right.
    public static ChainReport intact() {
        return report(
                Verdict.INTACT,
                19,
                HEAD,
                List.of(),
                List.of(),
                List.of(run(0, 19, RecordState.INTACT)));
    }

    /// 19 records, all right, compared with a checkpoint.
    public static ChainReport intact(CheckpointResult checkpoint) {
        return against(intact(), checkpoint);
    }

    /// 19 records, one of them edited, compared with a checkpoint.
    public static ChainReport against(CheckpointResult checkpoint) {
        return against(edited(), checkpoint);
    }

    private static ChainReport against(ChainReport r, CheckpointResult checkpoint) {
        return new ChainReport(
                r.format(),
                r.verdict(),
                r.records(),
                r.lines(),
                r.bytes(),
                r.end(),
                r.head(),
                r.faults(),
                r.faultCount(),
                r.notes(),
                r.noteCounts(),
                r.segments(),
                checkpoint,
                r.index(),
                r.hashes());
    }

    /// A million records, all right, with observations.
    public static ChainReport intactLarge() {
        List<Note> notes =
                List.of(
                        new Note(17, NoteKind.DUPLICATE_KEY, "status"),
                        new Note(204_117, NoteKind.TIME_BACKWARDS, ""),
                        new Note(0, NoteKind.NOT_COVERED, "ip_address"));
        return report(
                Verdict.INTACT,
                1_000_000,
                HEAD,
                List.of(),
                notes,
                List.of(run(0, 1_000_000, RecordState.INTACT)));
    }

    /// 240 records, one fault of each category that breaks a chain.
    public static ChainReport broken() {
        List<Fault> faults = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        long from = 0;
        long at = 12;
        for (FaultCategory category : FaultCategory.values()) {
            if (category.verdict() == Verdict.BROKEN
                    && category != FaultCategory.GENESIS_MODIFIED) {
                faults.add(SampleFaults.of(category, at));
                segments.add(
                        run(from, at, from == 0 ? RecordState.INTACT : RecordState.UNANCHORED));
                segments.add(run(at, at + 1, state(category)));
                from = at + 1;
                at += 17;
            }
        }
        segments.add(run(from, 240, RecordState.UNANCHORED));
        List<Note> notes = List.of(new Note(31, NoteKind.TIME_BACKWARDS, ""));
        return report(Verdict.BROKEN, 240, SampleFaults.COMPUTED, faults, notes, segments);
    }

    /// One record of 19 edited.
    public static ChainReport edited() {
        return report(
                Verdict.BROKEN,
                19,
                HEAD,
                List.of(SampleFaults.of(FaultCategory.CONTENT_MODIFIED, 7)),
                List.of(),
                List.of(
                        run(0, 7, RecordState.INTACT),
                        run(7, 8, RecordState.MODIFIED),
                        run(8, 19, RecordState.UNANCHORED)));
    }

    /// A torn last line under a line that is not JSON.
    public static ChainReport malformed() {
        return report(
                Verdict.MALFORMED,
                40,
                HEAD,
                List.of(
                        SampleFaults.of(FaultCategory.MALFORMED_JSON, 22),
                        SampleFaults.of(FaultCategory.TORN_TAIL, 39)),
                List.of(),
                List.of(
                        run(0, 22, RecordState.INTACT),
                        run(22, 23, RecordState.MALFORMED),
                        run(23, 39, RecordState.UNANCHORED),
                        run(39, 40, RecordState.TORN)));
    }

    /// One record of 24, the last, does not give the hash it carries.
    public static ChainReport undecided() {
        return report(
                Verdict.BROKEN,
                24,
                HEAD,
                List.of(SampleFaults.undecided(23, FaultCategory.HASH_FIELD_MODIFIED)),
                List.of(),
                List.of(run(0, 23, RecordState.INTACT), run(23, 24, RecordState.MODIFIED)));
    }

    /// A text file that is no log at all.
    public static ChainReport foreign() {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            faults.add(SampleFaults.of(FaultCategory.MALFORMED_ENCODING, i));
        }
        return report(
                Verdict.MALFORMED,
                12,
                null,
                faults,
                List.of(new Note(0, NoteKind.FORMAT_ASSUMED, "")),
                List.of(run(0, 12, RecordState.MALFORMED)));
    }

    /// A file without a record.
    public static ChainReport empty() {
        return report(Verdict.EMPTY, 0, null, List.of(), List.of(), List.of());
    }

    /// As many faults as asked for, one every ten records.
    public static ChainReport manyFaults(int count) {
        List<Fault> faults = new ArrayList<>(count);
        FaultCategory[] categories = FaultCategory.values();
        for (int i = 0; i < count; i++) {
            faults.add(SampleFaults.of(categories[i % categories.length], 10 + 10L * i));
        }
        return report(
                Verdict.BROKEN,
                10L * count + 20,
                null,
                faults,
                List.of(),
                List.of(
                        run(0, 10, RecordState.INTACT),
                        run(10, 10L * count + 20, RecordState.UNANCHORED)));
    }

    private static Segment run(long from, long to, RecordState state) {
        return new Segment(from, to, state);
    }

    private static RecordState state(FaultCategory category) {
        return switch (category) {
            case RECORD_MISSING -> RecordState.MISSING;
            case RECORD_INSERTED -> RecordState.INSERTED;
            case RECORD_DUPLICATED -> RecordState.DUPLICATED;
            case RECORD_REORDERED -> RecordState.REORDERED;
            case RECORD_REWRITTEN -> RecordState.REWRITTEN;
            case CHAIN_RESTART -> RecordState.RESTART;
            case FORK -> RecordState.FORK;
            default -> RecordState.MODIFIED;
        };
    }

    private static ChainReport report(
            Verdict verdict,
            long records,
            @Nullable String head,
            List<Fault> faults,
            List<Note> notes,
            List<Segment> segments) {
        long malformed = faults.stream().filter(f -> f.category().verdict() == verdict).count();
        long last = faults.isEmpty() ? 300 : Math.min(300, faults.getLast().length() + 1);
        long bytes = records == 0 ? 0 : (records - 1) * 300 + last;
        return new ChainReport(
                ChainFormat.A,
                verdict,
                verdict == Verdict.MALFORMED ? records - malformed : records,
                records,
                bytes,
                bytes,
                head,
                faults,
                faults.size(),
                notes,
                notes.stream().collect(Collectors.groupingBy(Note::kind, Collectors.counting())),
                segments,
                CheckpointResult.NONE,
                LineIndex.empty(),
                List.of());
    }
}
