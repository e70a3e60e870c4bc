// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.clock.KeptDeadlines;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.Check.Why;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Reads a run directory into one immutable snapshot, under one policy.
///
/// Whatever is in the directory is answered, never refused: no log, a torn one, a checkpoint that
/// is no JSON, links that lead out. Each file is read once; paths inside `state.json` are never
/// followed. Blocking. One instance may be used by several threads.
public final class RunReader {
    /// A log of more bytes is not that of a run: it is verified, and its records are not looked at.
    public static final long LARGEST_LOG = 16L << 20;

    private final ChainVerifier verifier;
    private final Policy policy;
    private final RuleBook rules;
    private final ActVerifier acts;
    private final KeptDeadlines kept;
    private final Deque<RunBuffers> idle = new ArrayDeque<>();

    /// A reader without trust anchors.
    ///
    /// @param verifier verifies the log
    /// @param policy what steps mean, which targets hold, who may not be whom
    public RunReader(ChainVerifier verifier, Policy policy) {
        this(verifier, policy, TrustPlace.nowhere());
    }

    /// @param verifier verifies the log
    /// @param policy what steps mean, which targets hold, who may not be whom
    /// @param trust where the anchors are that certificates are held against
    public RunReader(ChainVerifier verifier, Policy policy, TrustPlace trust) {
        this(verifier, policy, trust, RuleBook.installed());
    }

    /// @param verifier verifies the log
    /// @param policy what steps mean, which targets hold, who may not be whom
    /// @param trust where the anchors are that certificates are held against
    /// @param rules what the workflows' results are performed with
    public RunReader(ChainVerifier verifier, Policy policy, TrustPlace trust, RuleBook rules) {
        this(verifier, policy, trust, rules, KeptDeadlines.NONE);
    }

    /// @param verifier verifies the log
    /// @param policy what steps mean, which targets hold, who may not be whom
    /// @param trust where the anchors are that certificates are held against
    /// @param rules what the workflows' results are performed with
    /// @param kept deadlines as they were fixed
    public RunReader(
            ChainVerifier verifier,
            Policy policy,
            TrustPlace trust,
            RuleBook rules,
            KeptDeadlines kept) {
        this.verifier = verifier;
        this.policy = policy;
        this.rules = rules;
        this.acts = new ActVerifier(policy, trust);
        this.kept = kept;
    }

    private RunReader(ChainVerifier verifier, RunReader like) {
        this.verifier = verifier;
        this.policy = like.policy;
        this.rules = like.rules;
        this.acts = like.acts;
        this.kept = like.kept;
    }

    /// Another one whose logs are verified with other helpers.
    ///
    /// @param parallelism how many threads to use, the calling one included
    public RunReader helpedBy(Executor helpers, int parallelism) {
        return new RunReader(verifier.helpedBy(helpers, parallelism), this);
    }

    /// Reads a run directory; the log is compared with no checkpoint.
    ///
    /// @throws SourceException if the environment refuses a file that is there
    public RunSnapshot read(Path directory) throws SourceException {
        return read(directory, VerifyRequest.DEFAULT, Progress.NONE);
    }

    /// Reads a run directory.
    ///
    /// @param request how its log is verified
    /// @param progress hears of the log's verification
    /// @throws SourceException if the environment refuses a file that is there
    public RunSnapshot read(Path directory, VerifyRequest request, Progress progress)
            throws SourceException {
        return read(RunFolder.at(directory), request, progress);
    }

    /// Reads a run directory, which may have been looked at before.
    ///
    /// @throws SourceException if the environment refuses a file that is there
    public RunSnapshot read(RunFolder folder, VerifyRequest request, Progress progress)
            throws SourceException {
        return read(folder, request, progress, Cancellation.NEVER)
                .orElseThrow(() -> new IllegalStateException("nobody cancelled"));
    }

    /// Reads a run directory, for somebody who waits.
    ///
    /// @return empty if the log's verification was cancelled: then nothing is said of the run
    /// @throws SourceException as {@link #read(Path, VerifyRequest, Progress)}
    public Optional<RunSnapshot> read(
            Path directory, VerifyRequest request, Progress progress, Cancellation cancellation)
            throws SourceException {
        return read(RunFolder.at(directory), request, progress, cancellation);
    }

    /// Reads a run directory, wherever it lies, for somebody who waits.
    ///
    /// @return empty if the log's verification was cancelled
    /// @throws SourceException if a file that is there cannot be read
    public Optional<RunSnapshot> read(
            RunFolder folder, VerifyRequest request, Progress progress, Cancellation cancellation)
            throws SourceException {
        RunBuffers buffers = borrow();
        try {
            RunFolder.Content content = folder.log();
            // no pattern switch: linking one costs a short command more than its work
            if (content instanceof RunFolder.Content.Opened opened) {
                try (LogFile log = opened.file()) {
                    Verification done = verifier.verify(log, request, progress, cancellation);
                    // the same
                    if (!(done instanceof Verification.Finished finished)) {
                        return Optional.empty();
                    }
                    ChainReport chain = finished.report();
                    Logged logged = Logged.read(log, buffers.records(request.limits()));
                    LogGround ground = new LogGround(null, chain, logged.tooLarge);
                    return Optional.of(snapshot(folder, ground, logged, buffers));
                }
            }
            boolean absent = content instanceof RunFolder.Content.Absent;
            Why why = absent ? Why.NO_LOG : Why.NOT_FOLLOWED;
            return Optional.of(silent(folder, why, buffers));
        } finally {
            giveBack(buffers);
        }
    }

    private RunSnapshot silent(RunFolder folder, Why missing, RunBuffers buffers)
            throws SourceException {
        LogGround ground = new LogGround(missing, null, false);
        return snapshot(folder, ground, new Logged(), buffers);
    }

    private RunSnapshot snapshot(RunFolder folder, LogGround ground, Logged log, RunBuffers buffers)
            throws SourceException {
        ArtifactReader reader = new ArtifactReader(buffers);
        String workflow = log.workflow;
        String named = workflow == null ? StateFile.workflowOf(folder.name()) : workflow;
        StateFile state = StateFile.read(folder, named, buffers);
        ArtifactCheck artifacts = reader.compare(folder, ground.missing() == null ? log : null);
        return new SnapshotAssembly(
                        folder,
                        ground,
                        log,
                        state,
                        artifacts,
                        reader.understood(),
                        policy,
                        rules,
                        acts)
                .snapshot(kept, reader.exchange());
    }

    private RunBuffers borrow() {
        synchronized (idle) {
            RunBuffers last = idle.poll();
            return last == null ? new RunBuffers() : last;
        }
    }

    private void giveBack(RunBuffers buffers) {
        synchronized (idle) {
            idle.push(buffers);
        }
    }
}
