// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Finding;
import dev.countersign.core.workspace.FindingState;
import dev.countersign.core.workspace.Overview;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `findings`: what does somebody have to answer for? Asked about now, a workspace raises what
/// there is to raise; asked about another instant, it only tells.
final class FindingsCommand {
    private FindingsCommand() {}

    static Exit run(List<String> words, Console console) throws UsageException, SourceException {
        Arguments arguments =
                Arguments.parse(
                        words,
                        Set.of("--json"),
                        Set.of("--at", "--policy", "--workspace", "--trust"));
        if (arguments.rest().size() != 1) {
            throw new UsageException("findings takes one folder: a workspace, or runs");
        }
        LookedAt<Overview> looked =
                Overviews.of(
                        Options.path(arguments.rest().getFirst()),
                        arguments,
                        console,
                        workspace -> {
                            if (arguments.value("--at") == null) {
                                workspace.raise();
                            }
                        });
        Overview overview = looked.runs();
        // not before the instant at which something was seen for the first time just now
        Instant now = Options.now(arguments, console);
        looked.bundle().say(arguments, console);
        LaterRecords.say(overview.runs(), now, arguments, console);
        List<Finding> findings = overview.findings(now);
        List<FindingState> states = overview.states(findings, now);
        Copies copies = Copies.among(overview.runs());
        LaterRecords.say(overview.raised(), findings, now, arguments, console);
        if (arguments.has("--json")) {
            JsonObject document = document(findings, states, copies);
            console.out().println(looked.bundle().in(document).text());
        } else {
            table(overview, findings, states, console.out());
            copies.say(findings.stream().map(Finding::runId).toList(), console);
        }
        return Overviews.complaints(overview.seen(), console)
                .worse(looked.bundle().exit())
                .worse(
                        states.stream().allMatch(FindingState.CLOSED::equals)
                                ? Exit.DONE
                                : Exit.NEGATIVE);
    }

    private static JsonObject document(
            List<Finding> findings, List<FindingState> states, Copies copies) {
        List<JsonValue> all = new ArrayList<>(findings.size());
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            Instant due = finding.due();
            JsonValue.ObjectBuilder json =
                    JsonValue.object()
                            .with("id", finding.id())
                            .with("kind", finding.kind().word())
                            .with("severity", finding.severityWord())
                            .with("run_id", finding.runId())
                            .with("at", finding.at().toString())
                            .with("due", due == null ? null : due.toString())
                            .with("state", states.get(i).word());
            JsonValue paths = copies.paths(finding.runId());
            all.add(paths == null ? json.build() : json.with("paths", paths).build());
        }
        return JsonValue.object().with("findings", new JsonArray(all)).build();
    }

    private static void table(
            Overview overview, List<Finding> findings, List<FindingState> states, PrintStream out) {
        if (findings.isEmpty()) {
            boolean runs = !overview.runs().isEmpty() || !overview.unreadable().isEmpty();
            out.println(runs ? "Nothing was found." : Overviews.NO_RUNS);
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("SEVERITY", "FINDING", "KIND", "RUN", "SINCE", "DUE", "STATE"));
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            Instant due = finding.due();
            rows.add(
                    List.of(
                            finding.severityWord(),
                            finding.id(),
                            finding.kind().word().replace('_', ' '),
                            finding.runId(),
                            finding.at().toString(),
                            due == null ? "" : due.toString(),
                            states.get(i).word().replace('_', ' ')));
        }
        Table.print(rows, out);
    }
}
