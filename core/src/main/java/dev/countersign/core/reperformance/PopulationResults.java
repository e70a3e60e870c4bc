// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import dev.countersign.core.bundle.BundleStanding;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Many runs, performed again: a row each, as a matrix of tests shows them.
///
/// @param basis tool and policy
/// @param rows by run id
/// @param unreadable what could not be performed; no part of the document but by its number
/// @param against the bundles that runs were read from, those that something speaks against
public record PopulationResults(
        Basis basis, List<Row> rows, List<Unreadable> unreadable, List<BundleStanding> against) {
    public PopulationResults {
        rows =
                rows.stream()
                        .sorted(Comparator.comparing(Row::runId).thenComparing(Row::sha256))
                        .toList();
        unreadable = List.copyOf(unreadable);
        against = List.copyOf(against);
    }

    /// The same, read from bundles.
    ///
    /// @param bundles all of them
    public PopulationResults from(Collection<BundleStanding> bundles) {
        return new PopulationResults(
                basis,
                rows,
                unreadable,
                bundles.stream().filter(BundleStanding::negative).toList());
    }

    /// The same, beside what could not even be opened.
    public PopulationResults beside(Collection<Unreadable> unopened) {
        List<Unreadable> all = new ArrayList<>(unreadable);
        all.addAll(unopened);
        return new PopulationResults(basis, rows, all, against);
    }

    /// One run.
    ///
    /// @param directory where it is
    /// @param runId its id
    /// @param head of its log; null without one
    /// @param sha256 of its results
    /// @param tests what each gave
    /// @param differences how many
    /// @param left whether it may have concluded something, and nothing of it was performed again
    public record Row(
            Path directory,
            String runId,
            @Nullable String head,
            String sha256,
            Map<TestKind, Comparison.Result> tests,
            int differences,
            boolean left) {
        public Row {
            tests = new EnumMap<>(tests);
        }

        /// The row of a run.
        public static Row of(Reperformance done) {
            Map<TestKind, Comparison.Result> tests = new EnumMap<>(TestKind.class);
            done.comparisons().forEach(c -> tests.put(c.test(), c.result()));
            ChainReport chain = done.run().chain();
            return new Row(
                    done.run().directory(),
                    done.run().runId(),
                    chain == null ? null : chain.head(),
                    done.results().sha256(),
                    tests,
                    done.differences().size(),
                    done.left());
        }

        /// What each test gave.
        @Override
        public Map<TestKind, Comparison.Result> tests() {
            return new EnumMap<>(tests);
        }

        private JsonValue json() {
            JsonValue.ObjectBuilder each = JsonValue.object();
            tests.forEach((test, result) -> each.with(test.word(), result.word()));
            return JsonValue.object()
                    .with("run_id", runId)
                    .with("head", head)
                    .with("results_sha256", sha256)
                    .with("tests", each.build())
                    .with("differences", differences)
                    .build();
        }
    }

    /// What could not be read.
    ///
    /// @param directory where it is
    /// @param why a sentence
    public record Unreadable(Path directory, String why) {}

    /// Whether no run differs, none was left out, and nothing speaks against the bundles they are
    /// in.
    public boolean agrees() {
        return differing() == 0 && left() == 0 && against.isEmpty();
    }

    /// How many runs may have concluded something of which nothing was performed again, and do not
    /// differ either.
    public int left() {
        return (int) rows.stream().filter(row -> row.left() && row.differences() == 0).count();
    }

    /// How many runs differ.
    public int differing() {
        return (int) rows.stream().filter(row -> row.differences() > 0).count();
    }

    /// The results as they are kept and signed; they name no place of this machine.
    public Results results() {
        JsonValue.ObjectBuilder document =
                JsonValue.object()
                        .with("format", "countersign/reperformance-population/v1")
                        .with("tool_version", basis.tool())
                        .with("policy", RunDocument.policy(basis))
                        .with("performed", rows.size())
                        .with("unreadable", unreadable.size())
                        .with("differing", differing())
                        .with("not_performed", left())
                        .with("runs", new JsonArray(rows.stream().map(Row::json).toList()));
        if (!against.isEmpty()) {
            document.with(
                    "bundles",
                    new JsonArray(against.stream().<JsonValue>map(BundleStanding::json).toList()));
        }
        return new Results(document.build());
    }
}
