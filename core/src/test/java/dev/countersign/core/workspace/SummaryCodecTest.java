// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Progress;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.Disposition;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class SummaryCodecTest {
    private static RunSummary again(RunSummary run) {
        return SummaryCodec.decode(run.directory(), SummaryCodec.encode(run));
    }

    @Test
    void everySampleComesBackAsItWas() throws Exception {
        List<RunSummary> runs =
                Overview.of(
                                SampleRuns.SAMPLES,
                                DefaultPolicy.get(),
                                KeptClocks.none(),
                                SampleRuns.desk(SampleRuns.NOW),
                                Progress.NONE)
                        .runs();
        assertThat(runs).hasSize(24);
        assertThat(runs).allSatisfy(run -> assertThat(again(run)).isEqualTo(run));
    }

    @Test
    void absentValuesExtremesAndLoneSurrogatesComeBack() {
        RunSummary odd =
                new RunSummary(
                        Path.of("x"),
                        "",
                        null,
                        RunStatus.UNKNOWN,
                        "\ud800",
                        "ü😀",
                        "a\u0000b",
                        "",
                        Instant.MIN,
                        true,
                        Instant.MAX,
                        null,
                        true,
                        List.of("", "\ud800"),
                        true,
                        null,
                        Long.MAX_VALUE,
                        null,
                        List.of(),
                        Integer.MIN_VALUE,
                        List.of(),
                        List.of(
                                new Disposition(
                                        0, null, "", "", "\ud800", null, Outcome.FAILED, true)));
        assertThat(again(odd)).isEqualTo(odd);
    }
}
