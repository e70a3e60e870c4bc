// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Stricter checks than the producer's: what they find fails no channel.
class AdditionalChecksTest {
    private static final String DONE = "change-approval-0da804633cdb";
    private static final String VIOLATION = "personal-trade-compliance-bf41820e7aa5";

    @TempDir Path dir;

    private RunCopy run(String sample) throws IOException {
        return RunCopy.of(sample, dir);
    }

    private static Check failed(Kind kind, Why why, Evidence evidence) {
        return new Check(kind, Outcome.FAILED, why, List.of(evidence));
    }

    @Test
    void anApprovalDatedAfterTheDeploymentIsAdditional() throws IOException, SourceException {
        RunCopy run = run(DONE);
        run.edit(run.state(), "\"deployed_at\": \"2026-03-05\"", "\"deployed_at\": \"2026-03-03\"");
        ChannelVerdicts channels = run.read().channels();
        assertThat(channels.additional())
                .containsExactly(
                        failed(
                                Kind.APPROVED_BEFORE_DEPLOYMENT,
                                Why.DISAGREES,
                                new Evidence(
                                        "evidence/approval",
                                        -1,
                                        "not after 2026-03-03",
                                        "2026-03-04")),
                        holds(Kind.TESTED_BEFORE_DEPLOYMENT));
        assertThat(channels.of(Channel.REPERFORMANCE)).isEqualTo(Outcome.VERIFIED);
    }

    @Test
    void aTestDatedAfterTheDeploymentIsAdditional() throws IOException, SourceException {
        RunCopy run = run(DONE);
        run.edit(run.state(), "results attached 2026-03-03", "results attached 2026-03-09");
        assertThat(run.read().channels().additional())
                .containsExactly(
                        holds(Kind.APPROVED_BEFORE_DEPLOYMENT),
                        failed(
                                Kind.TESTED_BEFORE_DEPLOYMENT,
                                Why.DISAGREES,
                                new Evidence(
                                        "evidence/test_signoff",
                                        -1,
                                        "not after 2026-03-05",
                                        "2026-03-09")));
    }

    @Test
    void evidenceWithoutADateIsNotChecked() throws IOException, SourceException {
        RunCopy run = run(DONE);
        run.edit(run.state(), "by j.lee on 2026-03-04", "by j.lee on 2026-03-4x");
        assertThat(run.read().channels().additional())
                .containsExactly(
                        unchecked(Kind.APPROVED_BEFORE_DEPLOYMENT, Why.NOTHING_RECORDED),
                        holds(Kind.TESTED_BEFORE_DEPLOYMENT));
    }

    @Test
    void anotherWorkflowHasNoAdditionalChecks() throws IOException, SourceException {
        assertThat(run(VIOLATION).read().channels().additional()).isEmpty();
    }

    private static Check holds(Kind kind) {
        return new Check(kind, Outcome.VERIFIED, Why.HOLDS, List.of());
    }

    private static Check unchecked(Kind kind, Why why) {
        return new Check(kind, Outcome.NOT_CHECKED, why, List.of());
    }
}
