// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.cli.Bundles;
import dev.countersign.app.feature.integrity.Kept;
import dev.countersign.app.feature.integrity.LogDesk;
import dev.countersign.app.feature.integrity.LogPicture;
import dev.countersign.core.bundle.BundlePlace;
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
import dev.countersign.core.recovery.Silence;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Check;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.LogPlace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Verifies logs; the ledger of the workspace that is open has what came out before anybody sees
/// it.
///
/// @param verifier does the work
/// @param runs reads the run around a log
/// @param access whose ledger
/// @param recovery searches for what edited records said
/// @param comparer compares copies
/// @param open what stays open between two looks
record WorkspaceLogs(
        ChainVerifier verifier,
        WorkspaceRuns runs,
        WorkspaceAccess access,
        Recovery recovery,
        LogComparer comparer,
        OpenLogs open)
        implements LogDesk {
    private static final Duration SEARCHED = Duration.ofMinutes(5);

    /// A larger log is not read a second time to ask what its run says.
    private static final long LARGEST_RUN = 256L << 20;

    /// What can speak for what a log said; policy and deadlines cannot.
    private static final Set<Channel> SPEAKS =
            Set.of(Channel.COMPLETENESS, Channel.ARTIFACTS, Channel.SIGNATURE);

    WorkspaceLogs(
            ChainVerifier verifier,
            WorkspaceRuns runs,
            WorkspaceAccess access,
            Recovery recovery,
            LogComparer comparer) {
        this(verifier, runs, access, recovery, comparer, new OpenLogs());
    }

    private <T> T read(Path path, OpenLogs.Work<T> work) throws SourceException {
        return read(path, null, work);
    }

    private <T> T read(Path path, @Nullable String run, OpenLogs.Work<T> work)
            throws SourceException {
        return open.read(path, run, () -> Bundles.limits(runs.own().policy()), work);
    }

    /// What is verified is what is there now; what is looked at afterwards is the same.
    @Override
    public Verification verify(Path path, Progress progress, Cancellation cancellation)
            throws SourceException {
        open.forget();
        return read(path, place -> verify(place, progress, cancellation));
    }

    /// What others have seen of it, it is compared with.
    private Verification verify(LogPlace place, Progress progress, Cancellation cancellation)
            throws SourceException {
        LogFile log = place.log();
        VerifyRequest request = new WorkspaceTestimony(access).request(directory(place));
        Verification done = verifier.verify(log, request, progress, cancellation);
        if (done instanceof Verification.Finished(ChainReport report)) {
            var details =
                    JsonValue.object()
                            .with("verdict", report.verdict().word())
                            .with("records", report.records())
                            .with("head", report.head())
                            .with("faults", report.faultCount());
            access.record(
                    DeskAction.VERIFIED,
                    new Resource("log", log.path().toString()),
                    details.build());
        }
        return done;
    }

    @Override
    public List<RecordLine> records(
            Path path, ChainFormat format, LineIndex index, long from, int count)
            throws SourceException {
        return read(
                path,
                place -> RecordLines.read(place.log(), format, Limits.DEFAULT, index, from, count));
    }

    @Override
    public RecordText text(Path path, ChainFormat format, long offset, long length)
            throws SourceException {
        return read(path, place -> RecordText.read(place.log(), format, offset, length));
    }

    @Override
    public long find(
            Path path, LogPicture picture, long from, String text, Cancellation cancellation)
            throws SourceException {
        return read(
                path,
                place ->
                        LogSearch.find(
                                place.log(),
                                picture.format(),
                                picture.index(),
                                from,
                                text,
                                Progress.NONE,
                                cancellation));
    }

    @Override
    public List<Check> checks(Path path, Cancellation cancellation) throws SourceException {
        return read(path, this::checks);
    }

    private List<Check> checks(LogPlace place) throws SourceException {
        RunFolder run = place.run();
        if (run == null || place.log().size() > LARGEST_RUN) {
            return List.of();
        }
        return runs.again(run.path()).run().channels().checks().stream()
                .filter(check -> check.kind() != Check.Kind.CHAIN)
                .filter(check -> SPEAKS.contains(check.kind().channel()))
                .toList();
    }

    @Override
    public Optional<Silence> silence(Path path, ChainReport report, long record)
            throws SourceException {
        return read(
                path,
                place ->
                        Optional.ofNullable(
                                Recovery.silence(
                                        place.log(), report, record, seen(place, record))));
    }

    /// The checkpoint that ends with a record.
    private @Nullable Checkpoint seen(LogPlace place, long record) throws SourceException {
        return checkpoints(place).stream()
                .map(NamedCheckpoint::checkpoint)
                .filter(c -> c.records() == record + 1)
                .findFirst()
                .orElse(null);
    }

    @Override
    public RecoveryResult recover(
            Path path,
            ChainReport report,
            long record,
            RecoveryProgress progress,
            Cancellation cancellation)
            throws SourceException {
        return read(
                path,
                place -> {
                    RunFolder run = place.run();
                    BesideLog beside = run == null ? BesideLog.NOTHING : BesideLog.of(run);
                    Checkpoint seen = seen(place, record);
                    return recovery.recover(
                            place.log(),
                            new RecoveryRequest(report, record, beside, seen, SEARCHED),
                            progress,
                            cancellation);
                });
    }

    @Override
    public Path export(RecoveryResult.Recovered found, Path folder) throws SourceException {
        BundlePlace.filled(folder);
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
        return both(
                here,
                there,
                (mine, theirs) ->
                        comparer.compare(
                                mine.log(),
                                theirs.log(),
                                new FormatChoice.Auto(),
                                checkpoints(mine),
                                progress,
                                cancellation));
    }

    @Override
    public PairDiff pair(Path here, Path there, Comparison comparison, Run row)
            throws SourceException {
        return both(
                here,
                there,
                (mine, theirs) ->
                        PairReader.of(mine.log(), theirs.log(), comparison, Limits.DEFAULT)
                                .read(row));
    }

    private interface Pair<T> {
        T of(LogPlace mine, LogPlace theirs) throws SourceException;
    }

    /// Of a bundle of several runs, the one that is looked at is meant.
    private <T> T both(Path here, Path there, Pair<T> pair) throws SourceException {
        return read(
                here,
                mine -> {
                    RunFolder run = mine.run();
                    String name = run == null ? null : run.name();
                    return read(there, name, theirs -> pair.of(mine, theirs));
                });
    }

    @Override
    public Kept kept(Path path) throws SourceException {
        return read(path, place -> new WorkspaceTestimony(access).kept(directory(place)));
    }

    private List<NamedCheckpoint> checkpoints(LogPlace place) throws SourceException {
        return new WorkspaceTestimony(access).checkpoints(directory(place));
    }

    private static Path directory(LogPlace place) {
        RunFolder run = place.run();
        return run == null ? place.log().path() : run.path();
    }
}
