// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a step always leaves is taken out, by somebody who then makes hashes and chain fit.
class LeftOutTest {
    private static final String DONE = "change-approval-0da804633cdb";
    private static final String TRADE = "personal-trade-compliance-aacb3fecb037";
    private static final String MODEL = "change-approval-a62171c7f263";
    private static final String HALF = "change-approval-0155cb2f963b";
    private static final String JUDGE = "llm_mapping.json";

    @TempDir Path folder;

    /// Takes a member of the top level out of a file.
    private static void without(Path file, String key) throws IOException {
        String text = Files.readString(file);
        String kept = text.replaceFirst("(?s),\n  \"" + key + "\": .*?(?=(,\n  \"|\n}))", "");
        assertThat(kept).isNotEqualTo(text);
        Files.writeString(file, kept);
    }

    private static RunCopy recorded(RunCopy run, String artifact, String before)
            throws IOException {
        String after = digest(run, artifact);
        assertThat(after).isNotEqualTo(before);
        return run.edit(run.state(), before, after).edit(run.log(), before, after).rebuild();
    }

    private static String digest(RunCopy run, String artifact) throws IOException {
        return FileDigest.sha256(Files.readAllBytes(run.artifact(artifact))).substring(0, 16);
    }

    private RunCopy emptied(String sample, String artifact, String text) throws IOException {
        RunCopy run = RunCopy.of(sample, folder);
        String before = digest(run, artifact);
        Files.writeString(run.artifact(artifact), text);
        return recorded(run, artifact, before);
    }

    private RunCopy lacking(String sample, String artifact, String key) throws IOException {
        RunCopy run = RunCopy.of(sample, folder);
        String before = digest(run, artifact);
        without(run.artifact(artifact), key);
        return recorded(run, artifact, before);
    }

    private static Check failed(Kind kind, Evidence... evidence) {
        return new Check(kind, Outcome.FAILED, Why.DISAGREES, List.of(evidence));
    }

    @Test
    void theViolations() throws Exception {
        RunCopy run = RunCopy.of(TRADE, folder);
        without(run.state(), "violations");
        assertThat(run.check(Kind.RULES))
                .isEqualTo(
                        failed(
                                Kind.RULES,
                                new Evidence(
                                        "rules/0",
                                        -1,
                                        "PAD-1 |  | pre-clearance dated 2026-03-08 AFTER trade"
                                                + " 2026-03-05",
                                        null)));
    }

    @Test
    void anotherProducersCheckpointIsSilentWhereItHasLess() throws Exception {
        RunCopy run = RunCopy.of(HALF, folder);
        for (String key : List.of("change_id", "claims", "abstentions", "findings")) {
            without(run.state(), key);
        }
        for (Kind kind : List.of(Kind.RULES, Kind.MODEL_OUTPUT, Kind.CONCLUSIONS)) {
            assertThat(run.check(kind))
                    .isEqualTo(
                            new Check(kind, Outcome.NOT_CHECKED, Why.NOTHING_RECORDED, List.of()));
        }
    }

    @Test
    void anEmptyListOfFindings() throws Exception {
        RunCopy run = RunCopy.of(DONE, folder);
        without(run.state(), "findings");
        assertThat(run.check(Kind.RULES))
                .isEqualTo(failed(Kind.RULES, new Evidence("rules", -1, "a list", null)));
    }

    @Test
    void theAbstentions() throws Exception {
        RunCopy run = RunCopy.of(DONE, folder);
        without(run.state(), "abstentions");
        assertThat(run.check(Kind.CONCLUSIONS))
                .isEqualTo(
                        failed(
                                Kind.CONCLUSIONS,
                                new Evidence("state.json/abstentions", -1, "a list", null)));
    }

    @Test
    void aWorkpaperThatIsEmpty() throws Exception {
        List<String> subjects =
                emptied(DONE, "workpaper.json", "{}").check(Kind.CONCLUSIONS).evidence().stream()
                        .map(Evidence::subject)
                        .toList();
        assertThat(subjects)
                .containsExactly(
                        "workpaper.json/controls_tested",
                        "workpaper.json/gate/verdict",
                        "workpaper.json/exceptions",
                        "workpaper.json/approval/approver",
                        "workpaper.json/approval/decision",
                        "workpaper.json/conclusion");
    }

