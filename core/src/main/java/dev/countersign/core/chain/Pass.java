// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/// One verification of one log, from its bytes to its report: read, join, ask where hashes stand,
/// diagnose, compare.
final class Pass {
    private final LogFile log;
    private final VerifyRequest request;
    private final ChainFormat format;
    private final @Nullable NoteKind formatNote;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Executor helpers;
    private final int parallelism;
    private final int sliceBytes;
    private final IdleReaders readers;
    private final boolean fast;
    private final List<RecordReader> borrowed = new ArrayList<>();
    private @Nullable RecordReader lent;
    private String anchor;
    private long recordBase;
    private long origin;

    Pass(
            LogFile log,
            VerifyRequest request,
            FormatRecognizer.Recognized recognized,
            Progress progress,
            Cancellation cancellation,
            Executor helpers,
            int parallelism,
            int sliceBytes,
            IdleReaders readers,
            boolean fast) {
        this.log = log;
        this.request = request;
        this.format = recognized.format();
        this.formatNote = recognized.note();
        this.progress = progress;
        this.cancellation = cancellation;
        this.helpers = helpers;
        this.parallelism = parallelism;
        this.sliceBytes = sliceBytes;
        this.readers = readers;
        this.fast = fast;
        this.anchor = format.genesis();
    }

    /// Reads only what follows a record: its hash, how many records there are up to it, and where
    /// the next line starts.
    Pass after(String head, long records, long offset) {
        anchor = head;
        recordBase = records;
        origin = offset;
        return this;
    }

    /// Reads with a reader that is there already. Only for a log of one slice.
    Pass with(RecordReader reader) {
        lent = reader;
        return this;
    }

    Verification run() throws SourceException {
        long slices = SliceReader.slices(log, origin, sliceBytes);
        LogAssembly assembly =
                new LogAssembly(request, Math.toIntExact(slices), anchor, recordBase);
        if (progress instanceof WatchedProgress watched) {
            watched.begins(() -> assembly.glimpse(format));
        }
        Checkpoint checkpoint = request.checkpoint();
        boolean whole =
                ParallelSlices.run(
                        helpers,
                        parallelism,
                        slices,
                        () -> verifying(assembly, checkpoint),
                        cancellation);
        synchronized (borrowed) {
            borrowed.forEach(readers::giveBack);
        }
        LogAssembly.Joined joined = assembly.joined();
        if (!whole) {
            return stopped(joined);
        }
        return diagnosed(joined);
    }

    private Verification diagnosed(LogAssembly.Joined joined) throws SourceException {
        Checkpoint checkpoint = request.checkpoint();
        SliceResult.WatchedHead inPlace = CheckpointCheck.inPlace(checkpoint, joined.watched());
        RewriteProof proof = new RewriteProof(checkpoint, inPlace != null);
        Surroundings around =
                new Surroundings(joined.seen(), anchor, recordBase, joined.records() - 1);
        Diagnosis diagnosis =
                new Diagnosis(format, around, reread(), proof, request.limits().maxFaults());
        Set<String> questions = diagnosis.questions();
        HashSearch search = new HashSearch(questions);
        if (!questions.isEmpty() && !search(search, joined)) {
            return stopped(joined);
        }
        ChainPicture picture = diagnosis.diagnose(search);
        CheckpointCheck check =
                recordBase > 0
                        ? grownFrom(joined)
                        : CheckpointCheck.compare(
                                log,
                                request,
                                joined.watched(),
                                joined.parsed(),
                                joined.faulty() == 0,
                                cancellation);
        if (cancellation.requested()) {
            return stopped(joined);
        }
        return new Verification.Finished(report(joined, picture, check));
    }

    private Verification stopped(LogAssembly.Joined joined) {
        long bytes = joined.last() == null ? 0 : joined.end();
        return new Verification.Stopped(bytes, joined.records(), joined.faulty(), log.size());
    }

    /// An incremental pass found the checkpoint's head and started there, so the checkpoint holds.
    private CheckpointCheck grownFrom(LogAssembly.Joined joined) {
        boolean grown = joined.records() > recordBase;
        return new CheckpointCheck(
                !grown
                        ? CheckpointResult.MATCH
                        : request.checkpointIsFinal()
                                ? CheckpointResult.TAIL_APPENDED
                                : CheckpointResult.GROWN,
                false);
    }

