// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Verdict;
import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.testkit.Changed;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class SummaryTextTest {
    private static RunSummary run(
            RunStatus status,
            GateVerdict gate,
            Verdict verdict,
            List<Channel> failed,
            int exceptions) {
        return new RunSummary(
                Path.of("/runs/change-approval-0155cb2f963b"),
                "change-approval-0155cb2f963b",
                "change-approval",
                status,
                "human_approval",
                "dana",
                null,
                "Patch",
                null,
                false,
                null,
                gate,
                false,
                List.of(),
                false,
                verdict,
                9,
                null,
                failed,
                exceptions,
                List.of(),
                List.of());
    }

    private static RunSummary clean(RunStatus status) {
        return run(status, GateVerdict.APPROVE, Verdict.INTACT, List.of(), 0);
    }

    @Test
    void whereNoLogWasReadItSaysWhy() {
        RunSummary none = Changed.with(clean(RunStatus.UNKNOWN), "verdict", null);
        assertThat(SummaryText.situation(none))
                .isEqualTo("There is no log here, so nothing says what the status of this run is.");
        assertThat(SummaryText.situation(Changed.with(none, "unfollowed", true)))
                .isEqualTo(
                        "What is here as log is not followed: it is a folder, a device, or a link"
                            + " that leads out or nowhere. So nothing says what the status of this"
                            + " run is.");
    }

    @Test
    void aCleanRunWaitsAndNothingSpeaksAgainstIt() {
        RunSummary run = clean(RunStatus.AWAITING_APPROVAL);
        assertThat(SummaryText.situation(run))
                .isEqualTo(
                        "Waits for an independent approval. Check each claim against the evidence,"
                                + " then decide.");
        assertThat(SummaryText.against(run)).isEmpty();
    }

    @Test
    void aBrokenChainComesFirst() {
        RunSummary run =
                run(
                        RunStatus.AWAITING_APPROVAL,
                        GateVerdict.BLOCK,
                        Verdict.BROKEN,
                        List.of(Channel.INTEGRITY, Channel.ARTIFACTS),
                        2);
        assertThat(SummaryText.situation(run))
                .isEqualTo(
                        "The log does not verify. Find out why first: nothing below can be relied"
                                + " on.");
        assertThat(SummaryText.against(run))
                .containsExactly(
                        "Checks failed: Integrity, Artifacts",
                        "The gate blocked it, and it went on all the same",
                        "2 findings recorded");
    }

    @Test
    void aBlockByTheGateSaysWhatToFix() {
        RunSummary run = run(RunStatus.BLOCKED, GateVerdict.BLOCK, Verdict.INTACT, List.of(), 0);
        assertThat(SummaryText.situation(run))
                .startsWith("Cannot be approved: claims have no support");
        assertThat(SummaryText.against(run)).isEmpty();
    }

    @Test
    void everyStatusHasASentence() {
        for (RunStatus status : RunStatus.values()) {
            assertThat(SummaryText.situation(clean(status))).endsWith(".");
        }
    }
}
