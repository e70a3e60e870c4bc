// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.RefusalText;
import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.PackedPath;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.FindingId;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Act;
import dev.countersign.core.signing.FindingDisposal;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.Preparation;
import dev.countersign.core.signing.Response;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.signing.Signing;
import dev.countersign.core.signing.SigningRequest;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.SigningKey;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `approve`, `reject`, `review`, `observe`, `dispose`: signs, and appends to the run's log or
/// writes a response file.
final class ActCommand {
    static final Set<String> COMMON =
            Set.of(
                    "--identity",
                    "--keystore",
                    "--pkcs11",
                    "--slot",
                    "--alias",
                    "--certificate",
                    "--pin-file",
                    "--rationale",
                    "--tsa",
                    "--response",
                    "--tsa-request",
                    "--at",
                    "--policy",
                    "--workspace",
                    "--trust");

    private final Arguments arguments;
    private final Console console;
    private final Path path;
    private final Policy policy;
    private final RunReader reader;
    private final Instant now;
    private final ActLedger ledger;

    private ActCommand(Arguments arguments, Console console, Path path)
            throws UsageException, SourceException {
        this.arguments = arguments;
        this.console = console;
        this.path = path;
        policy = PolicyOption.of(path, arguments);
        reader =
                new RunReader(
                        new ChainVerifier(
                                console.workers(), Runtime.getRuntime().availableProcessors()),
                        policy,
                        TrustOption.of(path, arguments).place(),
                        RuleBook.installed(),
                        WorkspaceOption.clocks(path, arguments));
        now = Options.now(arguments, console);
        ledger = new ActLedger(path, arguments, console);
    }

    static Exit run(String command, List<String> words, Console console)
            throws UsageException, SourceException {
        Set<String> values = new HashSet<>(COMMON);
        values.addAll(ActWords.options(command));
        values.add("--run");
        Arguments arguments = Arguments.parse(words, Set.of("--json", "--pss"), values);
        if (arguments.rest().size() != 1) {
            throw new UsageException(command + " takes one run directory");
        }
        if (arguments.value("--tsa-request") != null && arguments.value("--response") == null) {
            throw new UsageException("--tsa-request goes with --response FILE");
        }
        Act act = ActWords.act(command, arguments);
        String word = arguments.rest().getFirst();
        if (act instanceof Act.Dispose dispose && FindingId.isOne(word)) {
            Act.Dispose named =
                    new Act.Dispose(
                            word,
                            dispose.disposition(),
                            dispose.supersededBy(),
                            dispose.rationale());
            return disposed(FoundFinding.of(word, arguments, console), named, arguments, console);
        }
        return new ActCommand(arguments, console, Options.present(word)).run(command, act);
    }

    /// Signs an act that another command made.
    static Exit sign(String command, Path run, Act act, Arguments arguments, Console console)
            throws UsageException, SourceException {
        return new ActCommand(arguments, console, run).run(command, act);
    }

    /// Into the log of its run, or where that cannot take it, into the ledger.
    private static Exit disposed(
            FoundFinding found, Act.Dispose act, Arguments arguments, Console console)
            throws UsageException, SourceException {
        Path run = found.run();
        if (run != null) {
            ActCommand command = new ActCommand(arguments, console, run);
            if (!FindingDisposal.inLedger(command.reader.read(run), command.policy, act)) {
                return command.run("dispose", act);
            }
        }
        Policy policy = PolicyOption.of(found.folder().root(), arguments);
        return new FindingCommand(found, policy, arguments, console).dispose(act);
    }

    private Exit run(String command, Act asked) throws UsageException, SourceException {
        for (String option : List.of("--response", StampOption.REQUEST)) {
            String file = arguments.value(option);
            if (file != null) {
                var _ = Options.outside(file);
            }
        }
        PackedPath packed = PackedPath.of(path);
        RunSnapshot run = packed == null ? reader.read(path) : packed(packed);
        Act act = ActWords.about(asked, run);
        String identity = arguments.value("--identity");
        return switch (SigningRequest.prepare(run, policy, act, identity, null, now)) {
            case Preparation.Refused(List<Obstacle> obstacles) ->
                    refused(command, run.runId(), act, obstacles);
            case Preparation.Ready(SigningRequest request) ->
                    KeyOption.of(arguments).use(now, console, key -> signed(command, request, key));
        };
    }

    /// A run in a bundle, of which only a response file can be made.
    private RunSnapshot packed(PackedPath packed) throws UsageException, SourceException {
        if (arguments.value("--response") == null) {
            throw new SourceException(
                    path,
                    path
                            + " lies in a bundle, which nothing is written to: give --response"
                            + " FILE, and import that where the run lives.");
        }
        try (Bundle bundle = Bundles.open(packed.bundle(), policy)) {
            RunFolder run = Bundles.one(bundle, packed, arguments.value("--run"));
            return reader.read(run, VerifyRequest.DEFAULT, Progress.NONE);
        }
    }

    private Exit signed(String command, SigningRequest request, SigningKey key)
            throws UsageException, SourceException {
        Obstacle other = Signing.certificate(key.certificate(), request.identity(), policy);
        if (other != null) {
            return refused(command, request.runId(), request.act(), List.of(other));
        }
        SignedEntry entry = StampOption.signed(request, key, arguments, console);
        String response = arguments.value("--response");
        if (response != null) {
            Path file = Options.path(response);
            Response.of(entry).write(file);
            StampOption.request(entry, arguments, console);
            ActDocument.written(entry, file).print(arguments, console);
            return Exit.DONE;
        }
        return recorded(command, entry);
    }

    private Exit recorded(String command, SignedEntry entry)
            throws UsageException, SourceException {
        @Nullable String head =
                LogEnd.head(
                        path,
                        Signing.record(entry, Durability.EACH_WRITE),
                        reason -> "cannot " + command + ": " + RefusalText.sentence(reason),
                        console);
        if (head == null) {
            return Exit.FAILED;
        }
        String key = KeyOption.named(arguments);
        ledger.afterwards(entry.request().identity(), entries -> entries.signed(entry, head, key));
        ActDocument.recorded(entry, head)
                .before(
                        NextStep.of(
                                path, reader, policy, WorkspaceOption.of(path, arguments), console))
                .print(arguments, console);
        return Exit.DONE;
    }

    private Exit refused(String command, String runId, Act act, List<Obstacle> obstacles)
            throws UsageException, SourceException {
        String claimed = arguments.value("--identity");
        String identity = claimed == null ? "" : claimed;
        ledger.note(identity, entries -> entries.denied(runId, act, identity, obstacles));
        console.complain(path + ": cannot " + command + ": " + Obstacle.sentences(obstacles));
        return Exit.FAILED;
    }
}
