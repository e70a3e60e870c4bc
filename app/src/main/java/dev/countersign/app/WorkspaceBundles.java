// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.cli.Bundles;
import dev.countersign.app.feature.bundle.BundleListing;
import dev.countersign.app.feature.bundle.BundleLook;
import dev.countersign.app.feature.bundle.BundleMade;
import dev.countersign.app.feature.bundle.BundleSource;
import dev.countersign.core.archive.Archive;
import dev.countersign.core.archive.Extracted;
import dev.countersign.core.archive.PackedFile;
import dev.countersign.core.archive.Packing;
import dev.countersign.core.archive.Refusal;
import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.BundleExtraction;
import dev.countersign.core.bundle.BundleOpening;
import dev.countersign.core.bundle.BundleOrder;
import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.bundle.BundleVerifier;
import dev.countersign.core.bundle.BundleWriter;
import dev.countersign.core.bundle.BundledRun;
import dev.countersign.core.bundle.SumAlgorithm;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Octets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Bundles, by the policy and the trust of the workspace that is open: what a bundle brings along
/// speaks for whoever made it. What was verified, extracted and made is in the ledger.
final class WorkspaceBundles implements BundleSource {
    private final ChainVerifier chains;
    private final Executor workers;
    private final int parallelism;
    private final WorkspaceRuns runs;
    private final WorkspaceAccess access;
    private final String software;

    /// @param workers lends threads
    /// @param parallelism how many
    /// @param software as which bundles are made
    WorkspaceBundles(
            ChainVerifier chains,
            Executor workers,
            int parallelism,
            WorkspaceRuns runs,
            WorkspaceAccess access,
            String software) {
        this.chains = chains;
        this.workers = workers;
        this.parallelism = parallelism;
        this.runs = runs;
        this.access = access;
        this.software = software;
    }

    private BundleOpening open(Path bundle) throws SourceException {
        return Bundle.open(bundle, Bundles.limits(runs.own().policy()));
    }

    @Override
    public BundleLook look(Path bundle) throws SourceException {
        return switch (open(bundle)) {
            case BundleOpening.Refused(Refusal refusal) ->
                    new BundleLook.Refused(Bundles.sentence(bundle, refusal));
            case BundleOpening.Opened(Bundle opened) -> {
                try (opened) {
                    var files = opened.archive().files().values();
                    yield new BundleLook.Opened(
                            new BundleListing(
                                    opened.isBag(),
                                    files.size(),
                                    files.stream().mapToLong(PackedFile::size).sum(),
                                    List.copyOf(opened.runs().keySet())));
                }
            }
        };
    }

    private Bundle opened(Path bundle) throws SourceException {
        return switch (open(bundle)) {
            case BundleOpening.Opened(Bundle opened) -> opened;
            case BundleOpening.Refused(Refusal refusal) ->
                    throw new SourceException(bundle, Bundles.sentence(bundle, refusal));
        };
    }

    @Override
    public Optional<BundleReport> verify(Path bundle, Progress progress, Cancellation cancellation)
            throws SourceException {
        Optional<BundleReport> done;
        try (Bundle opened = opened(bundle)) {
            done =
                    new BundleVerifier(runs.own().reader(chains), workers, parallelism)
                            .withoutRecords()
                            .verify(opened, VerifyRequest.DEFAULT, progress, cancellation);
        }
        if (done.isPresent()) {
            BundleReport report = done.get();
            long negative = report.runs().stream().filter(BundledRun::negative).count();
            access.record(
                    DeskAction.VERIFIED,
                    resource(bundle),
                    JsonValue.object()
                            .with("runs", report.runs().size())
                            .with("negative", negative)
                            .with("against", Bundles.against(report).size())
                            .build());
        }
        return done;
    }

    @Override
    public String digest(Path bundle, Cancellation cancellation) throws SourceException {
        if (Files.isDirectory(bundle)) {
            return "";
        }
        try (LogFile whole = LogFile.open(bundle)) {
            return FileDigest.sha256(whole, whole.size(), cancellation);
        }
    }

    @Override
    public boolean extract(Path bundle, Path target, Progress progress, Cancellation cancellation)
            throws SourceException {
        try (Bundle opened = opened(bundle)) {
            switch (BundleExtraction.of(opened, target, workers, progress, cancellation)) {
                case Extracted.Done _ -> {}
                case Extracted.Cancelled _ -> {
                    return false;
                }
                case Extracted.Damaged(Refusal damage) ->
                        throw new SourceException(bundle, Bundles.notExtracted(bundle, damage));
            }
        }
        access.record(
                DeskAction.EXPORTED,
                resource(bundle),
                JsonValue.object().with("extracted_to", target.toString()).build());
        return true;
    }

    @Override
    public Optional<BundleMade> make(
            List<Path> wanted, Path file, Progress progress, Cancellation cancellation)
            throws SourceException {
        WorkspaceRuns.Rules own = runs.own();
        Path anchors = own.trust().folder();
        var order =
                new BundleOrder(
                        wanted,
                        Octets.of(policy()),
                        anchors != null && SmallFile.exists(anchors) ? anchors : null,
                        Packing.asked(file),
                        false,
                        EnumSet.of(SumAlgorithm.SHA256),
                        access.desk().clock().instant(),
                        software);
        if (!new BundleWriter(own.reader(chains), Bundles.limits(own.policy()))
                .write(order, file, workers, progress, cancellation)) {
            return Optional.empty();
        }
        BundleMade made = made(wanted, file, order);
        List<JsonValue> names = new ArrayList<>();
        wanted.forEach(run -> names.add(JsonValue.of(run.toString())));
        access.record(
                DeskAction.EXPORTED,
                resource(file),
                JsonValue.object()
                        .with("runs", new JsonArray(names))
                        .with("sha256", made.sha256())
                        .build());
        return Optional.of(made);
    }

    private byte[] policy() throws SourceException {
        Path file = access.with(workspace -> workspace.folder().policy());
        return file == null || !SmallFile.exists(file)
                ? DefaultPolicy.bytes()
                : SmallFile.read(file);
    }

    private static BundleMade made(List<Path> wanted, Path file, BundleOrder order)
            throws SourceException {
        if (order.form() == Archive.Form.FOLDER) {
            return new BundleMade(file, wanted.size(), 0, "");
        }
        try (LogFile whole = LogFile.open(file)) {
            String sha256 = FileDigest.sha256(whole, whole.size(), Cancellation.NEVER);
            return new BundleMade(file, wanted.size(), whole.size(), sha256);
        }
    }

    private static Resource resource(Path bundle) {
        return new Resource("bundle", bundle.toAbsolutePath().toString());
    }
}
