// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.clock.Cycle;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Status and clocks of runs that go on: what starts, what ends, and what does neither (CLOCKS).
class CyclesTest {
    private static final String AWAITING = "change-approval-241bf6287b12";
    private static final String AGAIN = "change-approval-d34f740d2f90";
    private static final String EMERGENCY = "change-approval-a62171c7f263";
    private static final String BLOCKED = "change-approval-b31b90463aba";
    private static final String FAILED = "change-approval-da6aeb88c524";
    private static final String SELF_APPROVED = "change-approval-e6c3a2e62f53";
    private static final String EXCEPTIONS = "change-approval-0155cb2f963b";
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
    private int copies;

    private RunCopy run(String sample) throws IOException {
        return RunCopy.of(sample, dir);
    }

    /// Another copy in place of the one before.
    private RunCopy anew(String sample) throws IOException {
        return RunCopy.of(sample, Files.createDirectory(dir.resolve("copy" + ++copies)));
    }

    /// Status, then each clock as `kind first..last how`.
    private static List<String> story(RunCopy copy) throws SourceException {
        RunSnapshot run = copy.read();
        List<String> story = new ArrayList<>();
        story.add(run.status().word());
        for (RunClock clock : run.clocks()) {
            Cycle.Ending ending = clock.cycle().ending();
            story.add(
                    clock.kind().word()
                            + " "
                            + clock.cycle().record()
                            + ".."
                            + (ending == null ? "" : ending.record() + " " + ending.how()));
        }
        return story;
    }

    private static String approval(String approver) {
        return ApprovalFaultsTest.approval(approver, "approved");
    }

    @Test
    void executingAgainResetsNothing() throws IOException, SourceException {
        assertThat(story(run(AGAIN)))
                .containsExactly(
                        "awaiting_approval", "operator_review 7..9 REVIEWED", "approval 12..");
    }

    @Test
    void aNewAttemptResetsNothing() throws IOException, SourceException {
        RunCopy run = run(AWAITING).append(NEW_ATTEMPT);
        assertThat(story(run))
                .containsExactly("running", "operator_review 7..9 REVIEWED", "approval 12..");
        assertThat(story(run.append(STARTS_AGAIN, WAITS_AGAIN)))
                .containsExactly(
                        "awaiting_approval", "operator_review 7..9 REVIEWED", "approval 12..");
    }

    @Test
    void anIndependentApprovalEndsTheWait() throws IOException, SourceException {
        assertThat(story(run(AWAITING).append(approval("a.singh"))))
                .containsExactly(
                        "approved_pending_resume",
                        "operator_review 7..9 REVIEWED",
                        "approval 12..13 APPROVED");
    }

    @Test
    void theAuthorsDoesNot() throws IOException, SourceException {
        RunCopy run = run(AWAITING).append(approval("p.diaz"));
        assertThat(story(run))
                .containsExactly(
                        "awaiting_approval", "operator_review 7..9 REVIEWED", "approval 12..");
        assertThat(story(run.append(approval("a.singh"))).getFirst())
                .isEqualTo("approved_pending_resume");
        assertThat(story(run.append(approval("p.diaz"))).getFirst()).isEqualTo("awaiting_approval");
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
        assertThat(story(run(AWAITING).append(other)))
                .containsExactly(
                        "awaiting_approval", "operator_review 7..9 REVIEWED", "approval 12..");
    }

    @Test
    void aRejectionMeetsTheClockAndOpensNoOther() throws IOException, SourceException {
        RunCopy run = run(AWAITING).append(REJECTED);
        List<String> rejected =
                List.of("rejected", "operator_review 7..9 REVIEWED", "approval 12..13 REJECTED");
        assertThat(story(run)).isEqualTo(rejected);
        assertThat(story(run.append(STARTS_AGAIN, WAITS_AGAIN))).isEqualTo(rejected);
        assertThat(story(run.append(approval("a.singh"))).getFirst())
                .isEqualTo("approved_pending_resume");
    }

    @Test
    void aBlockBecauseOfTheAuthorEndsByAnIndependentApproval() throws IOException, SourceException {
        assertThat(story(run(SELF_APPROVED).append(approval("a.singh"))))
                .containsExactly(
                        "approved_pending_resume",
                        "operator_review 7..9 REVIEWED",
                        "approval 12..16 APPROVED",
                        "observation 15..");
    }

    @Test
    void aBlockOfTheGateDoesNot() throws IOException, SourceException {
        assertThat(story(run(BLOCKED).append(approval("a.singh"))))
                .containsExactly("blocked", "observation 6..");
    }

