// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Set;

/// A run of a population.
///
/// @param runId its id
/// @param head of its log; empty if no record is right
/// @param gate the recorded verdict; null if there is none, which counts as review
/// @param directory where it is
/// @param doubtful whether nothing vouches for that verdict: the log is broken, or disagrees with
///   what is recorded beside it
public record Member(
        String runId, String head, @Nullable GateVerdict gate, Path directory, boolean doubtful) {
    /// Where a run contradicts itself: chain, what was seen of it, `state.json` and artifacts,
    /// gate.
    private static final Set<Channel> CONTRADICTION =
            Set.of(
                    Channel.INTEGRITY,
                    Channel.COMPLETENESS,
                    Channel.ARTIFACTS,
                    Channel.REPERFORMANCE);

    static Member of(RunSummary run) {
        String head = run.head();
        return new Member(
                run.runId(), head == null ? "" : head, run.gate(), run.directory(), doubtful(run));
    }

    private static boolean doubtful(RunSummary run) {
        return run.bypassed()
                || run.conflict()
                || run.failed().stream().anyMatch(CONTRADICTION::contains);
    }

    /// Whether it is looked at in any case.
    public boolean risky() {
        return !approved() || doubtful;
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
