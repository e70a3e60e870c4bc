// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.run.ReadRun;
import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.PolicyFile;
import dev.countersign.core.workspace.Source;
import dev.countersign.core.workspace.Workspace;
import dev.countersign.core.workspace.WorkspaceFolder;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads one run for its screen. That somebody opened it is in the ledger before it is seen, once a
/// minute at most: reading it again because it changed is not opening it again.
final class WorkspaceRuns implements ReadRun {
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final ChainVerifier verifier;
    private final WorkspaceAccess access;
    private final Map<Path, Instant> lately = new HashMap<>();

    WorkspaceRuns(ChainVerifier verifier, WorkspaceAccess access) {
        this.verifier = verifier;
        this.access = access;
    }

    @Override
    public Optional<RunSnapshot> read(Path directory, Progress progress, Cancellation cancellation)
            throws SourceException {
        Optional<RunSnapshot> read =
                new RunReader(verifier, policy(directory), anchors(directory))
                        .read(directory, VerifyRequest.DEFAULT, progress, cancellation);
        if (read.isPresent()) {
            opened(read.get());
        }
        return read;
    }

    /// That of the workspace that is open if it looks there, else of the one around the run, else
    /// the built-in one.
    private Policy policy(Path directory) throws SourceException {
        Optional<Policy> open = access.with(workspace -> policy(workspace, directory));
        if (open != null && open.isPresent()) {
            return open.get();
        }
        WorkspaceFolder folder = WorkspaceFolder.around(directory);
        return folder == null ? DefaultPolicy.get() : PolicyFile.inForce(folder.policy());
    }

    /// The trust anchors that belong to that policy.
    private TrustPlace anchors(Path directory) throws SourceException {
        Optional<TrustPlace> open =
                access.with(workspace ->
                        policy(workspace, directory).map(policy -> workspace.folder().anchors()));
        if (open != null && open.isPresent()) {
            return open.get();
        }
        WorkspaceFolder folder = WorkspaceFolder.around(directory);
        return folder == null ? TrustPlace.nowhere() : folder.anchors();
    }

    private static Optional<Policy> policy(Workspace workspace, Path directory)
            throws SourceException {
        Path run = directory.toAbsolutePath().normalize();
        for (Source source : workspace.sources()) {
            if (run.startsWith(source.path().toAbsolutePath().normalize())) {
                return Optional.of(workspace.policy());
            }
        }
        return Optional.empty();
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