    @Test
    void theSameBlockAgainIsObservedOnce() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        String again =
                "{\"event\": \"step_result\", \"step\": \"gate\", \"status\": \"blocked\","
                        + " \"reason\": \"anti-fabrication gate: 1 unciteable assertion(s)\"}";
        run.append("{\"event\": \"step_started\", \"step\": \"gate\"}", again);
        assertThat(story(run)).containsExactly("blocked", "observation 6..");
        run.appendSigned(
                "{\"event\": \"observation_recorded\", \"observer\": \"c.owner\", \"observed\": \""
                        + run.hash(8)
                        + "\"}");
        assertThat(story(run)).containsExactly("blocked", "observation 6..9 OBSERVED");
        assertThat(story(run.append(again)))
                .containsExactly("blocked", "observation 6..9 OBSERVED");
    }

    @Test
    void aDispositionThatNamesTheRecord() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.appendSigned(
                "{\"event\": \"finding_disposed\", \"finding\": \"block:"
                        + run.hash(6)
                        + "\", \"disposition\": \"accepted\"}");
        assertThat(story(run)).containsExactly("blocked", "observation 6..7 DISPOSED");
    }

    private static String disposes(String finding) {
        return "{\"event\": \"finding_disposed\", \"finding\": \""
                + finding
                + "\", \"disposition\": \"accepted\"}";
    }

    @Test
    void aDispositionThatNamesTheFindingOfTheBlock() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.appendSigned(disposes(FindingId.of("run_blocked", BLOCKED, run.hash(6))));
        assertThat(story(run)).containsExactly("blocked", "observation 6..7 DISPOSED");
        assertThat(RunSummary.of(run.read()).disposed()).isTrue();
    }

    @Test
    void aDispositionThatNamesAnotherFinding() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.appendSigned(disposes(FindingId.of("run_blocked", "another", run.hash(6))));
        assertThat(story(run)).containsExactly("blocked", "observation 6..");
        assertThat(RunSummary.of(run.read()).disposed()).isFalse();
    }

    @Test
    void aDispositionAfterTheObservation() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.appendSigned(
                "{\"event\": \"observation_recorded\", \"observer\": \"c.owner\", \"observed\": \""
                        + run.hash(6)
                        + "\"}");
        assertThat(RunSummary.of(run.read()).disposed()).isFalse();
        run.appendSigned(disposes(BLOCKED));
        assertThat(story(run)).containsExactly("blocked", "observation 6..7 OBSERVED");
        assertThat(RunSummary.of(run.read()).disposed()).isTrue();
    }

    @Test
    void aDispositionInALogThatIsNotIntactSaysNothing() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.appendSigned(disposes(BLOCKED)).edit(run.log(), "\"accepted\"", "\"Accepted\"");
        assertThat(RunSummary.of(run.read()).dispositions()).isEmpty();
    }

    @Test
    void aDispositionAsItIsKept() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.appendSigned(
                "{\"event\": \"finding_disposed\", \"finding\": \"f-1\", \"disposition\":"
                        + " \"fixed\", \"superseded_by\": \"change-approval-1\"}");
        assertThat(RunSummary.of(run.read()).dispositions())
                .containsExactly(
                        new Disposition(
                                7,
                                Instant.parse("2026-11-23T07:00:00Z"),
                                "",
                                "f-1",
                                "fixed",
                                "change-approval-1",
                                Outcome.NOT_CHECKED,
                                true));
    }

    private static final String FORGED = ", \"signature\": \"AAAA\"}";

    private static String observes(RunCopy run, String observer) throws IOException {
        return "{\"event\": \"observation_recorded\", \"observer\": \""
                + observer
                + "\", \"observed\": \""
                + run.hash(6)
                + "\"}";
    }

    /// FORMATS 1: a blocked run leaves the queue by a signed disposition only.
    @Test
    void aDispositionThatIsNotSignedIsNone() throws IOException, SourceException {
        for (String said : List.of(disposes(BLOCKED), disposes(BLOCKED).replace("}", FORGED))) {
            RunCopy run = anew(BLOCKED).append(said);
            assertThat(story(run)).containsExactly("blocked", "observation 6..");
            assertThat(RunSummary.of(run.read()).disposed()).isFalse();
        }
    }

    @Test
    void anObservationCountsAsItIsRecordedUnlessForgedOrByTheAuthorOrNobody()
            throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        String author = String.valueOf(run.read().author());
        String observes = observes(run, "c.owner");
        for (String said :
                List.of(
                        observes.replace("}", FORGED),
                        observes(run, author.toUpperCase(Locale.ROOT)),
                        observes(run, " "))) {
            assertThat(story(anew(BLOCKED).append(said)))
                    .as(said)
                    .containsExactly("blocked", "observation 6..");
        }
        assertThat(story(anew(BLOCKED).append(observes)))
                .containsExactly("blocked", "observation 6..7 OBSERVED");
    }

    @Test
    void theAuthorNeitherObservesNorDisposes() throws IOException, SourceException {
        String author = String.valueOf(run(BLOCKED).read().author());
        String by = ", \"disposed_by\": \" " + author.toUpperCase(Locale.ROOT) + "\"}";
        RunCopy run = anew(BLOCKED).appendSigned(disposes(BLOCKED).replace("}", by));
        assertThat(story(run)).containsExactly("blocked", "observation 6..");
        assertThat(RunSummary.of(run.read()).disposed()).isFalse();
    }

    @Test
    void aReviewCountsAsItIsRecordedUnlessForged() throws IOException, SourceException {
        String review =
                "{\"event\": \"review_recorded\", \"reviewer\": \"r.okafor\", \"decision\":"
                        + " \"accept\", \"notes\": \"\"}";
        assertThat(story(run(AWAITING).cut(8).append(review)))
                .containsExactly("running", "operator_review 7..8 REVIEWED");
        assertThat(story(anew(AWAITING).cut(8).append(review.replace("}", FORGED))))
                .containsExactly("running", "operator_review 7..");
    }

    private static final List<String> WAITS =
            List.of("awaiting_approval", "operator_review 7..9 REVIEWED", "approval 12..");

    @Test
    void aRejectionByTheAuthorOrForgedIsNone() throws IOException, SourceException {
        String author = REJECTED.replace("a.singh", "P.Diaz ");
        assertThat(story(run(AWAITING).append(author))).isEqualTo(WAITS);
        String forged = REJECTED.replace("}", FORGED);
        assertThat(story(anew(AWAITING).append(forged))).isEqualTo(WAITS);
        assertThat(story(anew(AWAITING).appendSigned(REJECTED)).getFirst()).isEqualTo("rejected");
    }

    @Test
    void anApprovalThatDecidesNothingOrIsForgedIsNone() throws IOException, SourceException {
        String approves = approval("a.singh");
        for (String none :
                List.of(
                        approval(""),
                        approval(" "),
                        approval("P.DIAZ "),
                        approves.replace("\"a.singh\"", "null"),
                        approves.replace("\"approved\"", "true"),
                        approves.replace("\"approved\"", "{\"x\": 1}"),
                        approves.replace("\"approved\"", "\"perhaps\""),
                        approves.replace("}", FORGED))) {
            RunCopy run = anew(AWAITING).append(none);
            assertThat(story(run)).as(none).isEqualTo(WAITS);
            assertThat(story(run.append(approves)).getFirst()).isEqualTo("approved_pending_resume");
            assertThat(story(run.append(none)).getFirst()).isEqualTo("awaiting_approval");
        }
    }

    @Test
    void ofSeveralExceptionsEachIsDisposedOf() throws IOException, SourceException {
        RunCopy run = run(EXCEPTIONS);
        run.edit(
                run.state(),
                "\"findings\": [",
                "\"findings\": [{\"control\": \"X\", \"severity\": \"deficiency\"}, ");
        String control = run.read().findings().getLast().control();
        String first = FindingId.of("exception", EXCEPTIONS, "X#0");
        String second = FindingId.of("exception", EXCEPTIONS, control + "#1");
        run.appendSigned(disposes(first));
        assertThat(story(run)).contains("observation 4..");
        run.appendSigned(disposes(second));
        assertThat(story(run)).contains("observation 4..14 DISPOSED");
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
        assertThat(story(run)).containsExactly("completed", "observation 4..");
    }

    @Test
    void anEmergencyApprovalIsProvisionalUntilASecondOne() throws IOException, SourceException {
        RunCopy run = run(EMERGENCY).append(approval("a.singh"));
        run.edit(run.state(), "\"change_type\": \"standard\"", "\"change_type\": \"Emergency\"");
        assertThat(story(run))
                .containsExactly(
                        "approved_pending_resume",
                        "operator_review 8..10 REVIEWED",
                        "approval 13..14 APPROVED",
                        "retroactive_approval 14..");
        String second =
                approval("b.osei").replace("}", ", \"retroactive_for\": \"" + run.hash(14) + "\"}");
        assertThat(story(run.append(second)))
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
        assertThat(story(run)).containsExactly("running", "operator_review 7..8 REVIEWED");
        assertThat(run.read().review()).isEqualTo(new RecordedReview("r.okafor", "accept", ""));
    }

    @Test
    void unknownStatusesAreRunning() throws IOException, SourceException {
        RunCopy run =
                run(AWAITING)
                        .append(
                                "{\"event\": \"step_result\", \"step\": \"human_approval\","
                                        + " \"status\": \"skipped\"}");
        assertThat(story(run).getFirst()).isEqualTo("running");
    }
}
