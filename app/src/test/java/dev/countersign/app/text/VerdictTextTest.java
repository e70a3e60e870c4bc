// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.sample.SampleReports;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.chain.Verification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTextTest {
    @ParameterizedTest
    @EnumSource(Verdict.class)
    void saysNoMoreThanWasChecked(Verdict verdict) {
        ChainReport report =
                switch (verdict) {
                    case INTACT -> SampleReports.intact();
                    case BROKEN -> SampleReports.edited();
                    case MALFORMED -> SampleReports.malformed();
                    case EMPTY -> SampleReports.empty();
                };
        String expected =
                switch (verdict) {
                    case INTACT -> "Intact as far as it goes: 19 records, head 7c1e5d0a94f3…";
                    case BROKEN -> "Broken at record 7 (line 8): the record was edited";
                    case MALFORMED ->
                            "Malformed at record 22 (line 23): the line is not JSON, and 1 more"
                                    + " fault";
                    case EMPTY -> "Nothing to verify: the file is empty";
                };
        assertThat(VerdictText.headline(report)).isEqualTo(expected);
        assertThat(
                        VerdictText.headline(report)
                                + VerdictText.word(verdict)
                                + VerdictText.scope(verdict))
                .doesNotContainIgnoringCase("valid");
    }

    @ParameterizedTest
    @EnumSource(CheckpointResult.class)
    void completenessIsAChannelOfItsOwn(CheckpointResult result) {
        assertThat(VerdictText.completeness(result)).isNotBlank().doesNotEndWith(".");
        assertThat(VerdictText.completeness(result).startsWith("not checked"))
                .isEqualTo(result == CheckpointResult.NONE);
    }

    @Test
    void countsTheOtherFaults() {
        assertThat(VerdictText.headline(SampleReports.broken()))
                .isEqualTo(
                        "Broken at record 12 (line 13): the record was edited, and 10 more faults");
    }

    @Test
    void aBreakAndACheckpointThatDisagreesAreEachSaidOnce() {
        ChainReport report = SampleReports.against(CheckpointResult.HEAD_MISMATCH);
        assertThat(VerdictText.headline(report))
                .isEqualTo(
                        "Broken at record 7 (line 8): the record was edited; a different record is"
                                + " where the checkpoint saw the head");
        assertThat(VerdictText.completeness(report.checkpoint()))
                .endsWith(": the log was rewritten, or this is another log's checkpoint");
    }

    @Test
    void stoppedIsNeverIntact() {
        assertThat(VerdictText.stopped(new Verification.Stopped(10, 1234, 0, 100)))
                .isEqualTo("Stopped after 1,234 records: no fault so far, the rest was not read");
    }
}
