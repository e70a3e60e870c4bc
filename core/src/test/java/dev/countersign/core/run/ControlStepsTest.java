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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class ControlStepsTest {
    private static final String DONE = "change-approval-0da804633cdb";
    private static final String AWAITING = "change-approval-241bf6287b12";
    private static final String TRADE = "personal-trade-compliance-bf41820e7aa5";
    private static final String FAILED = "change-approval-da6aeb88c524";

    @TempDir Path folder;

    private RunCopy run(String sample) throws IOException {
        return RunCopy.of(sample, folder);
    }

    /// Takes records out of a log, and makes its chain right again.
    private RunCopy without(String sample, String text) throws IOException {
        RunCopy run = run(sample);
        List<String> lines = Files.readAllLines(run.log());
        List<String> rest = lines.stream().filter(line -> !line.contains(text)).toList();
        assertThat(rest).hasSizeLessThan(lines.size());
        Files.writeString(run.log(), String.join("\n", rest) + "\n");
        return run.rebuild();
    }

    private static Check failed(Evidence... evidence) {
        return new Check(Kind.CONTROL_STEPS, Outcome.FAILED, Why.DISAGREES, List.of(evidence));
    }

    private static Check check(RunCopy run) throws SourceException {
        return run.check(Kind.CONTROL_STEPS);
    }

    @Test
    void noRunOfTheProducerWentOnWithoutItsControls() throws Exception {
        try (Stream<Path> samples = Files.list(Path.of("src/test/resources/samples"))) {
            for (Path sample : samples.toList()) {
                assertThat(RunCopy.reader().read(sample).channels().checks())
                        .filteredOn(check -> check.kind() == Kind.CONTROL_STEPS)
                        .as(sample.toString())
                        .allMatch(check -> check.outcome() != Outcome.FAILED)
                        .hasSize(1);
            }
        }
        assertThat(check(run(DONE))).isEqualTo(LogGround.holds(Kind.CONTROL_STEPS));
        assertThat(check(run(FAILED)))
                .isEqualTo(LogGround.unchecked(Kind.CONTROL_STEPS, Why.NOTHING_RECORDED));
    }

    @Test
    void noGate() throws Exception {
        assertThat(check(without(DONE, "\"step\": \"gate\"")))
                .isEqualTo(failed(new Evidence("gate", 5, "ok", null)));
    }

    @Test
    void aGateThatWasStartedAndIsDoneByTheCheckpointAloneIsACrashOrAnEdit() throws Exception {
        RunCopy run = without(DONE, "all control assertions grounded");
        assertThat(check(run)).isEqualTo(LogGround.holds(Kind.CONTROL_STEPS));
        assertThat(run.check(Kind.STATE_STEPS).why()).isEqualTo(Why.STATE_AHEAD);
        run.edit(run.state(), "    \"gate\",\n", "");
        assertThat(check(run)).isEqualTo(failed(new Evidence("gate", 6, "ok", null)));
    }

    @Test
    void noGateOfATrade() throws Exception {
        assertThat(check(without(TRADE, "\"step\": \"gate\"")))
                .isEqualTo(failed(new Evidence("gate", 5, "ok", null)));
    }

    @Test
    void noReview() throws Exception {
        assertThat(check(without(DONE, "\"step\": \"independent_review\"")))
                .isEqualTo(failed(new Evidence("independent_review", 8, "ok", null)));
    }

    @Test
    void noApprovalAnywhere() throws Exception {
        RunCopy run = without(DONE, "approval_recorded");
        assertThat(check(run))
                .as("the checkpoint has it: the producer's crash form, or an edit")
                .isEqualTo(LogGround.holds(Kind.CONTROL_STEPS));
        assertThat(run.check(Kind.STATE_APPROVALS).why()).isEqualTo(Why.STATE_AHEAD);
        assertThat(RunSummary.of(run.read()).bypassed()).isFalse();
        run.edit(run.state(), "\"change_approval\": {", "\"other\": {");
        assertThat(RunSummary.of(run.read()).bypassed()).isTrue();
        assertThat(check(run))
                .isEqualTo(
                        failed(
                                new Evidence(
                                        "human_approval",
                                        14,
                                        "an approval of change_approval",
                                        null)));
    }

    @Test
    void anApprovalThatComesTooLate() throws Exception {
        RunCopy run = without(DONE, "approval_recorded");
        run.append(
                "{\"event\": \"approval_recorded\", \"key\": \"change_approval\", \"approver\":"
                        + " \"a.singh\", \"decision\": \"approved\"}");
        assertThat(check(run).evidence())
                .containsExactly(
                        new Evidence("human_approval", 14, "an approval of change_approval", null));
    }

    @Test
    void theReviewerRejected() throws Exception {
        RunCopy run = run(DONE);
        run.edit(run.state(), "\"decision\": \"accept\"", "\"decision\": \"reject\"");
        assertThat(check(run))
                .isEqualTo(failed(new Evidence("independent_review", 10, "accept", "reject")));
    }

    @Test
    void theReviewerRejectedInTheArtifactAlone() throws Exception {
        RunCopy run = run(DONE);
        Path review = run.artifact("independent_review.json");
        String before = RunCopy.sha256(Files.readAllBytes(review)).substring(0, 16);
        run.edit(review, "\"decision\": \"accept\"", "\"decision\": \"reject\"");
        assertThat(check(run))
                .as("it is not the artifact that was recorded")
                .isEqualTo(LogGround.holds(Kind.CONTROL_STEPS));
        String after = RunCopy.sha256(Files.readAllBytes(review)).substring(0, 16);
        run.edit(run.state(), before, after).edit(run.log(), before, after).rebuild();
        assertThat(check(run))
                .isEqualTo(failed(new Evidence("independent_review", 10, "accept", "reject")));
        assertThat(RunSummary.of(run.read()).bypassed()).isTrue();
        assertThat(run.check(Kind.CONCLUSIONS).evidence())
                .containsExactly(
                        new Evidence(
                                "independent_review.json/verdict/decision", 8, "accept", "reject"));
    }

    @Test
    void aRejectionThatStoppedTheRunBypassesNothing() throws Exception {
        RunCopy run = run(AWAITING);
        Path review = run.artifact("independent_review.json");
        String before = RunCopy.sha256(Files.readAllBytes(review)).substring(0, 16);
        run.edit(review, "\"decision\": \"accept\"", "\"decision\": \"reject\"");
        String after = RunCopy.sha256(Files.readAllBytes(review)).substring(0, 16);
        run.edit(run.log(), before, after).rebuild().cut(10);
        run.append(
                "{\"event\": \"step_result\", \"step\": \"independent_review\", \"status\":"
                        + " \"blocked\"}");
        assertThat(check(run)).isEqualTo(LogGround.holds(Kind.CONTROL_STEPS));
    }

    /// A yes without a signature does not take back the reviewer's no.
    @Test
    void aYesWithoutASignatureIsNotHeard() throws Exception {
        String rejects =
                "{\"event\": \"review_recorded\", \"reviewer\": \"x\", \"decision\": \"reject\"}";
        String accepts = rejects.replace("reject", "accept");
        RunCopy run = run(AWAITING).append(rejects, accepts);
        RecordedReview no = new RecordedReview("x", "reject", "");
        assertThat(run.read().review()).isEqualTo(no);
        assertThat(check(run.append("{\"event\": \"run_completed\"}")).evidence())
                .contains(new Evidence("independent_review", 15, "accept", "reject"));
        RunCopy signed = RunCopy.of(AWAITING, Files.createDirectory(folder.resolve("signed")));
        signed.append(rejects).appendSigned(accepts);
        assertThat(signed.read().review()).isEqualTo(new RecordedReview("x", "accept", ""));
    }

    @Test
    void anApprovalByNobodyIsNone() throws Exception {
        RunCopy run = run(DONE);
        run.edit(run.log(), "\"a.singh\"", "\"\"").rebuild();
        assertThat(check(run).evidence())
                .containsExactly(
                        new Evidence("human_approval", 15, "an approval of change_approval", null));
    }

    @Test
    void aReviewThatRejectsCountsFromItsRecordOn() throws Exception {
        String review =
                "{\"event\": \"review_recorded\", \"reviewer\": \"x\", \"decision\": \"reject\"}";
        RunCopy run = run(AWAITING).append(review);
        assertThat(check(run)).isEqualTo(LogGround.holds(Kind.CONTROL_STEPS));
        run.append(
                "{\"event\": \"step_result\", \"step\": \"human_approval\", \"status\":"
                        + " \"awaiting_approval\"}");
        assertThat(check(run)).isEqualTo(LogGround.holds(Kind.CONTROL_STEPS));
        run.append("{\"event\": \"run_completed\"}");
        assertThat(check(run).evidence())
                .containsExactly(
                        new Evidence("independent_review", 15, "accept", "reject"),
                        new Evidence("human_approval", 15, "ok", "awaiting_approval"));
        assertThat(check(run(DONE).append(review)))
                .as("after it was done")
                .isEqualTo(LogGround.holds(Kind.CONTROL_STEPS));
    }

    @Test
    void theGateSaidBlockAndTheRunWentOn() throws Exception {
        RunCopy run = run(DONE);
        run.edit(
                run.log(),
                "\"status\": \"ok\", \"reason\": \"all control",
                "\"status\": \"blocked\", \"reason\": \"all control");
        run.rebuild();
        assertThat(check(run)).isEqualTo(failed(new Evidence("gate", 7, "ok", "blocked")));
    }

    @Test
    void ofAnUnknownWorkflowAndABrokenChainNothingIsSaid() throws Exception {
        RunCopy run = run(DONE);
        run.edit(run.log(), "all control assertions", "no control assertions");
        assertThat(check(run)).isEqualTo(LogGround.unchecked(Kind.CONTROL_STEPS, Why.CHAIN_BROKEN));
        run.edit(run.log(), "\"name\": \"change-approval\"", "\"name\": \"another\"");
        run.rebuild();
        assertThat(check(run))
                .isEqualTo(LogGround.unchecked(Kind.CONTROL_STEPS, Why.UNKNOWN_WORKFLOW));
    }

    @Test
    void aRiskyStepOfARunbookIsApprovedBeforeItIsDone() throws Exception {
        RunCopy run = run(DONE);
        run.edit(
                run.state(),
                "\"id\": \"CHG-1042\"",
                "\"steps\": [{\"name\": \"look\"}, {\"name\": \"restart\", \"risky\": true},"
                        + " {\"name\": \"purge\", \"risky\": true}]");
        Files.writeString(
                run.log(),
                "{\"event\": \"run_started\", \"run_id\": \"x\", \"name\":"
                        + " \"incident-runbook\", \"prev\": \"\", \"hash\": \"\"}\n");
        run.rebuild();
        run.append(result("independent_review"), result("look"));
        assertThat(check(run)).isEqualTo(LogGround.holds(Kind.CONTROL_STEPS));
        run.append(
                "{\"event\": \"step_result\", \"step\": \"restart\", \"status\":"
                        + " \"awaiting_approval\"}",
                "{\"event\": \"approval_recorded\", \"key\": \"approve:restart\", \"approver\":"
                        + " \"a.singh\", \"decision\": \"approved\"}",
                result("restart"));
        assertThat(check(run)).isEqualTo(LogGround.holds(Kind.CONTROL_STEPS));
        run.append(result("handoff_report"));
        assertThat(check(run)).isEqualTo(failed(new Evidence("purge", 6, "ok", null)));
        run.append(result("purge"));
        assertThat(check(run).evidence())
                .as("the first that is known of a step")
                .containsExactly(new Evidence("purge", 6, "ok", null));
    }

    private static String result(String step) {
        return "{\"event\": \"step_result\", \"step\": \"" + step + "\", \"status\": \"ok\"}";
    }
}
