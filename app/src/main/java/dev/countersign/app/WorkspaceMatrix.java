// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.cli.Cli;
import dev.countersign.app.feature.reports.MatrixReading;
import dev.countersign.app.feature.reports.MatrixRow;
import dev.countersign.app.feature.reports.MatrixSource;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.reperformance.PopulationResults;
import dev.countersign.core.reperformance.Reperformer;
import dev.countersign.core.reperformance.Reperformer.Subject;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.Overview;
import dev.countersign.core.workspace.Workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Performs the runs of the workspace that is open again; the ledger has what came out of all of
/// them before anybody sees it.
///
/// @param verifier verifies the logs
/// @param access which workspace
record WorkspaceMatrix(ChainVerifier verifier, WorkspaceAccess access) implements MatrixSource {
    @Override
    public Optional<MatrixReading> perform(Progress progress, Cancellation cancellation)
            throws SourceException {
        SharedWorkspace open = access.current();
        if (open == null) {
            return Optional.empty();
        }
        open.looked();
        Overview overview = open.with(Workspace::overview);
        List<Subject> subjects =
                overview.runs().stream()
                        .map(run -> new Subject(run.directory(), run.clocks()))
                        .toList();
        var reperformer =
                new Reperformer(verifier, overview.policy(), RuleBook.installed(), Cli.VERSION);
        List<MatrixRow> rows = new ArrayList<>();
        Optional<PopulationResults> results =
                reperformer.population(
                        subjects, done -> rows.add(MatrixRow.of(done)), progress, cancellation);
        rows.sort(Comparator.comparing(MatrixRow::runId).thenComparing(MatrixRow::sha256));
        if (results.isEmpty() || subjects.isEmpty()) {
            return Optional.of(new MatrixReading(rows, List.of(), subjects.size(), "", null));
        }
        return Optional.of(told(open, rows, results.get(), subjects.size()));
    }

    private MatrixReading told(
            SharedWorkspace open, List<MatrixRow> rows, PopulationResults results, int total)
            throws SourceException {
        String sha256 = results.results().sha256();
        var details =
                JsonValue.object()
                        .with("results_sha256", sha256)
                        .with("tool_version", results.basis().tool())
                        .with("policy_sha256", results.basis().policySha256())
                        .with("agree", JsonValue.of(results.differing() == 0));
        var what = new Resource("population", open.path().toString());
        access.record(DeskAction.REPERFORMED, what, details.build());
        List<String> unreadable =
                results.unreadable().stream().map(PopulationResults.Unreadable::why).toList();
        return new MatrixReading(rows, unreadable, total, sha256, results);
    }
}
