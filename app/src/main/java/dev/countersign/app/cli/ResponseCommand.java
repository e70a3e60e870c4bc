// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.RefusalText;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Described;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.signing.Obstacle;
import dev.countersign.core.signing.Response;
import dev.countersign.core.signing.ResponseImport;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// `import-response`: what was signed elsewhere, into the log of its run.
final class ResponseCommand {
    private ResponseCommand() {}

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments =
                Arguments.parse(
                        words,
                        Set.of("--json"),
                        Set.of(
                                "--at",
                                "--policy",
                                "--workspace",
                                "--trust",
                                "--tsa-request",
                                "--tsa-answer"));
        if (arguments.rest().size() != 2) {
            throw new UsageException("import-response takes a response file and a run directory");
        }
        Path file = Options.path(arguments.rest().getFirst());
        Path path = Options.path(arguments.rest().getLast());
        Response response = response(file, arguments);
        Policy policy = PolicyOption.of(path, arguments);
        TrustOption trust = TrustOption.of(path, arguments);
        RunReader reader = reader(path, policy, trust, arguments, console);
        ResponseImport work = new ResponseImport(response, reader.read(path), policy);
        ActLedger ledger = new ActLedger(path, arguments, console);
        List<Obstacle> obstacles = work.obstacles(trust.verifier(policy));
        if (!obstacles.isEmpty()) {
            ledger.note(work.person(), entries -> entries.denied(work, file.toString(), obstacles));
            console.complain(file + ": not imported: " + Obstacle.sentences(obstacles));
            return Exit.FAILED;
        }
        String head = head(path, work, console);
        if (head == null) {
            return Exit.FAILED;
        }
        ledger.afterwards(work.person(), entries -> entries.imported(work, head, file.toString()));
        ActDocument.imported(response, head)
                .before(
                        NextStep.of(
                                path, reader, policy, WorkspaceOption.of(path, arguments), console))
                .print(arguments, console);
        return Exit.DONE;
    }

    private static RunReader reader(
            Path path, Policy policy, TrustOption trust, Arguments arguments, Console console)
            throws UsageException, SourceException {
        return new RunReader(
                new ChainVerifier(console.workers(), Runtime.getRuntime().availableProcessors()),
                policy,
                trust.place(),
                RuleBook.installed(),
                WorkspaceOption.clocks(path, arguments));
    }

    private static @Nullable String head(Path path, ResponseImport work, Console console)
            throws SourceException {
        return LogEnd.head(
                path,
                work.record(Durability.EACH_WRITE),
                reason -> "cannot import it: " + RefusalText.imported(reason),
                console);
    }

    private static Response response(Path file, Arguments arguments)
            throws UsageException, SourceException {
        return switch (Response.read(file)) {
            case Described.Is<Response>(Response read) -> StampOption.answered(read, arguments);
            case Described.IsNot<Response>(String why) ->
                    throw new UsageException(file + " " + why);
        };
    }
}
