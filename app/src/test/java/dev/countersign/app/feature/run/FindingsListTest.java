// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.feature.run.FindingsList.Finding;
import dev.countersign.app.sample.SampleRuns;
import dev.countersign.core.review.RuleResult;

import org.junit.jupiter.api.Test;

import java.util.List;

class FindingsListTest {
    private static final RuleResult A = SampleRuns.findings().findings().getFirst();
    private static final RuleResult B = SampleRuns.findings().findings().getLast();

    @Test
    void eachIsPairedOnce() {
        assertThat(FindingsList.pair(List.of(A, A), List.of(A, B)))
                .containsExactly(
                        new Finding(A, true, true),
                        new Finding(A, true, false),
                        new Finding(B, false, true));
    }

    @Test
    void whatWasNotPerformedDisagreesWithNothing() {
        assertThat(FindingsList.pair(List.of(A), null)).containsExactly(new Finding(A, true, null));
    }
}
