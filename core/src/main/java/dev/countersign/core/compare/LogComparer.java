// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.compare;

import dev.countersign.core.chain.Agreement;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.FormatChoice;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.LogLines;
import dev.countersign.core.chain.NoteKind;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.RecordMarks;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// Compares two copies of a log of any size: each is verified, marked and read again only where the
/// marks differ. Blocking; the executor lends further threads. One instance may be used by several
/// threads.
public final class LogComparer {
    private final Executor helpers;
    private final int parallelism;

    /// @param helpers lends threads
    /// @param parallelism how many threads to use, the calling one included
    public LogComparer(Executor helpers, int parallelism) {
        this.helpers = helpers;
        this.parallelism = parallelism;
    }

    /// Compares.
    ///
    /// @param choice the format of both, or how it is found
    /// @param checkpoints what was seen of this log earlier; both are held against them, and the
    ///   bytes of both against the last
    /// @param progress hears of bytes: each log is read twice
    /// @throws SourceException if a log cannot be read; bad data is never an exception
    public Compared compare(
            LogFile here,
            LogFile there,
            FormatChoice choice,
            List<NamedCheckpoint> checkpoints,
            Progress progress,
            Cancellation cancellation)
            throws SourceException {
        Limits limits = Limits.DEFAULT;
        Steps steps = new Steps(progress, 2 * (here.size() + there.size()));
        VerifyRequest request = request(choice, checkpoints);
        ChainReport mine = verify(here, request, steps, cancellation);
        if (mine == null) {
            return new Compared.Stopped();
        }
        ChainReport theirs = verify(there, request, steps, cancellation);
        if (theirs == null) {
            return new Compared.Stopped();
        }
        if (mine.records() > 0
                && theirs.records() > 0
                && !mine.format().name().equals(theirs.format().name())) {
            return new Compared.DifferentFormats(mine, theirs);
        }
        ChainFormat format = mine.records() > 0 ? mine.format() : theirs.format();
        RecordMarks marks = marks(here, format, steps, cancellation);
        RecordMarks others = marks == null ? null : marks(there, format, steps, cancellation);
        if (marks == null || others == null) {
            return new Compared.Stopped();
        }
        PairReader pairs =
                new PairReader(
                        format,
                        limits,
                        new LogLines(here, format, limits, marks),
                        new LogLines(there, format, limits, others));
        Alignment alignment = Alignment.of(marks, others, pairs.keys(), cancellation);
        List<Run> runs = new RunBuilder(marks, others, alignment, pairs, cancellation).build();
        return cancellation.requested()
                ? new Compared.Stopped()
                : new Compared.Finished(
                        judged(
                                format,
                                runs,
                                alignment,
                                new Side(mine, marks),
                                new Side(theirs, others),
                                checkpoints));
    }

    private static VerifyRequest request(FormatChoice choice, List<NamedCheckpoint> checkpoints) {
        Checkpoint last = checkpoints.isEmpty() ? null : checkpoints.getLast().checkpoint();
        return new VerifyRequest(choice, last, false, false, false, false, Limits.DEFAULT);
    }

    private @Nullable ChainReport verify(
            LogFile log, VerifyRequest request, Steps steps, Cancellation cancellation)
            throws SourceException {
        Verification done =
                new ChainVerifier(helpers, parallelism)
                        .verify(log, request, steps.next(log), cancellation);
        return done instanceof Verification.Finished(ChainReport report) ? report : null;
    }

    private @Nullable RecordMarks marks(
            LogFile log, ChainFormat format, Steps steps, Cancellation cancellation)
            throws SourceException {
        return RecordMarks.read(
                log, format, Limits.DEFAULT, helpers, parallelism, steps.next(log), cancellation);
    }

    /// @param verified whether the verifier compared with it, and so with the bytes it has seen
    private static Agreement stand(Side side, Checkpoint seen, boolean verified) {
        Agreement stored = side.marks().standsTo(seen, side.report());
        boolean other =
                verified
                        && side.report().noteCounts().containsKey(NoteKind.CHECKPOINT_BYTES_DIFFER);
        return other ? stored.inOtherBytes() : stored;
    }

    private static Comparison judged(
            ChainFormat format,
            List<Run> runs,
            Alignment alignment,
            Side here,
            Side there,
            List<NamedCheckpoint> checkpoints) {
        List<Stand> stands = new ArrayList<>();
        for (NamedCheckpoint named : checkpoints) {
            Checkpoint seen = named.checkpoint();
            boolean verified = seen.equals(checkpoints.getLast().checkpoint());
            stands.add(
                    new Stand(
                            named.name(),
                            seen,
                            stand(here, seen, verified),
                            stand(there, seen, verified)));
        }
        Judgement judgement = new Judgement(runs, here, there);
        List<Proof> proofs = new ArrayList<>(Proofs.of(true, here, there, alignment));
        proofs.addAll(Proofs.of(false, there, here, alignment));
        return new Comparison(
                format,
                judgement.relation(stands),
                judgement.common(),
                runs,
                here,
                there,
                stands,
                proofs);
    }

    /// Joins the progress of several readings into one.
    private static final class Steps {
        private final Progress progress;
        private final long total;
        private long before;

        Steps(Progress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        Progress next(LogFile log) {
            long base = before;
            before += log.size();
            return (done, ignored, records, faulty) ->
                    progress.at(base + done, total, records, faulty);
        }
    }
}
