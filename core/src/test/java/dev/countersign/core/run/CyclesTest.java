// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Status and clocks of runs that go on: what starts, what ends, and what does neither (CLOCKS).
class CyclesTest {
    private static final String AWAITING = "change-approval-241bf6287b12";
    private static final String AGAIN = "change-approval-d34f740d2f90";
    private static final String EMERGENCY = "change-approval-a62171c7f263";
    private static final String BLOCKED = "change-approval-b31b90463aba";
    private static final String FAILED = "change-approval-da6aeb88c524";
    private static final String SELF_APPROVED = "change-approval-e6c3a2e62f53";
    private static final String WAITS_AGAIN =
            "{\"event\": \"step_result\", \"step\": \"human_approval\", \"status\":"
                    + " \"awaiting_approval\", \"reason\": \"\"}";
    private static final String STARTS_AGAIN =
            "{\"event\": \"step_started\", \"step\": \"human_approval\"}";
    private static final String NEW_ATTEMPT =
            "{\"event\": \"run_started\", \"run_id\": \"x\", \"name\": \"change-approval\"}";
    private static final String REJECTED =
            "{\"event\": \"approval_rejected\", \"key\": \"change_approval\", \"approver\":"
                    + " \"a.singh\", \"decision\": \"rejected\"}";

    @TempDir Path dir;

    private RunCopy run(String sample) throws IOException {
        return RunCopy.of(sample, dir);
    }

    private static String approval(String approver) {
        return ApprovalFaultsTest.approval(approver, "approved");
    }

    @Test
    void executingAgainResetsNothing() throws IOException, SourceException {
        assertThat(ClockStory.of(run(AGAIN)))
                .containsExactly(
                        "awaiting_approval", "operator_review 7..9 REVIEWED", "approval 12..");
    }

    @Test
    void aNewAttemptResetsNothing() throws IOException, SourceException {
        RunCopy run = run(AWAITING).append(NEW_ATTEMPT);
        assertThat(ClockStory.of(run))
                .containsExactly("running", "operator_review 7..9 REVIEWED", "approval 12..");
        assertThat(ClockStory.of(run.append(STARTS_AGAIN, WAITS_AGAIN)))
                .containsExactly(
                        "awaiting_approval", "operator_review 7..9 REVIEWED", "approval 12..");
    }

    @Test
    void anIndependentApprovalEndsTheWait() throws IOException, SourceException {
        assertThat(ClockStory.of(run(AWAITING).append(approval("a.singh"))))
                .containsExactly(
                        "approved_pending_resume",
                        "operator_review 7..9 REVIEWED",
                        "approval 12..13 APPROVED");
    }

    @Test
    void theAuthorsDoesNot() throws IOException, SourceException {
        RunCopy run = run(AWAITING).append(approval("p.diaz"));
        assertThat(ClockStory.of(run))
                .containsExactly(
                        "awaiting_approval", "operator_review 7..9 REVIEWED", "approval 12..");
        assertThat(ClockStory.of(run.append(approval("a.singh"))).getFirst())
                .isEqualTo("approved_pending_resume");
        assertThat(ClockStory.of(run.append(approval("p.diaz"))).getFirst())
                .isEqualTo("awaiting_approval");
    }

    /** As far as anybody can say: nobody escapes a deadline by a time that nobody can read. */
    @Test
    void whatHasNoReadableTimeStartedWithTheLastOneBeforeIt() throws IOException, SourceException {
        RunCopy run = run(AWAITING);
        run.edit(run.log(), "T00:25:15.486432+00:00", "T00:25:15.486432").rebuild();
        RunClock approval = run.read().clocks().getLast();
        assertThat(approval.kind()).isEqualTo(ClockKind.APPROVAL);
        assertThat(approval.cycle().record()).isEqualTo(12);
        assertThat(approval.cycle().started())
                .isEqualTo(Instant.parse("2026-11-21T00:25:15.486207Z"));
        assertThat(approval.cycle().assumed()).isTrue();
        Path log = run.log();
        Files.writeString(log, Files.readString(log).replace("+00:00", ""));
        assertThat(run.rebuild().read().clocks()).as("no time at all").isEmpty();
    }

    @Test
    void anApprovalOfAnotherKeyDoesNot() throws IOException, SourceException {
        String other = approval("a.singh").replace("change_approval", "release_approval");
        assertThat(ClockStory.of(run(AWAITING).append(other)))
                .containsExactly(
                        "awaiting_approval", "operator_review 7..9 REVIEWED", "approval 12..");
    }

