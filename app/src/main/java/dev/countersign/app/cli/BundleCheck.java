// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.archive.Refusal;
import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.BundleOpening;
import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.bundle.BundleVerifier;
import dev.countersign.core.bundle.BundledRun;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Verifies a bundle and says what came of it: for `bundle`, `verify` and `queue`.
final class BundleCheck {
    private final Arguments arguments;
    private final Console console;
    private final VerifyRequest request;

    BundleCheck(Arguments arguments, Console console, VerifyRequest request) {
        this.arguments = arguments;
        this.console = console;
        this.request = request;
    }

    /// Verifies, and prints a document or words.
    Exit verify(Path path) throws UsageException, SourceException {
        return switch (Bundles.opening(path, policy(path))) {
            case BundleOpening.Refused(Refusal refusal) -> refused(path, refusal);
            case BundleOpening.Opened(Bundle bundle) -> {
                try (bundle) {
                    Map<String, List<Checkpoint>> own = own(bundle);
                    BundleReport report = report(bundle, own, verifier(path).withoutRecords());
                    yield verified(path, report, kept(bundle, report, own));
                }
            }
        };
    }

    /// Says that it is not opened.
    Exit refused(Path path, Refusal refusal) {
        return refused(path, refusal, Bundles.sentence(path, refusal));
    }

    /// Says that nothing was done, and why.
    Exit refused(Path path, Refusal refusal, String sentence) {
        if (arguments.has("--json")) {
            console.out().println(BundleDocument.refused(path, refusal, sentence).text());
        }
        console.complain(sentence);
        return Exit.FAILED;
    }

    /// What the desk of `--workspace` has seen of each run that it has seen, by name.
    private Map<String, List<Checkpoint>> own(Bundle bundle)
            throws UsageException, SourceException {
        KeptOption option = KeptOption.of(arguments);
        Map<String, List<Checkpoint>> own = new TreeMap<>();
        for (Map.Entry<String, RunFolder> run : bundle.runs().entrySet()) {
            List<Checkpoint> seen = option.own(run.getValue());
            if (!seen.isEmpty()) {
                own.put(run.getKey(), seen);
            }
        }
        return own;
    }

    private VerifyRequest request(Map<String, List<Checkpoint>> own, String name) {
        return KeptCheck.request(request, own.getOrDefault(name, List.of()));
    }

    /// How each of those runs stands to it.
    private Map<String, KeptCheck> kept(
            Bundle bundle, BundleReport report, Map<String, List<Checkpoint>> own)
            throws SourceException {
        Map<String, KeptCheck> kept = new TreeMap<>();
        for (BundledRun run : report.runs()) {
            RunSnapshot snapshot = run.snapshot();
            ChainReport chain = snapshot == null ? null : snapshot.chain();
            List<Checkpoint> seen = own.getOrDefault(run.name(), List.of());
            RunFolder folder = bundle.runs().get(run.name());
            if (chain != null
                    && !seen.isEmpty()
                    && folder != null
                    && folder.log() instanceof RunFolder.Content.Opened(LogFile log)) {
                try (log) {
                    VerifyRequest compared = request(own, run.name());
                    kept.put(run.name(), KeptCheck.of(log, chain, compared, seen, console));
                }
            }
        }
        return kept;
    }

    private Exit verified(Path path, BundleReport report, Map<String, KeptCheck> kept)
            throws UsageException, SourceException {
        record(path, report);
        if (arguments.has("--json")) {
            console.out()
                    .println(BundleDocument.of(path, report, request, trust(path), kept).text());
        } else {
            BundleText.print(path, report, trust(path), kept, console.out());
        }
        boolean against = kept.values().stream().anyMatch(check -> check.history().negative());
        return against ? exit(report).worse(Exit.NEGATIVE) : exit(report);
    }

    /// What could not be read, and no damage explains, could not be done.
    private static Exit exit(BundleReport report) {
        boolean unread = report.runs().stream().anyMatch(run -> run.failure() != null);
        boolean explained =
                !report.damage().isEmpty() || report.bag() != null && !report.bag().valid();
        return unread && !explained ? Exit.FAILED : report.negative() ? Exit.NEGATIVE : Exit.DONE;
    }

    /// Verifies, and reports the runs without their records.
    ///
    /// @throws SourceException if it cannot be read, or is refused
    BundleReport report(Path path) throws UsageException, SourceException {
        return report(path, verifier(path).withoutRecords());
    }

    /// The same with their records.
    ///
    /// @throws SourceException if it cannot be read, or is refused
    BundleReport whole(Path path) throws UsageException, SourceException {
        return report(path, verifier(path));
    }

    private BundleReport report(Path path, BundleVerifier verifier)
            throws UsageException, SourceException {
        try (Bundle bundle = Bundles.open(path, policy(path))) {
            return report(bundle, Map.of(), verifier);
        }
    }

    private BundleReport report(
            Bundle bundle, Map<String, List<Checkpoint>> own, BundleVerifier verifier)
            throws UsageException, SourceException {
        if (request.checkpoint() != null && bundle.runs().size() != 1) {
            throw new UsageException("a checkpoint is about one log: this bundle has others");
        }
        return verifier.verify(
                        bundle,
                        name -> request(own, name),
                        Options.progress(console),
                        Cancellation.NEVER)
                .orElseThrow(() -> new IllegalStateException("nobody cancelled"));
    }

    private BundleVerifier verifier(Path path) throws UsageException, SourceException {
        int cores = Runtime.getRuntime().availableProcessors();
        RunReader reader =
                new RunReader(
                        new ChainVerifier(console.workers(), cores),
                        policy(path),
                        TrustOption.of(path, arguments).place());
        return new BundleVerifier(reader, console.workers(), cores);
    }

    /// Whose anchors were used; null where there are none.
    private @Nullable String trust(Path path) throws UsageException, SourceException {
        return TrustOption.of(path, arguments).from();
    }

    private Policy policy(Path path) throws UsageException, SourceException {
        return PolicyOption.of(path, arguments);
    }

    private void record(Path path, BundleReport report) throws UsageException, SourceException {
        if (arguments.value(WorkspaceOption.NAME) != null) {
            Resource bundle = new Resource("bundle", path.toAbsolutePath().toString());
            long failed = report.runs().stream().filter(BundledRun::negative).count();
            JsonValue.ObjectBuilder details =
                    JsonValue.object()
                            .with("runs", report.runs().size())
                            .with("negative", failed)
                            .with("against", BundleText.against(report).size());
            LedgerNote.of(arguments, console, DeskAction.VERIFIED, bundle, details.build());
        }
    }
}
