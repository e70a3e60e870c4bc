// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A copy of a sample run in which one thing is wrong. */
abstract class FaultyRun {
    static final String DONE = "change-approval-0da804633cdb";
    static final String AWAITING = "change-approval-0155cb2f963b";

    @TempDir Path dir;

    RunCopy run(String sample) throws IOException {
        return RunCopy.of(sample, dir);
    }

    static Check failed(Kind kind, Why why, Evidence... evidence) {
        return new Check(kind, Outcome.FAILED, why, List.of(evidence));
    }

    /// The only check that fails.
    static void failsAlone(RunCopy run, Check check) throws SourceException {
        List<Check> checks = run.read().channels().checks();
        assertThat(checks.stream().filter(c -> c.outcome() == Outcome.FAILED))
                .containsExactly(check);
    }
}
