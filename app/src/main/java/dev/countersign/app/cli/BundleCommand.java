// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.archive.Extracted;
import dev.countersign.core.archive.Packing;
import dev.countersign.core.archive.Refusal;
import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.BundleDigest;
import dev.countersign.core.bundle.BundleExtraction;
import dev.countersign.core.bundle.BundleOpening;
import dev.countersign.core.bundle.BundleOrder;
import dev.countersign.core.bundle.BundleWriter;
import dev.countersign.core.bundle.SumAlgorithm;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Octets;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `bundle`: makes, verifies and extracts bundles of evidence.
final class BundleCommand {
    private static final Set<String> FLAGS =
            Set.of("--json", "--deflate", "--sha512", "--final", "--segment", "--hashes");
    private static final Set<String> VALUES =
            Set.of(
                    "--out",
                    "--at",
                    "--policy",
                    "--workspace",
                    "--trust",
                    "--format",
                    "--checkpoint");

    private final Arguments arguments;
    private final Console console;
    private final List<String> words;

    private BundleCommand(Arguments arguments, Console console) {
        this.arguments = arguments;
        this.console = console;
        this.words = arguments.rest().subList(1, arguments.rest().size());
    }

    /// @param software as which bundles are signed for
    static Exit run(List<String> words, String software, Console console)
            throws UsageException, SourceException {
        Arguments arguments = Arguments.parse(words, FLAGS, VALUES);
        if (arguments.rest().isEmpty()) {
            throw new UsageException("bundle needs create, verify, extract or provenance");
        }
        try {
            return new BundleCommand(arguments, console).run(software);
        } catch (SourceException e) {
            return notDone(e, arguments, console);
        }
    }

    private Exit run(String software) throws UsageException, SourceException {
        return switch (arguments.rest().getFirst()) {
            case "create" -> create(software);
            case "verify" -> verify();
            case "extract" -> extract();
            case "provenance" -> ProvenanceCommand.run(words, arguments, console);
            default ->
                    throw new UsageException("bundle knows create, verify, extract and provenance");
        };
    }

    /// Says that it could not be done, as `verify` does.
    private static Exit notDone(SourceException why, Arguments arguments, Console console) {
        String sentence = String.valueOf(why.getMessage());
        if (arguments.has("--json")) {
            console.out()
                    .println(
                            JsonValue.object()
                                    .with("path", why.path().toString())
                                    .with("error", sentence)
                                    .build()
                                    .text());
        }
        console.complain(sentence);
        return Exit.FAILED;
    }

    private Exit create(String software) throws UsageException, SourceException {
        String named = arguments.value("--out");
        if (words.isEmpty() || named == null) {
            throw new UsageException("bundle create needs run directories, and --out FILE");
        }
        Path out = Options.path(named);
        List<Path> runs = new ArrayList<>();
        for (String word : words) {
            Path run = Options.path(word);
            if (!SmallFile.exists(run)) {
                Bundles.refuseArchived(run);
            }
            runs.add(run);
        }
        Path first = runs.getFirst();
        TrustOption trust = TrustOption.of(first, arguments);
        int cores = Runtime.getRuntime().availableProcessors();
        Policy policy = PolicyOption.of(first, arguments);
        RunReader reader =
                new RunReader(new ChainVerifier(console.workers(), cores), policy, trust.place());
        @Nullable Path anchors = trust.folder();
        BundleOrder order =
                new BundleOrder(
                        runs,
                        Octets.of(PolicyOption.bytes(first, arguments)),
                        anchors != null && SmallFile.exists(anchors) ? anchors : null,
                        Packing.asked(out),
                        arguments.has("--deflate"),
                        arguments.has("--sha512")
                                ? EnumSet.allOf(SumAlgorithm.class)
                                : EnumSet.of(SumAlgorithm.SHA256),
                        Options.now(arguments, console),
                        software);
        boolean _ =
                new BundleWriter(reader, Bundles.limits(policy))
                        .write(order, out, console.workers(), Progress.NONE, Cancellation.NEVER);
        exported(out);
        return check().verify(out);
    }

    private void exported(Path out) throws UsageException, SourceException {
        if (arguments.value(WorkspaceOption.NAME) != null) {
            Resource bundle = new Resource("bundle", out.toAbsolutePath().toString());
            JsonArray runs = new JsonArray(words.stream().map(JsonValue::of).toList());
            JsonValue.ObjectBuilder details = JsonValue.object().with("runs", runs);
            try (Bundle made = Bundles.open(out, PolicyOption.of(out, arguments))) {
                details.with("sha256", BundleDigest.of(made));
            }
            LedgerNote.of(arguments, console, DeskAction.EXPORTED, bundle, details.build());
        }
    }

    private BundleCheck check() throws UsageException, SourceException {
        return new BundleCheck(arguments, console, Options.request(arguments));
    }

    private Exit verify() throws UsageException, SourceException {
        if (words.size() != 1) {
            throw new UsageException("bundle verify takes one bundle");
        }
        return check().verify(Options.path(words.getFirst()));
    }

    private Exit extract() throws UsageException, SourceException {
        if (words.size() != 2) {
            throw new UsageException("bundle extract takes a bundle and a new folder");
        }
        Path target = Options.path(words.getLast());
        Path path = Options.path(words.getFirst());
        return switch (Bundles.opening(path, PolicyOption.of(path, arguments))) {
            case BundleOpening.Refused(Refusal refusal) -> check().refused(path, refusal);
            case BundleOpening.Opened(Bundle bundle) -> {
                try (bundle) {
                    Extracted done =
                            BundleExtraction.of(
                                    bundle,
                                    target,
                                    console.workers(),
                                    Progress.NONE,
                                    Cancellation.NEVER);
                    if (done instanceof Extracted.Damaged(Refusal damage)) {
                        yield check().refused(path, damage, Bundles.notExtracted(path, damage));
                    }
                }
                yield check().verify(target);
            }
        };
    }
}
