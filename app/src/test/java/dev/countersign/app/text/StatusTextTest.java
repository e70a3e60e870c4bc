// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

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
                .extracting(StatusText::meaning)
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.endsWith("."));
    }
}
