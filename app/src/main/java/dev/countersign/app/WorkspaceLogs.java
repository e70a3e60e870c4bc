// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.integrity.Kept;
import dev.countersign.app.feature.integrity.LogDesk;
import dev.countersign.app.feature.integrity.LogPicture;
import dev.countersign.app.text.BundleWords;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.FormatChoice;
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
import dev.countersign.core.compare.NamedCheckpoint;
import dev.countersign.core.compare.PairDiff;
import dev.countersign.core.compare.PairReader;
import dev.countersign.core.compare.Run;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.recovery.BesideLog;
import dev.countersign.core.recovery.Recovery;
import dev.countersign.core.recovery.RecoveryProgress;
import dev.countersign.core.recovery.RecoveryRequest;
import dev.countersign.core.recovery.RecoveryResult;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Check;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.PackedPath;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Verifies logs; the ledger of the workspace that is open has what came out before anybody sees
/// it.
///
/// @param verifier does the work
/// @param runs reads the run around a log
/// @param access whose ledger
/// @param recovery searches for what edited records said
/// @param comparer compares copies
record WorkspaceLogs(
        ChainVerifier verifier,
        WorkspaceRuns runs,
        WorkspaceAccess access,
        Recovery recovery,
        LogComparer comparer)
        implements LogDesk {
    private static final Duration SEARCHED = Duration.ofMinutes(5);

    /// A larger log is not read a second time to ask what its run says.
    private static final long LARGEST_RUN = 256L << 20;

    /// What can speak for what a log said; policy and deadlines cannot.
    private static final Set<Channel> SPEAKS =
            Set.of(Channel.COMPLETENESS, Channel.ARTIFACTS, Channel.SIGNATURE);

    @Override
    public Verification verify(Path path, Progress progress, Cancellation cancellation)
            throws SourceException {
        Path log = logOf(path);
        Verification done;
        try (LogFile file = LogFile.open(log)) {
            done = verifier.verify(file, VerifyRequest.DEFAULT, progress, cancellation);
        }
        if (done instanceof Verification.Finished(ChainReport report)) {
            var details =
                    JsonValue.object()
                            .with("verdict", report.verdict().word())
                            .with("records", report.records())
                            .with("head", report.head())
                            .with("faults", report.faultCount());
            access.record(
                    DeskAction.VERIFIED, new Resource("log", log.toString()), details.build());
        }
        return done;
    }

    @Override
    public List<RecordLine> records(
            Path path, ChainFormat format, LineIndex index, long from, int count)
            throws SourceException {
        try (LogFile file = LogFile.open(logOf(path))) {
            return RecordLines.read(file, format, Limits.DEFAULT, index, from, count);
        }
    }

    @Override
    public RecordText text(Path path, ChainFormat format, long offset, long length)
            throws SourceException {
        try (LogFile file = LogFile.open(logOf(path))) {
            return RecordText.read(file, format, offset, length);
        }
    }

    @Override
    public long find(
            Path path, LogPicture picture, long from, String text, Cancellation cancellation)
            throws SourceException {
        try (LogFile file = LogFile.open(logOf(path))) {
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
    public List<Check> checks(Path path, Cancellation cancellation) throws SourceException {
        Path log = logOf(path);
        Path directory = runOf(log);
        if (directory == null || sizeOf(log) > LARGEST_RUN) {
            return List.of();
        }
        return runs.again(directory).run().channels().checks().stream()
                .filter(check -> check.kind() != Check.Kind.CHAIN)
                .filter(check -> SPEAKS.contains(check.kind().channel()))
                .toList();
    }

    @Override
    public RecoveryResult recover(
            Path path,
            ChainReport report,
            long record,
            RecoveryProgress progress,
            Cancellation cancellation)
            throws SourceException {
        Path log = logOf(path);
        Path directory = runOf(log);
        BesideLog beside = directory == null ? BesideLog.NOTHING : BesideLog.of(directory);
        Checkpoint seen =
                checkpoints(log).stream()
                        .map(NamedCheckpoint::checkpoint)
                        .filter(c -> c.records() == record + 1)
                        .findFirst()
                        .orElse(null);
        var request = new RecoveryRequest(report, record, beside, seen, SEARCHED);
        try (LogFile file = LogFile.open(log)) {
            return recovery.recover(file, request, progress, cancellation);
        }
    }

    @Override
    public Path export(RecoveryResult.Recovered found, Path folder) throws SourceException {
        Path text = folder.resolve("record-" + found.record() + ".hashed.txt");
        SmallFile.replace(
                folder.resolve("record-" + found.record() + ".json"),
                found.original().text() + "\n");
        SmallFile.replace(text, found.text());
        return text;
    }

    @Override
    public Compared compare(Path here, Path there, Progress progress, Cancellation cancellation)
            throws SourceException {
        List<NamedCheckpoint> seen = checkpoints(logOf(here));
        try (LogFile mine = LogFile.open(logOf(here));
                LogFile theirs = LogFile.open(logOf(there))) {
            return comparer.compare(
                    mine, theirs, new FormatChoice.Auto(), seen, progress, cancellation);
        }
    }

    @Override
    public PairDiff pair(Path here, Path there, Comparison comparison, Run row)
            throws SourceException {
        try (LogFile mine = LogFile.open(logOf(here));
                LogFile theirs = LogFile.open(logOf(there))) {
            return PairReader.of(mine, theirs, comparison, Limits.DEFAULT).read(row);
        }
    }

    @Override
    public Kept kept(Path path) throws SourceException {
        Path log = logOf(path);
        Path directory = runOf(log);
        return new WorkspaceTestimony(access).kept(directory == null ? log : directory);
    }

    private List<NamedCheckpoint> checkpoints(Path log) throws SourceException {
        Path directory = runOf(log);
        return new WorkspaceTestimony(access).checkpoints(directory == null ? log : directory);
    }

    /// The run directory whose log it is; null if it is none's.
    private static @Nullable Path runOf(Path log) throws SourceException {
        Path directory = log.toAbsolutePath().getParent();
        if (directory == null) {
            return null;
        }
        EvidencePath around = EvidencePath.of(directory);
        boolean run =
                around.kind() == EvidencePath.Kind.RUN_DIRECTORY
                        && around.log().equals(log.toAbsolutePath());
        return run ? directory : null;
    }

    private static long sizeOf(Path log) throws SourceException {
        try (LogFile file = LogFile.open(log)) {
            return file.size();
        }
    }

    private static Path logOf(Path path) throws SourceException {
        PackedPath packed = PackedPath.of(path);
        if (packed != null && packed.archived()) {
            throw new SourceException(path, BundleWords.notDrawn(path));
        }
        EvidencePath evidence = EvidencePath.of(path);
        return switch (evidence.kind()) {
            case LOG, RUN_DIRECTORY -> evidence.log();
            case RUN_FOLDER ->
                    throw new SourceException(
                            path, path + " is a folder of runs: open one of them.");
            case NO_LOG ->
                    throw new SourceException(
                            path,
                            path
                                    + " holds no log: open a log, or a run directory with its "
                                    + EvidencePath.RUN_LOG
                                    + ".");
        };
    }
}
