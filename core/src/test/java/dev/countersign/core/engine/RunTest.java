// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.engine.Execution.End;
import dev.countersign.core.engine.Execution.Ended;
import dev.countersign.core.engine.Execution.Refused;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.Opening;
import dev.countersign.core.journal.RecordDraft;
import dev.countersign.core.journal.Refusal;
import dev.countersign.core.journal.RunLog;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// What the samples do not show.
class RunTest extends ChangeRun {
    private static final String KEY = "change_approval";
    private static final JsonObject INCIDENT =
            SampleRun.object(
                    """
                    {"id": "INC-1", "title": "t", "author": "d.osei", "severity": "SEV-2",
                    "change_type": "emergency", "steps": [
                    {"name": "look", "action": "look", "risky": false, "evidence": "e"},
                    {"name": "drain it", "action": "drain", "risky": true, "evidence": ""}]}
                    """);

    private void append(RecordDraft record) throws SourceException {
        if (RunLog.open(directory().resolve("audit.jsonl"), Durability.LEFT_TO_SYSTEM)
                instanceof Opening.Opened(RunLog log)) {
            try (log) {
                log.append(String.valueOf(log.head()), record);
            }
        }
    }

    @Test
    void aStepThatThrowsIsAnEvent() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Run run =
                new Run(
                        "own",
                        List.of(
                                Step.of(
                                        "one",
                                        step -> StepResult.ok("done " + calls.incrementAndGet())),
                                Step.of(
                                        "two",
                                        step -> {
                                            if (calls.get() == 1) {
                                                throw new IllegalStateException("it's \"off\"");
                                            }
                                            return StepResult.ok("done");
                                        })));
        Ended failed = (Ended) run.execute(CHANGE, place(), torn -> {});
        assertThat(failed.end()).isEqualTo(End.FAILED);
        assertThat(failed.reason()).isEqualTo("IllegalStateException('it\\'s \"off\"')");
        assertThat(SampleRun.events(failed.directory()).getLast().string("event"))
                .isEqualTo("step_failed");

