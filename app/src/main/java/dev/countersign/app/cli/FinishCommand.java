// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.app.text.RefusalText;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.journal.Decisions;
import dev.countersign.core.journal.Decisions.StateApproval;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.Refusal;
import dev.countersign.core.journal.RunDirectory;
import dev.countersign.core.journal.TornEnd;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.UnfinishedApproval;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `finish`: writes into the checkpoint what the log has approved, where a crash kept it out.
final class FinishCommand {
    private FinishCommand() {}

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments =
                Arguments.parse(words, Set.of("--json"), Set.of("--policy", "--workspace"));
        if (arguments.rest().size() != 1) {
            throw new UsageException("finish takes one run directory");
        }
        Path path = Options.present(arguments.rest().getFirst());
        RunDirectory directory = RunDirectory.of(path, Durability.EACH_WRITE);
        TornEnd torn = Decisions.setUnfinishedAside(directory);
        if (torn != null) {
            TornNote.print(torn, console);
        }
        RunSnapshot run =
                new RunReader(new ChainVerifier(Runnable::run, 1), PolicyOption.of(path, arguments))
                        .read(path);
        if (run.chain() == null || run.chain().verdict() != Verdict.INTACT) {
            throw new SourceException(
                    path, path + ": the chain does not verify: nothing is written.");
        }
        List<StateApproval> unfinished = UnfinishedApproval.of(run);
        for (StateApproval approval : unfinished) {
            Refusal refusal = Decisions.finish(directory, approval);
            if (refusal != null) {
                console.complain(path + ": not finished: " + RefusalText.sentence(refusal));
                return Exit.FAILED;
            }
        }
        console.out()
                .println(
                        arguments.has("--json")
                                ? document(run, unfinished).text()
                                : sentence(unfinished.size()));
        return Exit.DONE;
    }

    private static JsonValue document(RunSnapshot run, List<StateApproval> written) {
        List<JsonValue> approvals = new ArrayList<>();
        for (StateApproval approval : written) {
            approvals.add(
                    JsonValue.object()
                            .with("key", approval.key())
                            .with("approver", approval.approver())
                            .build());
        }
        return JsonValue.object()
                .with("run_id", run.runId())
                .with("written", new JsonArray(approvals))
                .build();
    }

    private static String sentence(int written) {
        return written == 0
                ? "Nothing was left to write."
                : "Written to state.json: "
                        + written
                        + (written == 1 ? " approval." : " approvals.");
    }
}
