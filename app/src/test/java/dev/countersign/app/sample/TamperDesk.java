// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.integrity.Kept;
import dev.countersign.app.feature.integrity.LogDesk;
import dev.countersign.app.feature.integrity.LogPicture;
import dev.countersign.app.text.AdviceText;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.LineIndex;
import dev.countersign.core.chain.LogSearch;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.RecordLine;
import dev.countersign.core.chain.RecordLines;
import dev.countersign.core.chain.RecordText;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.compare.Compared;
import dev.countersign.core.compare.Comparison;
import dev.countersign.core.compare.LogComparer;
import dev.countersign.core.compare.PairDiff;
import dev.countersign.core.compare.PairReader;
import dev.countersign.core.compare.Run;
import dev.countersign.core.recovery.BesideLog;
import dev.countersign.core.recovery.Recovery;
import dev.countersign.core.recovery.RecoveryProgress;
import dev.countersign.core.recovery.RecoveryRequest;
import dev.countersign.core.recovery.RecoveryResult;
import dev.countersign.core.recovery.Silence;
import dev.countersign.core.run.Check;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.Tampered;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// The real verifier over files, with what the test kit asks of it.
public final class TamperDesk implements LogDesk {
    private final ChainVerifier verifier;
    private VerifyRequest request = VerifyRequest.DEFAULT;

    /// Everything on the calling thread.
    public TamperDesk() {
        this(Runnable::run, 1);
    }

    /// @param helpers lends threads to the verifier
    public TamperDesk(Executor helpers, int parallelism) {
        verifier = new ChainVerifier(helpers, parallelism);
    }

    /// Writes a log that was tampered with; from now on it is asked what the kit asks.
    public Path write(Tampered tampered, Path file) throws IOException {
        request = tampered.request();
        return Files.write(file, tampered.bytes());
    }

    @Override
    public Verification verify(Path path, Progress progress, Cancellation cancellation)
            throws SourceException {
        try (LogFile file = LogFile.open(path)) {
            return verifier.verify(file, request, progress, cancellation);
        }
    }

    @Override
    public List<RecordLine> records(
            Path path, ChainFormat format, LineIndex index, long from, int count)
            throws SourceException {
        try (LogFile file = LogFile.open(path)) {
            return RecordLines.read(file, format, Limits.DEFAULT, index, from, count);
        }
    }

    @Override
    public RecordText text(Path path, ChainFormat format, long offset, long length)
            throws SourceException {
        try (LogFile file = LogFile.open(path)) {
            return RecordText.read(file, format, offset, length);
        }
    }

    @Override
    public long find(
            Path path, LogPicture picture, long from, String text, Cancellation cancellation)
            throws SourceException {
        try (LogFile file = LogFile.open(path)) {
            return LogSearch.find(
                    file,
                    picture.format(),
                    picture.index(),
                    from,
                    text,
                    Progress.NONE,
                    cancellation);
        }
    }

    @Override
    public List<Check> checks(Path path, Cancellation cancellation) {
        return List.of();
    }

    @Override
    public Kept kept(Path path) {
        return new Kept.Nowhere(AdviceText.NO_WORKSPACE);
    }

    @Override
    public Optional<Silence> silence(Path path, ChainReport report, long record)
            throws SourceException {
        try (LogFile file = LogFile.open(path)) {
            return Optional.ofNullable(Recovery.silence(file, report, record, null));
        }
    }

    @Override
    public RecoveryResult recover(
            Path path,
            ChainReport report,
            long record,
            RecoveryProgress progress,
            Cancellation cancellation)
            throws SourceException {
        var request =
                new RecoveryRequest(
                        report, record, BesideLog.NOTHING, null, Duration.ofSeconds(20));
        try (LogFile file = LogFile.open(path)) {
            return new Recovery(Runnable::run, 1, System::nanoTime)
                    .recover(file, request, progress, cancellation);
        }
    }

    @Override
    public Path export(RecoveryResult.Recovered found, Path folder) {
        return folder;
    }

    @Override
    public Compared compare(Path here, Path there, Progress progress, Cancellation cancellation)
            throws SourceException {
        try (LogFile mine = LogFile.open(here);
                LogFile theirs = LogFile.open(there)) {
            return new LogComparer(Runnable::run, 1)
                    .compare(mine, theirs, request.format(), List.of(), progress, cancellation);
        }
    }

    @Override
    public PairDiff pair(Path here, Path there, Comparison comparison, Run row)
            throws SourceException {
        try (LogFile mine = LogFile.open(here);
                LogFile theirs = LogFile.open(there)) {
            return PairReader.of(mine, theirs, comparison, Limits.DEFAULT).read(row);
        }
    }
}
