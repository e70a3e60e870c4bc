// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;

import java.io.IOException;

/** Faults of who approved, when, and where it is recorded. */
class ApprovalFaultsTest extends FaultyRun {
    private static final String SELF_APPROVED = "change-approval-e6c3a2e62f53";

    @Test
    void anApprovalInTheStateAlone() throws IOException, SourceException {
        RunCopy run = run(AWAITING);
        run.edit(
                run.state(),
                "\"approvals\": {}",
                "\"approvals\": {\"change_approval\": {\"approver\": \"a.singh\","
                        + " \"decision\": \"approved\"}}");
        failsAlone(
                run,
                failed(
                        Kind.STATE_APPROVALS,
                        Why.STATE_AHEAD,
                        new Evidence("change_approval", -1, null, "a.singh: approved")));
    }

    @Test
    void anApprovalInTheLogAlone() throws IOException, SourceException {
        RunCopy run = run(AWAITING);
        run.append(approval("a.singh", "approved"));
        failsAlone(
                run,
                failed(
                        Kind.STATE_APPROVALS,
                        Why.LOG_AHEAD,
                        new Evidence("change_approval", 13, "a.singh: approved", null)));
        assertThat(run.read().status()).isEqualTo(RunStatus.APPROVED_PENDING_RESUME);
    }

    @Test
    void anotherApproverInTheState() throws IOException, SourceException {
        RunCopy run = run(DONE);
        run.edit(run.state(), "a.singh", "b.singh");
        failsAlone(
                run,
                failed(
                        Kind.STATE_APPROVALS,
                        Why.DISAGREES,
                        new Evidence(
                                "change_approval", 13, "a.singh: approved", "b.singh: approved")));
    }

    @Test
    void theAuthorsApprovalThatNothingStoppedYet() throws IOException, SourceException {
        RunCopy run = run(SELF_APPROVED).cut(14);
        failsAlone(
                run,
                failed(
                        Kind.APPROVER_IS_NOT_AUTHOR,
                        Why.DISAGREES,
                        new Evidence("change_approval", 13, "another than the author", "m.chu")));
        assertThat(run.read().status()).isEqualTo(RunStatus.AWAITING_APPROVAL);
    }

    @Test
    void theAuthorUnderACapitalLetter() throws IOException, SourceException {
        RunCopy run = run(DONE);
        run.edit(run.log(), "\"a.singh\"", "\" M.Chu\"").rebuild();
        run.edit(run.state(), "\"a.singh\"", "\" M.Chu\"");
        assertThat(run.check(Kind.APPROVER_IS_NOT_AUTHOR))
                .isEqualTo(
                        failed(
                                Kind.APPROVER_IS_NOT_AUTHOR,
                                Why.DISAGREES,
                                new Evidence(
                                        "change_approval",
                                        13,
                                        "another than the author",
                                        " M.Chu")));
    }

    @Test
    void theAuthorsBlockedApprovalIsNoFailureAndNoConfirmation()
            throws IOException, SourceException {
        RunSnapshot run = run(SELF_APPROVED).read();
        assertThat(run.channels().of(Channel.POLICY)).isEqualTo(Outcome.NOT_CHECKED);
    }

    @Test
    void theReviewerApprovesAsWell() throws IOException, SourceException {
        RunCopy run = run(DONE);
        run.edit(run.log(), "\"approver\": \"a.singh\"", "\"approver\": \"ops.reviewer\"");
        run.edit(run.state(), "a.singh", "ops.reviewer");
        run.rebuild();
        assertThat(run.check(Kind.APPROVER_IS_NOT_REVIEWER))
                .isEqualTo(
                        failed(
                                Kind.APPROVER_IS_NOT_REVIEWER,
                                Why.DISAGREES,
                                new Evidence(
                                        "change_approval",
                                        13,
                                        "another than the reviewer",
                                        "ops.reviewer")));
    }

    @Test
    void aRejectionWrittenAsAnApproval() throws IOException, SourceException {
        RunCopy run = run(AWAITING);
        run.append(approval("a.singh", "rejected"));
        assertThat(run.check(Kind.REJECTION_LETS_GO_ON))
                .isEqualTo(
                        failed(
                                Kind.REJECTION_LETS_GO_ON,
                                Why.DISAGREES,
                                new Evidence(
                                        "change_approval", 13, "approval_rejected", "rejected")));
    }

    @Test
    void anApprovalAfterTheDeadline() throws IOException, SourceException {
        RunCopy run = run(AWAITING);
        run.append(approval("a.singh", "approved"));
        run.edit(run.log(), "2026-11-23T13:00:00+00:00", "2026-12-01T13:00:00+00:00").rebuild();
        assertThat(run.check(Kind.CLOCKS))
                .isEqualTo(
                        failed(
                                Kind.CLOCKS,
                                Why.DISAGREES,
                                new Evidence(
                                        "approval",
                                        13,
                                        "2026-11-24T09:00:00Z",
                                        "2026-12-01T13:00:00Z")));
    }

    static String approval(String approver, String decision) {
        return "{\"event\": \"approval_recorded\", \"key\": \"change_approval\", \"approver\": \""
                + approver
                + "\", \"decision\": \""
                + decision
                + "\"}";
    }
}
