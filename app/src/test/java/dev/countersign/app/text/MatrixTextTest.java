// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.reperformance.Comparison;
import dev.countersign.core.reperformance.Difference;
import dev.countersign.core.reperformance.TestKind;

import org.junit.jupiter.api.Test;

/** What differs is named so that a person finds it. */
class MatrixTextTest {
    @Test
    void aFileKeepsItsNameAndAKeyIsRead() {
        assertThat(subject("handoff_report.json/approval", 20))
                .isEqualTo("handoff_report.json/approval, record 20");
        assertThat(subject("change_approval", -1)).isEqualTo("change approval");
        assertThat(subject("ungrounded", 7)).isEqualTo("Claims not grounded, record 7");
        assertThat(subject("abstentions", 7)).isEqualTo("Claims left open, record 7");
    }

    /** A test that was not done is no result. */
    @Test
    void whatWasNotComparedIsNoTest() {
        assertThat(MatrixText.word(Comparison.Result.NOT_COMPARED)).isEqualTo("No test");
        assertThat(MatrixText.LEGEND).contains("No test: nothing was recorded");
    }

    private static String subject(String subject, long record) {
        return MatrixText.subject(new Difference(TestKind.CLAIMS, subject, record, "a", "b"));
    }
}
