// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// `verify`: is the chain intact, and if not, where and how is it broken?
final class VerifyCommand {
    private static final Set<String> FLAGS =
            Set.of("--json", "--final", "--segment", "--incremental", "--hashes");
    private static final Set<String> VALUES =
            Set.of(
                    "--format",
                    CheckpointFile.OPTION,
                    CheckpointFile.VERIFIER,
                    "--at",
                    "--workspace",
                    "--policy",
                    "--trust");

    private final VerifyRequest request;
    private final Arguments arguments;
    private final boolean json;
    private final Console console;
    private final ChainVerifier verifier;
    private final KeptOption kept;
    private final FixedClocks clocks;

    private VerifyCommand(VerifyRequest request, Arguments arguments, Console console)
            throws UsageException {
        this.kept = KeptOption.of(arguments);
        this.clocks = new FixedClocks(arguments, console);
        this.request = request;
        this.arguments = arguments;
        this.json = arguments.has("--json");
        this.console = console;
        this.verifier =
                new ChainVerifier(console.workers(), Runtime.getRuntime().availableProcessors());
    }

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments = Arguments.parse(words, FLAGS, VALUES);
        if (arguments.rest().isEmpty()) {
            throw new UsageException("verify needs a path: a log, a run directory, or several");
        }
        if (arguments.rest().size() > 1 && arguments.value("--checkpoint") != null) {
            throw new UsageException("a checkpoint is about one log: give one path");
        }
        VerifyCommand command = new VerifyCommand(Options.request(arguments), arguments, console);
        Exit exit = Exit.DONE;
        for (String word : arguments.rest()) {
            exit = exit.worse(command.evidence(Options.path(word)));
        }
        return exit;
    }

    /// One path; a folder of runs stands for each of them.
    private Exit evidence(Path path) throws UsageException {
        try {
            if (Files.notExists(path)) {
                Bundles.refuseArchived(path);
            }
            EvidencePath evidence = EvidencePath.of(path);
            return switch (evidence.kind()) {
                case LOG -> mayBeBundle(path) ? bundle(path) : verify(path, evidence.log());
                case RUN_DIRECTORY -> verifyRun(path, evidence.log());
                case NO_LOG -> mayBeBundle(path) ? bundle(path) : noLog(path);
                case RUN_FOLDER -> {
                    Exit exit = Exit.DONE;
                    for (Path run : evidence.runs()) {
                        exit = exit.worse(evidence(run));
                    }
                    yield exit;
                }
            };
        } catch (SourceException e) {
            if (json) {
                console.out()
                        .println(
                                JsonValue.object()
                                        .with("path", path.toString())
                                        .with("error", e.getMessage())
                                        .build()
                                        .text());
            }
            console.complain(String.valueOf(e.getMessage()));
            return Exit.FAILED;
        }
    }

    /// A log is called one; whatever has another name is looked at.
    private static boolean mayBeBundle(Path path) throws SourceException {
        return !path.toString().endsWith(".jsonl") && Bundle.is(path);
    }

    private Exit bundle(Path path) throws UsageException, SourceException {
        return new BundleCheck(arguments, console, request).verify(path);
    }

    private Exit verify(Path path, Path log) throws UsageException, SourceException {
        List<Checkpoint> before = kept.own(path);
        VerifyRequest compared = KeptCheck.request(request, before);
        try (LogFile file = LogFile.open(log)) {
            ChainReport report =
                    Options.finished(
                            verifier.verify(
                                    file,
                                    compared,
                                    Options.progress(file, console),
                                    Cancellation.NEVER));
            TrustOption trust = TrustOption.of(path, arguments);
            return print(path, report, null, trust, check(log, report, compared, before));
        }
    }

    private @Nullable KeptCheck check(
            Path log, ChainReport report, VerifyRequest compared, List<Checkpoint> before)
            throws SourceException {
        return before.isEmpty() ? null : KeptCheck.of(log, report, compared, before, console);
    }

    /// @param log its log, which does not lead out of the directory
    private Exit verifyRun(Path path, Path log) throws UsageException, SourceException {
        Progress progress;
        try (LogFile file = LogFile.open(log)) {
            progress = Options.progress(file, console);
        }
        Policy policy = PolicyOption.of(path, arguments);
        TrustOption trust = TrustOption.of(path, arguments);
        List<Checkpoint> before = kept.own(path);
        VerifyRequest compared = KeptCheck.request(request, before);
        RunSnapshot run =
                new RunReader(
                                verifier,
                                policy,
                                trust.place(),
                                RuleBook.installed(),
                                clocks.of(path))
                        .read(path, compared, progress);
        ChainReport report = run.chain();
        if (report == null) {
            throw new SourceException(log, log + " went away while it was read: try again.");
        }
        return print(path, report, run, trust, check(log, report, compared, before));
    }

    private Exit print(
            Path path,
            ChainReport report,
            @Nullable RunSnapshot run,
            TrustOption trust,
            @Nullable KeptCheck before)
            throws UsageException, SourceException {
        if (arguments.value(WorkspaceOption.NAME) != null) {
            record(path, report);
        }
        CheckpointFile given = CheckpointFile.of(arguments);
        CheckpointStamp stamp = stamp(trust);
        if (json) {
            VerifyDocument.print(
                    VerifyDocument.of(path, report, run, request, given),
                    beside(run == null ? null : trust, before, stamp),
                    console.out());
        } else {
            VerifyText.print(path, report, run, console.out());
            VerifyText.vouches(report, given, console.out());
            VerifyText.beside(before, stamp, console.out());
        }
        boolean negative =
                report.verdict() != Verdict.INTACT
                        || report.checkpoint().negative()
                        || before != null && before.history().negative()
                        || run != null && run.channels().negative();
        return negative ? Exit.NEGATIVE : Exit.DONE;
    }

    /// @param trust what a run's signers were held against; null if it is none
    private static JsonObject beside(
            @Nullable TrustOption trust,
            @Nullable KeptCheck before,
            @Nullable CheckpointStamp stamp) {
        JsonValue.ObjectBuilder beside = JsonValue.object();
        if (trust != null) {
            beside.with("trust_from", trust.from());
        }
        if (before != null) {
            beside.with("kept", before.json());
        }
        if (stamp != null) {
            beside.with("checkpoint_stamp", stamp.json());
        }
        return beside.build();
    }

    /// What lies beside the checkpoint that was given.
    private @Nullable CheckpointStamp stamp(TrustOption trust)
            throws UsageException, SourceException {
        String file = arguments.value(CheckpointFile.OPTION);
        return file == null ? null : CheckpointStamp.beside(Options.path(file), trust.place());
    }

    private void record(Path path, ChainReport report) throws UsageException, SourceException {
        JsonObject details =
                JsonValue.object()
                        .with("verdict", report.verdict().word())
                        .with("records", report.records())
                        .with("head", report.head())
                        .with("faults", report.faultCount())
                        .build();
        Resource log = new Resource("log", path.toAbsolutePath().toString());
        LedgerNote.of(arguments, console, DeskAction.VERIFIED, log, details);
    }

    private Exit noLog(Path path) {
        if (json) {
            console.out().println(VerifyDocument.nothing(path).text());
        } else {
            console.out()
                    .println(
                            "empty     "
                                    + path
                                    + " has no "
                                    + EvidencePath.RUN_LOG
                                    + ": nothing to verify.");
        }
        return Exit.NEGATIVE;
    }
}
