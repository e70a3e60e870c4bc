// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.cli.Bundles;
import dev.countersign.app.feature.run.ReadRun;
import dev.countersign.core.approval.ActVerifier;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.archive.Refusal;
import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.BundleOpening;
import dev.countersign.core.bundle.PackedPath;
import dev.countersign.core.bundle.RunFolders;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.clock.KeptDeadlines;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.AddedRules;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.TornEndFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.KeptClocks;
import dev.countersign.core.workspace.PolicyFile;
import dev.countersign.core.workspace.Source;
import dev.countersign.core.workspace.Workspace;
import dev.countersign.core.workspace.WorkspaceFolder;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one run for its screen. That somebody opened it is in the ledger before it is seen, once a
/// minute at most: reading it again because it changed is not opening it again.
final class WorkspaceRuns implements ReadRun {
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final ChainVerifier verifier;
    private final WorkspaceAccess access;
    private final RuleBook book;
    private final Map<Path, Instant> lately = new HashMap<>();

    WorkspaceRuns(ChainVerifier verifier, WorkspaceAccess access) {
        this(verifier, access, RuleBook.installed());
    }

    /// @param book ours, and what a firm added
    WorkspaceRuns(ChainVerifier verifier, WorkspaceAccess access, RuleBook book) {
        this.verifier = verifier;
        this.access = access;
        this.book = book;
    }

    @Override
    public Optional<Reading> read(Path directory, Progress progress, Cancellation cancellation)
            throws SourceException {
        Rules rules = rules(directory);
        Optional<RunSnapshot> read = read(directory, rules, progress, cancellation);
        if (read.isPresent()) {
            opened(read.get());
        }
        return read.map(run -> reading(run, rules));
    }

    @Override
    public OnFile onFile(Path directory) throws SourceException {
        try (RunFolders folders = new RunFolders(rules(directory).policy())) {
            List<TornEndFile> torn = TornEndFile.of(folders.at(directory));
            return new WorkspaceTestimony(access).onFile(directory, torn);
        }
    }

    /// Reads a run once more, to act on it: nobody opens it.
    Reading again(Path directory) throws SourceException {
        Rules rules = rules(directory);
        RunSnapshot run =
                read(directory, rules, Progress.NONE, Cancellation.NEVER)
                        .orElseThrow(() -> new IllegalStateException("nobody cancelled"));
        return reading(run, rules);
    }

    private Reading reading(RunSnapshot run, Rules rules) {
        String workflow = run.workflow();
        return new Reading(
                run,
                rules.policy(),
                workflow == null ? List.of() : book.controls(workflow),
                AddedRules.of(run, rules.policy(), book));
    }

    /// Reads a run where it lies, in a bundle too; its log is held against what others have seen.
    private Optional<RunSnapshot> read(
            Path directory, Rules rules, Progress progress, Cancellation cancellation)
            throws SourceException {
        PackedPath packed = PackedPath.of(directory);
        RunReader reader = rules.reader(verifier, book);
        VerifyRequest request = new WorkspaceTestimony(access).request(directory);
        if (packed == null || !packed.archived()) {
            return reader.read(directory, request, progress, cancellation);
        }
        return switch (Bundle.open(packed.bundle(), Bundles.limits(rules.policy()))) {
            case BundleOpening.Refused(Refusal refusal) ->
                    throw new SourceException(
                            packed.bundle(), Bundles.sentence(packed.bundle(), refusal));
            case BundleOpening.Opened(Bundle bundle) -> {
                try (bundle) {
                    for (RunFolder run : bundle.runs().values()) {
                        if (run.path().toAbsolutePath().normalize().equals(packed.run())) {
                            yield reader.read(run, request, progress, cancellation);
                        }
                    }
                }
                throw new SourceException(directory, directory + " is not a run of its bundle.");
            }
        };
    }

    /// What the acts of a run are held against.
    ActVerifier verifier(Path directory) throws SourceException {
        Rules rules = rules(directory);
        return new ActVerifier(rules.policy(), rules.trust());
    }

    /// Where the anchors are that the certificates of a run are held against.
    TrustPlace trust(Path directory) throws SourceException {
        return rules(directory).trust();
    }

    /// What a run is held against.
    ///
    /// @param kept deadlines as they were fixed
    record Rules(Policy policy, TrustPlace trust, KeptDeadlines kept) {
        static final Rules NONE =
                new Rules(DefaultPolicy.get(), TrustPlace.nowhere(), KeptDeadlines.NONE);

        static Rules of(Workspace workspace) throws SourceException {
            return new Rules(
                    workspace.policy(), workspace.folder().anchors(), workspace.seen().kept());
        }

        RunReader reader(ChainVerifier verifier) {
            return reader(verifier, RuleBook.installed());
        }

        private RunReader reader(ChainVerifier verifier, RuleBook book) {
            return new RunReader(verifier, policy, trust, book, kept);
        }
    }

    /// Those of the workspace that is open if it looks there, else of the one around the run, else
    /// the built-in policy and no trust.
    private Rules rules(Path directory) throws SourceException {
        if (PackedPath.of(directory) != null) {
            return own(); // what a bundle brings along speaks for whoever made it
        }
        Optional<Rules> open = access.with(workspace -> rules(workspace, directory));
        if (open != null && open.isPresent()) {
            return open.get();
        }
        WorkspaceFolder folder = WorkspaceFolder.around(directory);
        return folder == null
                ? Rules.NONE
                : new Rules(
                        PolicyFile.inForce(folder.policy()),
                        folder.anchors(),
                        KeptClocks.of(folder));
    }

    /// Those of the workspace that is open, else the built-in policy and no trust.
    Rules own() throws SourceException {
        Rules open = access.with(Rules::of);
        return open == null ? Rules.NONE : open;
    }

    private static Optional<Rules> rules(Workspace workspace, Path directory)
            throws SourceException {
        return covers(workspace, directory) ? Optional.of(Rules.of(workspace)) : Optional.empty();
    }

    /// Whether a workspace looks where a run lies.
    static boolean covers(Workspace workspace, Path directory) throws SourceException {
        Path run = directory.toAbsolutePath().normalize();
        for (Source source : workspace.sources()) {
            if (run.startsWith(source.path().toAbsolutePath().normalize())) {
                return true;
            }
        }
        return false;
    }

    private synchronized void opened(RunSnapshot run) throws SourceException {
        Instant now = access.desk().clock().instant();
        Instant before = lately.get(run.directory());
        if (before == null || !now.isBefore(before.plus(AGAIN))) {
            record(run);
            lately.put(run.directory(), now);
        }
    }

    private void record(RunSnapshot run) throws SourceException {
        ChainReport chain = run.chain();
        var details =
                JsonValue.object()
                        .with("path", run.directory().toString())
                        .with("status", run.status().word())
                        .with("verdict", chain == null ? null : chain.verdict().word())
                        .with("head", chain == null ? null : chain.head());
        access.record(DeskAction.OPENED, new Resource("run", run.runId()), details.build());
    }
}
