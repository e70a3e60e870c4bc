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

/// Each artifact is edited as somebody would who then makes hashes and chain fit.
class ConclusionsTest {
    private static final String DONE = "change-approval-0da804633cdb";
    private static final String TRADE = "personal-trade-compliance-bf41820e7aa5";
    private static final String BLOCKED = "change-approval-b31b90463aba";

    @TempDir Path folder;

    private Check edited(String sample, String artifact, String from, String to) throws Exception {
        RunCopy run = RunCopy.of(sample, folder);
        return edited(run, artifact, Files.readString(run.artifact(artifact)).replace(from, to));
    }

    private static Check edited(RunCopy run, String artifact, String text) throws Exception {
        Path file = run.artifact(artifact);
        String before = recorded(file);
        Files.writeString(file, text);
        assertThat(recorded(file)).isNotEqualTo(before);
        run.edit(run.state(), before, recorded(file)).edit(run.log(), before, recorded(file));
        return run.rebuild().check(Kind.CONCLUSIONS);
    }

    private static String recorded(Path file) throws IOException {
        return FileDigest.sha256(Files.readAllBytes(file)).substring(0, 16);
    }

    private static Check failed(Evidence... evidence) {
        return new Check(Kind.CONCLUSIONS, Outcome.FAILED, Why.DISAGREES, List.of(evidence));
    }

    @Test
    void aReportThatHidesAViolation() throws Exception {
        RunCopy run = RunCopy.of(TRADE, folder);
        Path report = run.artifact("pad_report.json");
        String text = Files.readString(report);
        int list = text.indexOf("\"violations\": [");
        int end = text.indexOf("]", list);
        String clear =
                text.substring(0, list)
                        + "\"violations\": ["
                        + text.substring(end).replace("VIOLATION", "clear");
        assertThat(edited(run, "pad_report.json", clear))
                .isEqualTo(
                        failed(
                                new Evidence(
                                        "pad_report.json/violations/0",
                                        10,
                                        "PAD-3 |  | ACME on blackout 2026-03-01..2026-03-31;"
                                                + " traded 2026-03-10",
                                        null),
                                new Evidence(
                                        "pad_report.json/conclusion", 10, "VIOLATION", "clear")));
    }

    @Test
    void aWorkpaperWithAnotherVerdict() throws Exception {
        assertThat(
                        edited(
                                DONE,
                                "workpaper.json",
                                "\"verdict\": \"approve\"",
                                "\"verdict\": \"block\""))
                .isEqualTo(
                        failed(
                                new Evidence(
                                        "workpaper.json/gate/verdict", 17, "approve", "block")));
    }

    @Test
    void aWorkpaperThatConcludesOtherwise() throws Exception {
        assertThat(edited(DONE, "workpaper.json", "no exceptions", "exceptions noted"))
                .isEqualTo(
                        failed(
                                new Evidence(
                                        "workpaper.json/conclusion",
                                        17,
                                        "no exceptions",
                                        "exceptions noted")));
    }

    @Test
    void aHandoffThatNamesAnotherApprover() throws Exception {
        assertThat(edited(DONE, "handoff_report.json", "a.singh", "someone.else"))
                .isEqualTo(
                        failed(
                                new Evidence(
                                        "handoff_report.json/approval/approver",
                                        20,
                                        "a.singh",
                                        "someone.else")));
    }

    @Test
    void aReviewThatSaysNo() throws Exception {
        assertThat(edited(DONE, "independent_review.json", "\"accept\"", "\"reject\""))
                .isEqualTo(
                        failed(
                                new Evidence(
                                        "independent_review.json/verdict/decision",
                                        8,
                                        "accept",
                                        "reject")));
    }

    @Test
    void aReviewOfOtherClaims() throws Exception {
        assertThat(edited(DONE, "independent_review.json", "tested with", "tested without"))
                .isEqualTo(
                        failed(
                                new Evidence(
                                        "independent_review.json/claims/1",
                                        8,
                                        "ITGC-CM-03 | tested with documented results | Unit and"
                                                + " regression tests passed; results attached"
                                                + " 2026-03-03.",
                                        "ITGC-CM-03 | tested without documented results | Unit and"
                                                + " regression tests passed; results attached"
                                                + " 2026-03-03.")));
    }

    @Test
    void aClaimThatWasNotGroundedOnTheRecheck() throws Exception {
        RunCopy run = RunCopy.of(DONE, folder);
        Path review = run.artifact("independent_review.json");
        String text = Files.readString(review).replaceFirst(": true", ": false");
        assertThat(edited(run, "independent_review.json", text))
                .isEqualTo(
                        failed(
                                new Evidence(
                                        "independent_review.json/claims/0/grounded_on_recheck",
                                        8,
                                        "true",
                                        "false")));
    }

    @Test
    void anArtifactThatIsNotTheRecordedOneIsNoConclusion() throws Exception {
        RunCopy run = RunCopy.of(TRADE, folder);
        run.edit(run.artifact("pad_report.json"), "VIOLATION", "clear");
        assertThat(run.check(Kind.CONCLUSIONS))
                .isEqualTo(LogGround.unchecked(Kind.CONCLUSIONS, Why.NOT_AS_RECORDED));
    }

    @Test
    void whatIsNotKnownIsLeftAlone() throws Exception {
        assertThat(edited(DONE, "workpaper.json", "\"conclusion\"", "\"more\": 1, \"conclusion\""))
                .isEqualTo(LogGround.holds(Kind.CONCLUSIONS));
    }

    @Test
    void theGateGivesOtherReasons() throws Exception {
        RunCopy run = RunCopy.of(BLOCKED, folder);
        run.edit(run.state(), "ungrounded: 'change authorized", "ungrounded: 'nothing");
        assertThat(run.check(Kind.GATE).evidence())
                .containsExactly(
                        new Evidence(
                                "reasons/0",
                                -1,
                                "ungrounded: 'change authorized prior to deployment' — citation"
                                        + " not found in source",
                                "ungrounded: 'nothing prior to deployment' — citation not found in"
                                        + " source"));
    }
}