    private ParallelSlices.Worker verifying(LogAssembly assembly, @Nullable Checkpoint checkpoint) {
        RecordReader records = lent != null ? lent : borrow();
        SliceReader slices = new SliceReader(log, origin, sliceBytes, request.limits(), records);
        String watched = checkpoint == null ? null : checkpoint.head();
        return k -> {
            SliceCollector collector =
                    new SliceCollector(
                            !assembly.full(), request.hashes(), watched, format.completion());
            slices.read(k, collector);
            assembly.offer(k, collector.finish());
            progress.at(
                    Math.min(log.size(), origin + (k + 1) * sliceBytes),
                    log.size(),
                    assembly.records(),
                    assembly.faulty());
        };
    }

    private RecordReader borrow() {
        RecordReader reader = readers.borrow(format);
        synchronized (borrowed) {
            borrowed.add(reader);
        }
        return reader;
    }

    private boolean search(HashSearch search, LogAssembly.Joined joined) throws SourceException {
        int[] records = joined.recordsOfSlice();
        int[] lines = joined.linesOfSlice();
        long[] recordsBefore = new long[records.length + 1];
        long[] linesBefore = new long[records.length + 1];
        recordsBefore[0] = recordBase;
        for (int i = 0; i < records.length; i++) {
            recordsBefore[i + 1] = recordsBefore[i] + records[i];
            linesBefore[i + 1] = linesBefore[i] + lines[i];
        }
        return ParallelSlices.run(
                helpers,
                parallelism,
                records.length,
                () -> {
                    RecordReader reader = new RecordReader(format, request.limits(), false, fast);
                    SliceReader slices =
                            new SliceReader(log, origin, sliceBytes, request.limits(), reader);
                    return k ->
                            slices.read(
                                    k, search.sink(recordsBefore[(int) k], linesBefore[(int) k]));
                },
                cancellation);
    }

    private Reread reread() {
        return new Reread() {
            @Override
            public String withLink(Sighting s, String link) throws SourceException {
                byte[] line = new byte[Math.toIntExact(s.length())];
                log.read(ByteBuffer.wrap(line), s.offset());
                RecordReader reader = new RecordReader(format, request.limits(), true, false);
                return reader.computeWithLink(line, 0, line.length, link);
            }

            @Override
            public Records after(Sighting s) {
                return new Records(log, format, request.limits(), s);
            }
        };
    }

    private ChainReport report(
            LogAssembly.Joined joined, ChainPicture picture, CheckpointCheck check) {
        List<Fault> faults = picture.faults();
        long faultCount = faults.size();
        Map<NoteKind, Long> counts = new EnumMap<>(NoteKind.class);
        counts.putAll(joined.noteCounts());
        List<Note> notes = new ArrayList<>(joined.notes());
        if (joined.truncated()) {
            faultCount = Math.max(faultCount, joined.faulty());
            note(
                    notes,
                    counts,
                    NoteKind.FAULTS_NOT_LISTED,
                    faults.isEmpty() ? 0 : faults.getLast().record());
        }
        if (formatNote != null && joined.records() > 0) {
            note(notes, counts, formatNote, 0);
        }
        if (request.segment() && joined.startsMidChain()) {
            note(notes, counts, NoteKind.STARTS_MID_CHAIN, 0);
        }
        if (check.bytesDiffer()) {
            note(notes, counts, NoteKind.CHECKPOINT_BYTES_DIFFER, recordBase);
        }
        if (recordBase > 0) {
            note(notes, counts, NoteKind.PREFIX_NOT_READ, recordBase);
        }
        if (notes.size() > 1) {
            notes.sort(Comparator.comparingLong(Note::record));
        }
        return new ChainReport(
                format,
                verdict(joined, faults),
                joined.parsed(),
                joined.lines(),
                log.size(),
                joined.end(),
                joined.head() == null && recordBase > 0 ? anchor : joined.head(),
                faults,
                faultCount,
                notes,
                counts,
                picture.segments(),
                check.result(),
                joined.index(),
                joined.hashes());
    }

    private static void note(
            List<Note> notes, Map<NoteKind, Long> counts, NoteKind kind, long record) {
        notes.add(new Note(record, kind, ""));
        counts.put(kind, 1L);
    }

    private Verdict verdict(LogAssembly.Joined joined, List<Fault> faults) {
        if (!faults.isEmpty()) {
            return faults.getFirst().category().verdict();
        }
        if (joined.faulty() > 0 && joined.truncated()) {
            return Verdict.BROKEN;
        }
        return joined.records() == 0 ? Verdict.EMPTY : Verdict.INTACT;
    }
}
