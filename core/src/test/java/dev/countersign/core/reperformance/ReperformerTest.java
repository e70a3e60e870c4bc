// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.reperformance.Reperformer.Subject;
import dev.countersign.core.review.Control;
import dev.countersign.core.review.RuleBook;
import dev.countersign.core.run.RunCopy;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class ReperformerTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final String FINISHED = "change-approval-0da804633cdb";
    private static final String MODEL = "change-approval-a62171c7f263";
    private static final String SELF_APPROVED = "change-approval-0155cb2f963b";

    @TempDir Path folder;

    private static Reperformer reperformer(RuleBook rules) {
        return new Reperformer(
                new ChainVerifier(Runnable::run, 1), DefaultPolicy.get(), rules, "test 1");
    }

    private static Reperformance perform(Subject subject) throws SourceException {
        return reperformer(RuleBook.ours())
                .run(subject, Progress.NONE, Cancellation.NEVER)
                .orElseThrow();
    }

    private static List<Difference> differences(RunCopy run) throws SourceException {
        return perform(Subject.of(run.directory)).differences();
    }

    private static List<Subject> samples() throws IOException {
        try (Stream<Path> runs = Files.list(SAMPLES)) {
            return runs.sorted().map(Subject::of).toList();
        }
    }

    @Test
    void whatARealProducerRecordedComesOutAgain() throws Exception {
        List<Reperformance> all = new ArrayList<>();
        PopulationResults results =
                reperformer(RuleBook.ours())
                        .population(samples(), all::add, Progress.NONE, Cancellation.NEVER)
                        .orElseThrow();
        assertThat(all)
                .hasSize(24)
                .allSatisfy(done -> {
                    assertThat(done.differences()).isEmpty();
                    assertThat(done.left()).isFalse();
                });
        assertThat(results.differing()).isZero();
        assertThat(results.rows()).extracting(PopulationResults.Row::runId).isSorted().hasSize(24);
        assertThat(
                        all.stream()
                                .filter(done ->
                                        done.of(TestKind.VERDICT).result()
                                                == Comparison.Result.AGREES))
                .as("one failed before its gate")
                .hasSize(23);
    }

    @Test
    void aWrongVerdictAmongThemIsFound() throws Exception {
        RunCopy wrong =
                RunCopy.of(SELF_APPROVED, folder)
                        .edit(
                                state(SELF_APPROVED),
                                "\"verdict\": \"approve\"",
                                "\"verdict\": \"review\"");
        List<Subject> subjects = new ArrayList<>(samples());
        subjects.set(0, Subject.of(wrong.directory));
        PopulationResults results =
                reperformer(RuleBook.ours())
                        .population(subjects, _ -> {}, Progress.NONE, Cancellation.NEVER)
                        .orElseThrow();
        assertThat(results.differing()).isOne();
        assertThat(results.rows().getFirst().tests().get(TestKind.VERDICT))
                .isEqualTo(Comparison.Result.DIFFERS);
        assertThat(differences(wrong))
                .containsExactly(
                        new Difference(TestKind.VERDICT, "verdict", -1, "review", "approve"));
    }

    private Path state(String sample) {
        return folder.resolve(sample).resolve("state.json");
    }

    @Test
    void aClaimThatIsNotGroundedIsCountedAgain() throws Exception {
        RunCopy run =
                RunCopy.of(SELF_APPROVED, folder)
                        .edit(state(SELF_APPROVED), "\"grounded\": 2", "\"grounded\": 3");
        assertThat(differences(run))
                .containsExactly(new Difference(TestKind.CLAIMS, "grounded", -1, "3", "2"));
        assertThat(perform(Subject.of(run.directory)).of(TestKind.VERDICT).result())
                .isEqualTo(Comparison.Result.AGREES);
    }

    @Test
    void aClaimThatTheModelDidNotMakeIsFound() throws Exception {
        RunCopy run =
                RunCopy.of(MODEL, folder)
                        .edit(
                                state(MODEL),
                                "\"control\": \"ITGC-CM-03\"",
                                "\"control\": \"ITGC-CM-04\"");
        assertThat(differences(run))
                .extracting(Difference::test, Difference::subject)
                .containsExactly(
                        tuple(TestKind.CLAIMS, "independent_review.json/claims/1"),
                        tuple(TestKind.MODEL_OUTPUT, "claims/1"));
        Reperformance done = perform(Subject.of(run.directory));
        assertThat(done.unregistered()).containsExactly("ITGC-CM-04");
        assertThat(done.results().value().get("not_in_register")).hasToString("[\"ITGC-CM-04\"]");
    }

    @Test
    void theSamplesNameNoControlThatTheRegisterHasNot() throws Exception {
        for (Subject subject : samples()) {
            Reperformance done = perform(subject);
            assertThat(done.unregistered()).isEmpty();
            assertThat(done.results().value().get("not_in_register")).isNull();
        }
    }

    @Test
    void aFindingThatWasTakenOutIsFound() throws Exception {
        RunCopy run = RunCopy.of(SELF_APPROVED, folder);
        run.edit(run.state(), "self-approval: m.chu approved their own change", "nothing at all");
        assertThat(differences(run))
                .containsExactly(
                        new Difference(
                                TestKind.RULES,
                                "rules/0",
                                -1,
                                "ITGC-CM-02 | deficiency | nothing at all",
                                "ITGC-CM-02 | deficiency | self-approval: m.chu approved their own"
                                        + " change"));
    }

    @Test
    void anExchangedArtifactIsFoundAndTheHandoffIsNotBelieved() throws Exception {
        RunCopy run = RunCopy.of(FINISHED, folder);
        Path handoff = run.artifact("handoff_report.json");
        String head = run.hash(0);
        String text =
                Files.readString(handoff)
                        .replaceAll("(audit_log_head\": \")[0-9a-f]+", "$1" + head);
        Files.writeString(handoff, text);
        assertThat(differences(run))
                .extracting(Difference::test, Difference::subject)
                .containsExactly(
                        tuple(TestKind.ARTIFACTS, "handoff_report.json"),
                        tuple(TestKind.HANDOFF_HEAD, "handoff_report.json"));
        assertThat(differences(run).get(1).recorded()).isEqualTo(head);
    }

    @Test
    void anApprovalThatNobodyGaveIsFound() throws Exception {
        RunCopy run = RunCopy.of(SELF_APPROVED, folder);
        run.edit(
                run.state(),
                "\"approvals\": {}",
                "\"approvals\": {\"change_approval\": {\"approver\": \"x\", \"decision\":"
                        + " \"approved\"}}");
        assertThat(differences(run))
                .extracting(Difference::test, Difference::subject)
                .containsExactly(tuple(TestKind.APPROVALS, "change_approval"));
    }

    @Test
    void anEditedRecordIsFound() throws Exception {
        RunCopy run = RunCopy.of(SELF_APPROVED, folder);
        run.edit(run.log(), "ingested CHG-1101", "ingested CHG-1102");
        assertThat(perform(Subject.of(run.directory)).of(TestKind.CHAIN).differences())
                .extracting(Difference::subject, Difference::record)
                .containsExactly(tuple("content_modified", 2L));
    }

    @Test
    void deadlinesAreHeldAgainstThoseThatWereFixed() throws Exception {
        Path run = SAMPLES.resolve(SELF_APPROVED);
        List<RunClock> fixed = perform(Subject.of(run)).run().clocks();
        assertThat(perform(new Subject(run, fixed)).of(TestKind.CLOCKS).result())
                .isEqualTo(Comparison.Result.AGREES);
        RunClock first = fixed.getFirst();
        RunClock later =
                new RunClock(
                        first.cycle(),
                        first.tier(),
                        first.tierAssumed(),
                        first.pauses(),
                        first.due().plusSeconds(60),
                        first.role(),
                        first.escalateTo(),
                        first.breachSeverity(),
                        first.policyVersion());
        assertThat(perform(new Subject(run, List.of(later))).differences())
                .containsExactly(
                        new Difference(
                                TestKind.CLOCKS,
                                first.kind().word(),
                                first.cycle().record(),
                                later.due().toString(),
                                first.due().toString()));
    }

    @Test
    void withoutTheCheckpointNothingIsPerformedAgain() throws Exception {
        RunCopy run = RunCopy.of(FINISHED, folder);
        Files.writeString(run.state(), "{\"payload\": ");
        Reperformance done = perform(Subject.of(run.directory));
        assertThat(done.silence()).isEqualTo("state_unreadable");
        assertThat(List.of(done.agrees(), done.differs(), done.left()))
                .containsExactly(false, false, true);
        assertThat(done.results().value().get("agree")).isEqualTo(JsonValue.of((String) null));
        Files.delete(run.state());
        assertThat(perform(Subject.of(run.directory)).silence()).isEqualTo("no_state");
        PopulationResults all =
                reperformer(RuleBook.ours())
                        .population(
                                List.of(Subject.of(run.directory)),
                                _ -> {},
                                Progress.NONE,
                                Cancellation.NEVER)
                        .orElseThrow();
        assertThat(all.left()).isOne();
        assertThat(all.agrees()).isFalse();
    }

    @Test
    void aRunThatEndedBeforeItConcludedAnythingIsNotSaidToAgree() throws Exception {
        Reperformance done = perform(Subject.of(SAMPLES.resolve("change-approval-da6aeb88c524")));
        assertThat(done.silence()).isEqualTo("ended_before_a_result");
        assertThat(List.of(done.agrees(), done.differs(), done.left()))
                .containsExactly(false, false, false);
    }

    @Test
    void aGateThatWasTakenOutOfTheCheckpointIsFound() throws Exception {
        RunCopy run = RunCopy.of(FINISHED, folder);
        run.edit(run.state(), "\"gate\": {", "\"other\": {");
        assertThat(differences(run))
                .containsExactly(new Difference(TestKind.VERDICT, "verdict", 6, null, "approve"));
    }

    @Test
    void anEditedPayloadGivesAnotherRunId() throws Exception {
        RunCopy run = RunCopy.of(FINISHED, folder);
        run.edit(run.state(), "\"system\": \"billing-engine\"", "\"system\": \"other\"");
        Difference difference = differences(run).getFirst();
        assertThat(difference.test()).isEqualTo(TestKind.CLAIMS);
        assertThat(difference.recorded()).isEqualTo(FINISHED);
        assertThat(difference.reperformed()).startsWith("change-approval-").isNotEqualTo(FINISHED);
    }

    @Test
    void theSameInputsGiveTheSameBytesWhereverTheyLie() throws Exception {
        RunCopy copy = RunCopy.of(FINISHED, folder);
        Results here = perform(Subject.of(copy.directory)).results();
        Results there = perform(Subject.of(SAMPLES.resolve(FINISHED))).results();
        assertThat(here.bytes()).isEqualTo(there.bytes());
        assertThat(here.sha256()).isEqualTo(there.sha256());
        assertThat(here.are(there.bytes())).isTrue();
        assertThat(new String(here.bytes(), StandardCharsets.US_ASCII))
                .doesNotContain(folder.toString());
        Files.writeString(copy.state(), Files.readString(copy.state()) + "\n");
        assertThat(perform(Subject.of(copy.directory)).results().sha256())
                .as("another state.json, though it says the same")
                .isNotEqualTo(there.sha256());
    }

    @Test
    void whoeverCancelsGetsNothing() throws Exception {
        assertThat(
                        reperformer(RuleBook.ours())
                                .population(samples(), _ -> {}, Progress.NONE, () -> true))
                .isEmpty();
    }

    @Test
    void theRegisterStandsBesideTheResults() throws Exception {
        assertThat(perform(Subject.of(SAMPLES.resolve(SELF_APPROVED))).controls())
                .extracting(Control::id)
                .containsExactly("ITGC-CM-01", "ITGC-CM-02", "ITGC-CM-03");
        assertThat(RuleBook.ours().controls("personal-trade-compliance"))
                .extracting(Control::id)
                .containsExactly("PAD-1", "PAD-3", "PAD-4");
        assertThat(RuleBook.ours().controls("incident-runbook"))
                .extracting(Control::id)
                .containsExactly("IR-01", "IR-02");
    }
}
