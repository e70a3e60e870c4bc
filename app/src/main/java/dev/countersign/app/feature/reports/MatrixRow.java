// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.core.reperformance.Comparison;
import dev.countersign.core.reperformance.Reperformance;
import dev.countersign.core.reperformance.TestKind;
import dev.countersign.core.review.Control;
import dev.countersign.core.review.RuleBook;

import java.nio.file.Path;
import java.util.List;

/// One run, performed again.
///
/// @param directory where it is
/// @param runId its id
/// @param tests one for each kind, in their order
/// @param sha256 of its results
/// @param controls what the register has for its workflow
/// @param unregistered controls that it names and the register does not have
/// @param added what a firm's own rules gave
public record MatrixRow(
        Path directory,
        String runId,
        List<Comparison> tests,
        String sha256,
        List<Control> controls,
        List<String> unregistered,
        List<RuleBook.Additional> added) {
    public MatrixRow {
        tests = List.copyOf(tests);
        controls = List.copyOf(controls);
        unregistered = List.copyOf(unregistered);
        added = List.copyOf(added);
    }

    /// The row of a run.
    public static MatrixRow of(Reperformance done) {
        return new MatrixRow(
                done.run().directory(),
                done.run().runId(),
                done.comparisons(),
                done.results().sha256(),
                done.controls(),
                done.unregistered(),
                done.additional());
    }

    /// What a test gave.
    public Comparison of(TestKind test) {
        return tests.get(test.ordinal());
    }

    /// Whether anything differs.
    public boolean differs() {
        for (Comparison comparison : tests) {
            if (comparison.result() == Comparison.Result.DIFFERS) {
                return true;
            }
        }
        return false;
    }
}