    @Test
    void aRejectionMeetsTheClockAndOpensNoOther() throws IOException, SourceException {
        RunCopy run = run(AWAITING).append(REJECTED);
        List<String> rejected =
                List.of("rejected", "operator_review 7..9 REVIEWED", "approval 12..13 REJECTED");
        assertThat(ClockStory.of(run)).isEqualTo(rejected);
        assertThat(ClockStory.of(run.append(STARTS_AGAIN, WAITS_AGAIN))).isEqualTo(rejected);
        assertThat(ClockStory.of(run.append(approval("a.singh"))).getFirst())
                .isEqualTo("approved_pending_resume");
    }

    @Test
    void aBlockBecauseOfTheAuthorEndsByAnIndependentApproval() throws IOException, SourceException {
        assertThat(ClockStory.of(run(SELF_APPROVED).append(approval("a.singh"))))
                .containsExactly(
                        "approved_pending_resume",
                        "operator_review 7..9 REVIEWED",
                        "approval 12..16 APPROVED",
                        "observation 15..");
    }

    @Test
    void aBlockOfTheGateDoesNot() throws IOException, SourceException {
        assertThat(ClockStory.of(run(BLOCKED).append(approval("a.singh"))))
                .containsExactly("blocked", "observation 6..");
    }

    @Test
    void theSameBlockAgainIsObservedOnce() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        String again =
                "{\"event\": \"step_result\", \"step\": \"gate\", \"status\": \"blocked\","
                        + " \"reason\": \"anti-fabrication gate: 1 unciteable assertion(s)\"}";
        run.append("{\"event\": \"step_started\", \"step\": \"gate\"}", again);
        assertThat(ClockStory.of(run)).containsExactly("blocked", "observation 6..");
        run.appendSigned(
                "{\"event\": \"observation_recorded\", \"observer\": \"c.owner\", \"observed\": \""
                        + run.hash(8)
                        + "\"}");
        assertThat(ClockStory.of(run)).containsExactly("blocked", "observation 6..9 OBSERVED");
        assertThat(ClockStory.of(run.append(again)))
                .containsExactly("blocked", "observation 6..9 OBSERVED");
    }

    @Test
    void aFailureIsObservedThoughTheRunCompletes() throws IOException, SourceException {
        RunCopy run =
                run(FAILED)
                        .append(
                                "{\"event\": \"step_started\", \"step\": \"map_controls\"}",
                                "{\"event\": \"step_result\", \"step\": \"map_controls\","
                                        + " \"status\": \"ok\", \"reason\": \"\"}",
                                "{\"event\": \"run_completed\", \"run_id\": \"" + FAILED + "\"}");
        assertThat(ClockStory.of(run)).containsExactly("completed", "observation 4..");
    }

    @Test
    void anEmergencyApprovalIsProvisionalUntilASecondOne() throws IOException, SourceException {
        RunCopy run = run(EMERGENCY).append(approval("a.singh"));
        run.edit(run.state(), "\"change_type\": \"standard\"", "\"change_type\": \"Emergency\"");
        assertThat(ClockStory.of(run))
                .containsExactly(
                        "approved_pending_resume",
                        "operator_review 8..10 REVIEWED",
                        "approval 13..14 APPROVED",
                        "retroactive_approval 14..");
        String second =
                approval("b.osei").replace("}", ", \"retroactive_for\": \"" + run.hash(14) + "\"}");
        assertThat(ClockStory.of(run.append(second)))
                .containsExactly(
                        "approved_pending_resume",
                        "operator_review 8..10 REVIEWED",
                        "approval 13..14 APPROVED",
                        "retroactive_approval 14..15 APPROVED");
    }

    @Test
    void aSignedReviewEndsTheReview() throws IOException, SourceException {
        RunCopy run =
                run(AWAITING)
                        .cut(8)
                        .appendSigned(
                                "{\"event\": \"review_recorded\", \"reviewer\": \"r.okafor\","
                                        + " \"decision\": \"accept\", \"notes\": \"\"}");
        assertThat(ClockStory.of(run)).containsExactly("running", "operator_review 7..8 REVIEWED");
        assertThat(run.read().review()).isEqualTo(new RecordedReview("r.okafor", "accept", ""));
    }

    @Test
    void unknownStatusesAreRunning() throws IOException, SourceException {
        RunCopy run =
                run(AWAITING)
                        .append(
                                "{\"event\": \"step_result\", \"step\": \"human_approval\","
                                        + " \"status\": \"skipped\"}");
        assertThat(ClockStory.of(run).getFirst()).isEqualTo("running");
    }
}