    @Test
    void aReportThatIsNoObject() throws Exception {
        assertThat(emptied(TRADE, "pad_report.json", "null").check(Kind.CONCLUSIONS))
                .isEqualTo(
                        failed(
                                Kind.CONCLUSIONS,
                                new Evidence("pad_report.json", 11, "a JSON object", null)));
    }

    /// FORMATS binds neither to the payload: shown, and no difference.
    private static void strange(RunCopy run, Evidence... evidence) throws Exception {
        assertThat(run.read().channels().additional().getLast())
                .isEqualTo(failed(Kind.ONE_CASE, evidence));
        assertThat(run.check(Kind.CONCLUSIONS)).isEqualTo(LogGround.holds(Kind.CONCLUSIONS));
    }

    @Test
    void aWorkpaperOfAnotherChange() throws Exception {
        RunCopy run = RunCopy.of(DONE, folder);
        String before = digest(run, "workpaper.json");
        String id = run.read().payload().string("id");
        run.edit(run.artifact("workpaper.json"), id, "CHG-9999");
        strange(
                recorded(run, "workpaper.json", before),
                new Evidence("workpaper.json/change_id", 17, id, "CHG-9999"));
    }

    @Test
    void theHeadOfTheHandoff() throws Exception {
        RunCopy run = lacking(DONE, "handoff_report.json", "audit_log_head");
        assertThat(run.check(Kind.HANDOFF_HEAD))
                .isEqualTo(
                        failed(
                                Kind.HANDOFF_HEAD,
                                new Evidence("handoff_report.json", 19, run.hash(19), null)));
    }

    @Test
    void theResponseOfTheModel() throws Exception {
        assertThat(lacking(MODEL, JUDGE, "response").check(Kind.MODEL_OUTPUT))
                .isEqualTo(
                        failed(
                                Kind.MODEL_OUTPUT,
                                new Evidence(JUDGE + "/response", 4, "a value", null)));
    }

    @Test
    void theModelThatTheLogNames() throws Exception {
        RunCopy run = RunCopy.of(MODEL, folder);
        String before = digest(run, JUDGE);
        run.edit(run.artifact(JUDGE), "injected-judge", "");
        assertThat(recorded(run, JUDGE, before).check(Kind.MODEL_OUTPUT))
                .isEqualTo(
                        failed(
                                Kind.MODEL_OUTPUT,
                                new Evidence(JUDGE + "/model", 4, "injected-judge", "")));
    }

    @Test
    void theEvidenceInThePrompt() throws Exception {
        RunCopy run = RunCopy.of(MODEL, folder);
        String before = digest(run, JUDGE);
        run.edit(run.artifact(JUDGE), "EVIDENCE:\\nChange CHG-1207", "EVIDENCE:\\nChange CHG-9999");
        assertThat(recorded(run, JUDGE, before).read().channels().additional().getLast())
                .isEqualTo(
                        failed(
                                Kind.PROMPT_SHOWS_EVIDENCE,
                                new Evidence(JUDGE + "/prompt", -1, "the evidence", null)));
        assertThat(run.read().channels().negative()).isFalse();
    }

    @Test
    void theReview() throws Exception {
        RunCopy run = RunCopy.of(DONE, folder);
        without(run.state(), "review");
        assertThat(run.check(Kind.CONCLUSIONS).evidence())
                .contains(new Evidence("state.json/review", -1, "a review", null))
                .contains(
                        new Evidence(
                                "independent_review.json/verdict/reviewer",
                                8,
                                null,
                                "ops.reviewer"));
        assertThat(run.read().review())
                .isEqualTo(new RecordedReview("ops.reviewer", "accept", "claims re-verified"));
    }

