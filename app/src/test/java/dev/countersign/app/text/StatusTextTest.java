// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunStatus;

import org.junit.jupiter.api.Test;

class StatusTextTest {
    @Test
    void everyStatusHasItsWord() {
        assertThat(RunStatus.values())
                .extracting(StatusText::word)
                .containsExactly(
                        "Unknown",
                        "Running",
                        "Blocked",
                        "Awaiting approval",
                        "Approved, to be resumed",
                        "Rejected",
                        "Failed",
                        "Completed");
        assertThat(RunStatus.values())
                .extracting(status -> StatusText.meaning(status, Outcome.VERIFIED))
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.endsWith("."));
    }

    @Test
    void whatABrokenOrUncheckedChainSaysIsNotSaidAlone() {
        assertThat(StatusText.meaning(RunStatus.COMPLETED, Outcome.FAILED))
                .isEqualTo("All steps are done. Its chain does not hold: do not rely on it.");
        assertThat(StatusText.meaning(RunStatus.COMPLETED, Outcome.NOT_CHECKED))
                .isEqualTo("All steps are done. Its chain is not checked.");
    }
}
