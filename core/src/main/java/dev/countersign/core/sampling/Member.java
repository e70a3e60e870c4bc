// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// A run of a population.
///
/// @param runId its id
/// @param head of its log; empty if no record is right
/// @param gate the recorded verdict; null if there is none, which counts as review
/// @param directory where it is
public record Member(String runId, String head, @Nullable GateVerdict gate, Path directory) {
    static Member of(RunSummary run) {
        String head = run.head();
        return new Member(run.runId(), head == null ? "" : head, run.gate(), run.directory());
    }

    /// Whether it is drawn from; everything else is looked at anyway.
    public boolean approved() {
        return gate == GateVerdict.APPROVE;
    }

    /// What the sample goes by.
    public GateVerdict verdict() {
        return gate == null ? GateVerdict.REVIEW : gate;
    }
}