    @Test
    void theReviewOfARunThatItsReviewerApproved() throws Exception {
        RunCopy run = RunCopy.of(DONE, folder);
        without(run.state(), "review");
        run.edit(run.state(), "a.singh", "ops.reviewer");
        run.edit(run.log(), "a.singh", "ops.reviewer").rebuild();
        assertThat(run.check(Kind.APPROVER_IS_NOT_REVIEWER))
                .isEqualTo(
                        failed(
                                Kind.APPROVER_IS_NOT_REVIEWER,
                                new Evidence(
                                        "change_approval",
                                        13,
                                        "another than the reviewer",
                                        "ops.reviewer")));
    }

    @Test
    void aReasonThatNamesAnotherApprover() throws Exception {
        RunCopy run = RunCopy.of(DONE, folder);
        run.edit(run.log(), "approved by a.singh", "approved by b.jones").rebuild();
        strange(
                run,
                new Evidence(
                        "audit.jsonl/human_approval",
                        15,
                        "approved by a.singh",
                        "approved by b.jones"));
    }

    @Test
    void aReasonThatCountsOtherwise() throws Exception {
        RunCopy run = RunCopy.of(HALF, folder);
        run.edit(run.log(), "1 finding(s)", "0 finding(s)").rebuild();
        strange(
                run,
                new Evidence(
                        "audit.jsonl/map_controls",
                        4,
                        "1 finding(s)",
                        "2 controls mapped, 0 finding(s)"));
    }

    @Test
    void whatAStepHadNotMadeYet() throws Exception {
        RunCopy run = RunCopy.of(HALF, folder).cut(4);
        for (String key : List.of("claims", "findings", "abstentions", "gate", "review")) {
            without(run.state(), key);
        }
        String text = Files.readString(run.state());
        Files.writeString(
                run.state(),
                text.replaceFirst("(?s)\"_done\": \\[.*?\\]", "\"_done\": [\"ingest\"]")
                        .replaceFirst(
                                "(?s)\"artifacts\": \\{.*?\\},\n  \"appr",
                                "\"artifacts\": {},\n  \"appr"));
        run.deleteArtifacts();
        assertThat(run.read().channels().negative()).isFalse();
    }

    @Test
    void theHashOfAnArtifactInTheCheckpoint() throws Exception {
        RunCopy run = RunCopy.of(TRADE, folder);
        String text = Files.readString(run.state());
        int from = text.indexOf("\"pad_report.json\": {") + "\"pad_report.json\": ".length();
        int to = text.indexOf("}", from) + 1;
        Files.writeString(run.state(), text.substring(0, from) + "{}" + text.substring(to));
        assertThat(run.check(Kind.STATE_ARTIFACTS).evidence())
                .containsExactly(
                        new Evidence("pad_report.json", 11, digest(run, "pad_report.json"), ""));
    }

    @Test
    void theOrderOfTheSteps() throws Exception {
        RunCopy run = RunCopy.of(TRADE, folder);
        run.edit(run.state(), "\"ingest\",\n    \"assess\"", "\"assess\",\n    \"ingest\"");
        assertThat(run.check(Kind.STATE_STEPS))
                .isEqualTo(
                        failed(Kind.STATE_STEPS, new Evidence("_done/0", -1, "ingest", "assess")));
    }

    @Test
    void aStepThatIsDoneTwice() throws Exception {
        RunCopy run = RunCopy.of(TRADE, folder);
        run.edit(run.state(), "\"emit_report\"", "\"emit_report\", \"emit_report\"");
        assertThat(run.check(Kind.STATE_STEPS))
                .isEqualTo(
                        failed(Kind.STATE_STEPS, new Evidence("_done/5", -1, null, "emit_report")));
    }

    @Test
    void aCountThatIsNoNumber() throws Exception {
        RunCopy run = RunCopy.of(DONE, folder);
        run.edit(run.state(), "\"grounded\": 2", "\"grounded\": \"2\"");
        assertThat(run.check(Kind.GATE))
                .isEqualTo(failed(Kind.GATE, new Evidence("grounded", -1, "2", "\"2\"")));
    }
}