        calls.set(2);
        assertThat(((Ended) run.execute(CHANGE, place(), torn -> {})).end())
                .isEqualTo(End.COMPLETED);
        assertThat(calls).as("step one is not performed again").hasValue(2);
    }

    @Test
    void theLogsApprovalIsFinishedInTheCheckpoint() throws Exception {
        execute();
        append(
                new RecordDraft(NOW, "approval_recorded")
                        .with("key", KEY)
                        .with("approver", "a.singh")
                        .with("decision", "approved"));

        assertThat(execute().end()).isEqualTo(End.COMPLETED);
        assertThat(Files.readString(directory().resolve("state.json")))
                .contains("\"approver\": \"a.singh\"");
    }

    @Test
    void anApprovalThatOnlyTheCheckpointHasApprovesNothing() throws Exception {
        execute();
        Path state = directory().resolve("state.json");
        String forged =
                Files.readString(state)
                        .replace(
                                "\"approvals\": {}",
                                "\"approvals\": {\"change_approval\": {\"approver\": \"a.singh\","
                                        + " \"decision\": \"approved\"}}");
        Files.writeString(state, forged);

        assertThat(execute().end()).isEqualTo(End.AWAITING_APPROVAL);
    }

    @Test
    void aStepThatOnlyTheCheckpointCallsDoneIsPerformed() throws Exception {
        execute();
        Path state = directory().resolve("state.json");
        Files.writeString(
                state,
                Files.readString(state)
                        .replace(
                                "\"independent_review\"\n",
                                "\"independent_review\",\n    \"human_approval\"\n"));

        assertThat(execute().end()).isEqualTo(End.AWAITING_APPROVAL);
    }

    @Test
    void aRejectionIsNoApproval() throws Exception {
        execute();
        Approvals.approve(directory(), KEY, "a.singh", NOW, Durability.LEFT_TO_SYSTEM);
        Approvals.reject(directory(), KEY, "k.rao", "no", NOW, Durability.LEFT_TO_SYSTEM);
        assertThat(execute().end()).isEqualTo(End.AWAITING_APPROVAL);

        Approvals.approve(directory(), KEY, "a.singh", NOW, Durability.LEFT_TO_SYSTEM);
        assertThat(execute().end()).isEqualTo(End.COMPLETED);
    }

    @Test
    void theAuthorsRejectionTakesNothingBack() throws Exception {
        execute();
        String author = String.valueOf(CHANGE.string("author")).toUpperCase(Locale.ROOT);
        Approvals.approve(directory(), KEY, "a.singh", NOW, Durability.LEFT_TO_SYSTEM);
        Approvals.reject(directory(), KEY, author + " ", "no", NOW, Durability.LEFT_TO_SYSTEM);
        assertThat(execute().end()).isEqualTo(End.COMPLETED);
    }

    @Test
    void theAuthorUnderACapitalLetterIsTheAuthor() throws Exception {
        execute();
        String author = String.valueOf(CHANGE.string("author")).toUpperCase(Locale.ROOT);
        Approvals.approve(directory(), KEY, author, NOW, Durability.LEFT_TO_SYSTEM);
        assertThat(execute().end()).isEqualTo(End.BLOCKED);
    }

    @Test
    void anApprovalOfAnEarlierAttemptIsNotOfThisOne() throws Exception {
        execute();
        Approvals.approve(directory(), KEY, "a.singh", NOW, Durability.LEFT_TO_SYSTEM);
        Files.delete(directory().resolve("state.json"));

        assertThat(execute().end()).isEqualTo(End.AWAITING_APPROVAL);
    }

    @Test
    void aReviewAtTheDesk() throws Exception {
        Ended waiting = (Ended) change(Reviewer.AT_THE_DESK).execute(CHANGE, place(), torn -> {});
        assertThat(waiting.end()).isEqualTo(End.AWAITING_APPROVAL);
        assertThat(waiting.step()).isEqualTo("independent_review");
        append(review("reject", "not enough"));
        Ended rejected = (Ended) change(Reviewer.AT_THE_DESK).execute(CHANGE, place(), torn -> {});
        assertThat(rejected.end()).isEqualTo(End.BLOCKED);
        assertThat(rejected.reason()).isEqualTo("independent review: reject — not enough");
        append(review("accept", "now it is"));

        Ended accepted = (Ended) change(Reviewer.AT_THE_DESK).execute(CHANGE, place(), torn -> {});
        assertThat(accepted.step()).isEqualTo("human_approval");
    }

    private static RecordDraft review(String decision, String notes) {
        return new RecordDraft(NOW, "review_recorded")
                .with("reviewer", "r.okafor")
                .with("decision", decision)
                .with("notes", notes);
    }

    @Test
    void obstacles() throws Exception {
        execute();
        Path log = directory().resolve("audit.jsonl");
        Path state = directory().resolve("state.json");
        String right = Files.readString(log);
        String checkpoint = Files.readString(state);

        Files.writeString(log, right.replaceFirst("ingested CHG-1", "ingested CHG-2"));
        assertThat(obstacle()).isInstanceOf(Obstacle.Chain.class);
        Files.writeString(log, right);
        Files.writeString(state, "[]");
        assertThat(obstacle()).isEqualTo(new Obstacle.CheckpointUnreadable());
        Files.writeString(state, checkpoint.replace("m.chu", "x.chu"));
        assertThat(obstacle()).isEqualTo(new Obstacle.CheckpointOfOtherPayload());
        Files.writeString(state, checkpoint);
        try (RunLog other = ((Opening.Opened) RunLog.open(log, Durability.LEFT_TO_SYSTEM)).log()) {
            assertThat(other.head()).isNotNull();
            assertThat(obstacle()).isEqualTo(new Obstacle.Journal(Refusal.LOCKED));
        }
        Path sample = SampleRun.of("change-approval-da6aeb88c524").directory();
        Files.writeString(log, Files.readString(sample.resolve("audit.jsonl")));
        assertThat(obstacle()).isEqualTo(new Obstacle.OtherRun("change-approval-da6aeb88c524"));
    }

    /** Its checkpoint grows with the square of the depth, and could not be read again. */
    @Test
    void aPayloadThatIsTooDeepWritesNothing() throws Exception {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        JsonObject payload = SampleRun.object("{\"id\": \"CHG-1\", \"x\": " + deep + "}");
        String runId = RunId.of("change-approval", payload);
        assertThat(change(Reviewer.OPERATIONS).execute(payload, place(), torn -> {}))
                .isEqualTo(new Refused(runId, root.resolve(runId), new Obstacle.PayloadTooLarge()));
        assertThat(root).isEmptyDirectory();
    }

    private Obstacle obstacle() throws SourceException, IOException {
        String before = Files.readString(directory().resolve("audit.jsonl"));
        Execution execution = change(Reviewer.OPERATIONS).execute(CHANGE, place(), torn -> {});
        assertThat(Files.readString(directory().resolve("audit.jsonl"))).isEqualTo(before);
        return ((Refused) execution).obstacle();
    }

    @Test
    void anIncident() throws Exception {
        WorkflowInput input = WorkflowInput.plain(DefaultPolicy.get().references());
        Run run = Workflow.INCIDENT_RUNBOOK.run(INCIDENT, input);
        Ended waiting = (Ended) run.execute(INCIDENT, place(), torn -> {});
        assertThat(waiting.step()).isEqualTo("drain it");
        assertThat(waiting.end()).isEqualTo(End.AWAITING_APPROVAL);
        String key = "approve:drain it";
        Durability durability = Durability.LEFT_TO_SYSTEM;

        Approvals.approve(waiting.directory(), key, "d.osei", NOW, durability);
        Ended blocked = (Ended) run.execute(INCIDENT, place(), torn -> {});
        assertThat(blocked.reason()).isEqualTo("maker-checker violation: approver == author");
        Approvals.approve(waiting.directory(), key, "s.kim", NOW, durability);

        assertThat(((Ended) run.execute(INCIDENT, place(), torn -> {})).end())
                .isEqualTo(End.COMPLETED);
        assertThat(SampleRun.files(waiting.directory()).keySet())
                .containsExactly(
                        "artifacts/approval_request-2.json",
                        "artifacts/handoff_report.json",
                        "artifacts/independent_review.json",
                        "artifacts/plan.json",
                        "artifacts/step-1.json",
                        "artifacts/step-2.json",
                        "audit.jsonl",
                        "state.json");
        assertThat(Files.readString(waiting.directory().resolve("artifacts/handoff_report.json")))
                .contains("risky step without evidence: drain it", "1 exception(s)", "s.kim");
    }
}
