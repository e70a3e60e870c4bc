// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.testkit.Folders;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class AssessorTest {
    @Test
    void readsEverySample() throws Exception {
        Assessment assessment = Assessments.of(Assessments.SAMPLES);

        assertThat(assessment.runs()).hasSize(24);
        assertThat(assessment.clean()).isEqualTo(13);
        assertThat(assessment.runs())
                .allMatch(run -> run.channels().of(Channel.INTEGRITY) == Outcome.VERIFIED)
                .noneMatch(run -> run.channels().negative());
        assertThat(assessment.attainment())
                .containsExactly(
                        new Attainment(ClockKind.OPERATOR_REVIEW, 12, 0, 0),
                        new Attainment(ClockKind.APPROVAL, 3, 0, 7),
                        new Attainment(ClockKind.OBSERVATION, 0, 1, 11));
        for (AssessedRun run : assessment.runs()) {
            Path log = Assessments.SAMPLES.resolve(run.runId()).resolve("audit.jsonl");
            assertThat(run.logSha256()).isEqualTo(FileDigest.sha256(Files.readAllBytes(log)));
        }
    }

    @Test
    void theFactsAreTheSameWhereverTheyLie(@TempDir Path folder) throws Exception {
        Folders.copy(Assessments.SAMPLES, folder);

        assertThat(Assessments.of(folder).facts())
                .isEqualTo(Assessments.of(Assessments.SAMPLES).facts());
    }

    @Test
    void anotherFactIsAnotherHash(@TempDir Path folder) throws Exception {
        Folders.copy(Assessments.SAMPLES, folder);
        Path artifacts = folder.resolve("change-approval-0155cb2f963b").resolve("artifacts");
        Files.writeString(artifacts.resolve("planted.json"), "{}");

        Assessment assessment = Assessments.of(folder);

        assertThat(assessment.clean()).isEqualTo(13);
        assertThat(assessment.runs().getFirst().channels().of(Channel.ARTIFACTS))
                .isEqualTo(Outcome.FAILED);
        assertThat(assessment.sha256()).isNotEqualTo(Assessments.of(Assessments.SAMPLES).sha256());
    }

    @Test
    void aClockThatIsNotDecidedHasNoShare() {
        assertThat(new Attainment(ClockKind.APPROVAL, 0, 0, 5).percent()).isEqualTo(-1);
        assertThat(new Attainment(ClockKind.APPROVAL, 999, 1, 5).percent()).isEqualTo(99);
        assertThat(new Attainment(ClockKind.APPROVAL, 3, 0, 5).percent()).isEqualTo(100);
    }
}
