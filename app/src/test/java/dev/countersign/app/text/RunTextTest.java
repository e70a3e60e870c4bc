// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.sample.HandMadeRun;
import dev.countersign.app.sample.SampleRuns;
import dev.countersign.core.review.GateVerdict;
import dev.countersign.core.review.Grounding;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class RunTextTest {
    private static HandMadeRun run() {
        return new HandMadeRun("change-approval", "0155cb2f963b").event("run_started", "");
    }

    @Test
    void saysWhatIsGoingOnAndWhatToDo() {
        assertThat(RunText.situation(SampleRuns.awaiting()))
                .isEqualTo(
                        "Waits for an independent approval. Check each claim against the evidence,"
                                + " then decide.");
        assertThat(RunText.situation(SampleRuns.gateBlocked()))
                .isEqualTo(
                        "Cannot be approved: 2 of 4 claims have no support in the evidence"
                            + " (ITGC-CM-01, ITGC-CM-02). Nobody can override the gate: n.berg"
                            + " corrects the input, which is a new run; the control owner closes"
                            + " the finding of this one.");
        assertThat(RunText.situation(SampleRuns.makerChecker()))
                .isEqualTo(
                        "Blocked by segregation of duties: m.chu is the author and approved (record"
                            + " 13), which does not count. An independent approver has to approve;"
                            + " then the pipeline goes on.");
        assertThat(RunText.situation(SampleRuns.findings()))
                .isEqualTo(
                        "Completed with 2 findings. Each needs an owner and a disposition; no"
                                + " approval clears it.");
        assertThat(RunText.situation(SampleRuns.padViolation()))
                .isEqualTo(
                        "Completed with 1 violation. It needs an owner and a disposition; no"
                                + " approval clears it.");
        assertThat(RunText.situation(SampleRuns.nothingAsserted()))
                .isEqualTo(
                        "Waits for an independent approval, but nothing was asserted: the gate's"
                                + " approval proves nothing.");
        assertThat(RunText.situation(SampleRuns.nothingAssertedNorGated()))
                .isEqualTo(
                        "Waits for an independent approval, but nothing was asserted, and no result"
                                + " of a gate was recorded.");
        assertThat(RunText.situation(SampleRuns.noState()))
                .isEqualTo(
                        "Waits for an independent approval, but state.json with claims and evidence"
                                + " is not here: there is nothing to assess.");
        assertThat(RunText.banner(SampleRuns.noState()))
                .isEqualTo(
                        RunText.situation(SampleRuns.noState())
                                + " Get it from where the run was made, where it lies beside the"
                                + " log, and read again (F5). All below comes from the log alone.");
        assertThat(RunText.banner(SampleRuns.awaiting()))
                .isEqualTo(RunText.situation(SampleRuns.awaiting()));
        assertThat(RunText.banner(SampleRuns.emptyFolder()))
                .isEqualTo(
                        RunText.situation(SampleRuns.emptyFolder())
                                + " state.json with claims and evidence is not here. Get it from"
                                + " where the run was made, where it lies beside the log, and read"
                                + " again (F5).");
    }

    @Test
    void aBrokenLogComesFirst() {
        assertThat(RunText.situation(SampleRuns.tampered()))
                .isEqualTo(
                        "The log does not verify. Find out why first: nothing below can be relied"
                                + " on. By its last record the run is: awaiting approval.");
        assertThat(RunText.situation(SampleRuns.emptyFolder()))
                .isEqualTo("There is no log here, so nothing says what the status of this run is.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNKNOWN | The log has more records or bytes than are looked at for a run, so its"
                        + " status is not known.",
                "RUNNING | Step gate has not ended: it is running, or it stopped there.",
                "BLOCKED | Blocked in step gate: no such file. If the cause is in the input, a"
                        + " corrected input is a new run, and the finding of this one is closed;"
                        + " else remove the cause and execute again.",
                "APPROVED_PENDING_RESUME | Approved by a.singh. The pipeline has to resume it;"
                        + " there is nothing to decide.",
                "REJECTED | Rejected by a.singh. It keeps waiting, without a clock; a corrected"
                        + " input is a new run.",
                "FAILED | Step gate failed: no such file. Fix the cause and execute again: finished"
                        + " steps are not repeated.",
                "COMPLETED | Completed. There is nothing to decide."
            })
    void everyStatusHasItsSentence(RunStatus status, String sentence) {
        var run = run().at(status, "gate", "no such file").approval("a.singh", "approved");
        assertThat(RunText.situation(run.snapshot())).isEqualTo(sentence);
    }

    @Test
    void whatTheGateFoundIsCountedAndNamed() {
        assertThat(RunText.situation(gated(1, "{\"control\": \"\", \"text\": \"tested\"}")))
                .startsWith(
                        "Cannot be approved: 1 of 1 claim has no support in the evidence"
                                + " (“tested”). Nobody can override the gate: m.chu corrects");
        String four =
                IntStream.range(0, 4)
                        .mapToObj(i -> "{\"control\": \"C" + i + "\"}")
                        .collect(Collectors.joining(","));
        assertThat(RunText.situation(gated(4, four)))
                .contains("4 of 4 claims have no support in the evidence (C0, C1, C2 and 1 more).");
        // counted as recorded, and named only if that is what is found here
        assertThat(RunText.situation(gated(2, "{\"control\": \"C\"}")))
                .contains("2 of 2 claims have no support in the evidence. Nobody");
        assertThat(RunText.situation(gated(0, "")))
                .startsWith(
                        "Cannot be approved: the gate blocked it, and no claim is here that says"
                                + " why. Nobody");
    }

    private static RunSnapshot gated(int ungrounded, String claims) {
        return run().at(RunStatus.BLOCKED, "gate", "gate")
                .state(
                        """
                        {"payload": {"id": "C", "author": "m.chu", "evidence": {"a": "b"}},
                        "claims": [%s], "gate": {"verdict": "block", "grounded": 0,
                        "ungrounded": %d, "abstentions": 0, "reasons": []}}\
                        """
                                .formatted(claims, ungrounded))
                .snapshot();
    }

    @Test
    void aReviewersRejectCanBeAnswered() {
        var run =
                run().at(RunStatus.BLOCKED, "independent_review", "reject")
                        .state(
                                """
                                {"payload": {"id": "C", "author": "m.chu", "evidence": {}},
                                "claims": [], "review": {"reviewer": "ops", "decision": "reject",
                                "notes": "citation is stale"}}\
                                """);
        assertThat(RunText.situation(run.snapshot()))
                .isEqualTo(
                        "Blocked by the independent review of ops: citation is stale. Answer the"
                                + " reviewer; a new review and another execution can end it.");
    }

    @Test
    void whatWaitsWithExceptionsSaysSo() {
        var run =
                run().at(RunStatus.AWAITING_APPROVAL, "human_approval", null)
                        .state(
                                """
                                {"payload": {"id": "C", "author": "m.chu", "evidence": {"a": "b"}},
                                "claims": [], "abstentions": [{"control": "X", "reason": "r"}],
                                "findings": [{"control": "Y", "detail": "d"}]}\
                                """);
        assertThat(RunText.situation(run.snapshot()))
                .isEqualTo(
                        "Waits for an independent approval. 1 finding recorded, and 1 control left"
                                + " open: consider that before you decide.");
    }

    @Test
    void groundingsHaveTheirWords() {
        var found = new Grounding.Found(0, 20, List.of("approval"), false);
        assertThat(GateText.word(found)).isEqualTo("Grounded");
        assertThat(GateText.sentence(found)).isEqualTo("The citation is in “approval”.");
        var seam = new Grounding.Found(0, 20, List.of("a", "b"), true);
        assertThat(GateText.word(seam)).isEqualTo("Grounded, across two values");
        assertThat(GateText.sentence(seam))
                .isEqualTo(
                        "The citation is there only because “a” and “b” were joined. The gate lets"
                                + " it pass; read both.");
        assertThat(GateText.sentence(new Grounding.Found(0, 20, List.of(), false)))
                .isEqualTo("The citation is in the text that says nothing is on file.");
        assertThat(GateText.word(new Grounding.TooShort(0))).isEqualTo("No citation");
        assertThat(GateText.sentence(new Grounding.TooShort(0)))
                .isEqualTo("The claim cites nothing, so nothing supports it.");
        assertThat(GateText.word(new Grounding.TooShort(7))).isEqualTo("Too short");
        assertThat(GateText.sentence(new Grounding.TooShort(7)))
                .isEqualTo("The citation has 7 characters. Under 12, it proves nothing.");
        assertThat(GateText.word(new Grounding.NotFound(null))).isEqualTo("Not found");
        assertThat(GateText.sentence(new Grounding.NotFound(null)))
                .isEqualTo(
                        "The citation is nowhere in the evidence, and nothing is similar to it.");
        assertThat(GateText.sentence(new Grounding.NotFound(new Grounding.NearMiss(0, 9, 79))))
                .isEqualTo(
                        "The citation is not in the evidence. The closest passage is 79 % alike.");
        assertThat(GateVerdict.values())
                .extracting(GateText::word)
                .containsExactly("Approve", "Review", "Block");
    }
}
