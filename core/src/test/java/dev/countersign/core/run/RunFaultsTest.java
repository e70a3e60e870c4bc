// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Verdict;
import dev.countersign.core.run.Check.Evidence;
import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What can be wrong in a run directory besides its chain: each fault alone, and the check it
/// fails.
class RunFaultsTest extends FaultyRun {
    private static final String BLOCKED = "change-approval-ff5ccef3db16";
    private static final String VIOLATION = "personal-trade-compliance-bf41820e7aa5";

    private static Check unchecked(Kind kind, Why why) {
        return new Check(kind, Outcome.NOT_CHECKED, why, List.of());
    }

    @Test
    void aPayloadEditedAfterwards() throws IOException, SourceException {
        RunCopy run = run(DONE);
        run.edit(run.state(), "production billing", "PRODUCTION billing");
        Check check = run.check(Kind.PAYLOAD_ID);
        assertThat(check.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(check.evidence())
                .extracting(Evidence::subject, Evidence::record, Evidence::expected)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("run_started", 0L, DONE));
        assertThat(run.read().channels().of(Channel.ARTIFACTS)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aFolderNamedAsAnotherRun() throws IOException, SourceException {
        RunCopy run = run(DONE).renamed(AWAITING);
        failsAlone(
                run,
                failed(
                        Kind.FOLDER_NAME,
                        Why.DISAGREES,
                        new Evidence("run_started", 0, AWAITING, DONE),
                        new Evidence("run_completed", 22, AWAITING, DONE)));
    }

    /// Neither in the log nor in the folder's name: nothing binds the payload any more.
    @Test
    void aRunWithoutItsId() throws IOException, SourceException {
        RunCopy run = run(DONE).renamed("evidence");
        run.edit(run.log(), "\"run_id\": \"" + DONE + "\"", "\"run_id\": null").rebuild();
        run.reportOtherHead(run.hash(16));
        assertThat(run.check(Kind.FOLDER_NAME))
                .isEqualTo(
                        failed(
                                Kind.FOLDER_NAME,
                                Why.DISAGREES,
                                new Evidence("run_started", 0, DONE, null),
                                new Evidence("run_completed", 22, DONE, null)));
        Files.delete(run.state());
        assertThat(run.check(Kind.FOLDER_NAME).evidence())
                .containsExactly(
                        new Evidence("run_started", 0, "a run id", null),
                        new Evidence("run_completed", 22, "a run id", null));
    }

    @Test
    void aFolderNamedAsNoRunIsSaidAndSpeaksAgainstNothing() throws IOException, SourceException {
        RunCopy run = run(DONE).renamed("evidence");
        assertThat(run.check(Kind.FOLDER_NAME))
                .isEqualTo(
                        new Check(
                                Kind.FOLDER_NAME,
                                Outcome.NOT_CHECKED,
                                Why.NOT_A_RUN_NAME,
                                List.of(new Evidence("run_started", 0, "evidence", DONE))));
        assertThat(run.check(Kind.PAYLOAD_ID).outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(run.read().channels().negative()).isFalse();
    }

    @Test
    void anEditedArtifact() throws IOException, SourceException {
        RunCopy run = run(DONE);
        run.edit(run.artifact("workpaper.json"), "no exceptions", "No exceptions");
        String now = RunCopy.sha256(Files.readAllBytes(run.artifact("workpaper.json")));
        failsAlone(
                run,
                failed(
                        Kind.ARTIFACT_FILES,
                        Why.DISAGREES,
                        new Evidence("workpaper.json", 17, "e5d76d5ce3ea7fc3", now)));
    }

    @Test
    void aStepDoneInTheStateAlone() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.edit(run.state(), "\"map_controls\"\n", "\"map_controls\",\n    \"gate\"\n");
        failsAlone(
                run,
                failed(
                        Kind.STATE_STEPS,
                        Why.STATE_AHEAD,
                        new Evidence("gate", 7, "blocked", "ok")));
    }

    @Test
    void aStepDoneInTheLogAlone() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.edit(run.state(), "\"ingest\",\n", "");
        failsAlone(
                run,
                failed(Kind.STATE_STEPS, Why.LOG_AHEAD, new Evidence("ingest", 2, "ok", null)));
    }

    @Test
    void anArtifactsHashEditedInTheState() throws IOException, SourceException {
        RunCopy run = run(DONE);
        run.edit(run.state(), "e5d76d5ce3ea7fc3", "e5d76d5ce3ea7fc4");
        failsAlone(
                run,
                failed(
                        Kind.STATE_ARTIFACTS,
                        Why.DISAGREES,
                        new Evidence(
                                "workpaper.json", 17, "e5d76d5ce3ea7fc3", "e5d76d5ce3ea7fc4")));
    }

    @Test
    void aHandoffReportOfAnotherHead() throws IOException, SourceException {
        RunCopy run = run(DONE);
        String head = run.hash(19);
        String other = "0".repeat(64);
        Path report = run.artifact("handoff_report.json");
        String before = RunCopy.sha256(Files.readAllBytes(report)).substring(0, 16);
        run.edit(report, head, other);
        String after = RunCopy.sha256(Files.readAllBytes(report)).substring(0, 16);
        run.edit(run.state(), before, after).edit(run.log(), before, after).rebuild();
        failsAlone(
                run,
                failed(
                        Kind.HANDOFF_HEAD,
                        Why.DISAGREES,
                        new Evidence("handoff_report.json", 19, head, other)));
    }

    @Test
    void anApprovalByNobodyOrWithoutADecision() throws IOException, SourceException {
        for (String[] odd :
                new String[][] {
                    {"\"a.singh\"", "\"\"", "somebody", ""},
                    {"\"a.singh\"", "null", "somebody", ""},
                    {"\"approved\"", "true", "approved or rejected", "true"},
                    {"\"approved\"", "\"perhaps\"", "approved or rejected", "perhaps"}
                }) {
            RunCopy run = RunCopy.of(DONE, Files.createTempDirectory(dir, "odd"));
            run.edit(run.log(), odd[0], odd[1]).rebuild();
            assertThat(run.check(Kind.APPROVAL_DECIDES))
                    .isEqualTo(
                            failed(
                                    Kind.APPROVAL_DECIDES,
                                    Why.DISAGREES,
                                    new Evidence("change_approval", 13, odd[2], odd[3])));
            assertThat(run.check(Kind.APPROVER_IS_NOT_AUTHOR).outcome())
                    .isNotEqualTo(Outcome.FAILED);
        }
    }

    @Test
    void aGateVerdictEditedInTheState() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.edit(run.state(), "\"verdict\": \"block\"", "\"verdict\": \"approve\"");
        failsAlone(
                run,
                failed(
                        Kind.GATE,
                        Why.DISAGREES,
                        new Evidence("gate", 7, "blocked", "approve"),
                        new Evidence("verdict", -1, "block", "approve")));
    }

    /// What is recorded is said as it is, beside what it would have to be.
    @ParameterizedTest
    @CsvSource({
        "'\"verdict\": \"block\"', '\"verdict\": \"Approve\"', verdict, block, Approve",
        "'\"verdict\": \"block\"', '\"verdict\": 1', verdict, block, 1",
        "'\"verdict\": \"block\"', '\"verdikt\": \"block\"', verdict, block, ",
        "'\"gate\": {', '\"gate\": \"block\", \"old\": {', gate, a JSON object, block",
    })
    void aGateWithoutAVerdict(
            String from, String to, String subject, String expected, @Nullable String found)
            throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.edit(run.state(), from, to);
        assertThat(run.check(Kind.GATE))
                .isEqualTo(
                        failed(
                                Kind.GATE,
                                Why.DISAGREES,
                                new Evidence(subject, -1, expected, found)));
    }

    @Test
    void aClaimThatTheModelDidNotMake() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.edit(run.state(), "\"text\": \"authorised\"", "\"text\": \"authorized\"");
        Check check = run.check(Kind.MODEL_OUTPUT);
        assertThat(check.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(check.evidence()).extracting(Evidence::subject).containsExactly("claims/0");
    }

    @Test
    void aViolationRemovedFromTheState() throws IOException, SourceException {
        RunCopy run = run(VIOLATION);
        run.edit(run.state(), "2026-03-01..2026-03-31", "2026-03-01..2026-03-09");
        failsAlone(
                run,
                failed(
                        Kind.RULES,
                        Why.DISAGREES,
                        new Evidence(
                                "rules/0",
                                -1,
                                "PAD-3 |  | ACME on blackout 2026-03-01..2026-03-31; traded"
                                        + " 2026-03-10",
                                "PAD-3 |  | ACME on blackout 2026-03-01..2026-03-09; traded"
                                        + " 2026-03-10")));
    }

    @Test
    void aTimeThatNobodyCanRead() throws IOException, SourceException {
        for (String odd : new String[] {"\"soon\"", "1764000000", "\"2026-11-21T01:00:00\""}) {
            RunCopy run = RunCopy.of(BLOCKED, Files.createTempDirectory(dir, "time"));
            run.edit(run.log(), '"' + lastTime(run) + '"', odd).rebuild();
            Evidence found = new Evidence("ts", 7, Check.A_TIME, odd.replace("\"", ""));
            failsAlone(run, failed(Kind.TIME_ORDER, Why.DISAGREES, found));
        }
    }

    @Test
    void timesThatRunBackwards() throws IOException, SourceException {
        RunCopy run = run(BLOCKED);
        run.edit(run.log(), lastTime(run), "2026-11-20T00:00:00+00:00").rebuild();
        failsAlone(run, failed(Kind.TIME_ORDER, Why.DISAGREES, new Evidence("ts", 7, null, null)));
    }

    @Test
    void onABrokenChainNothingThatHangsOnItIsVerified() throws IOException, SourceException {
        RunCopy run = run(DONE);
        run.edit(run.log(), "workpaper issued", "workpaper Issued");
        RunSnapshot snapshot = run.read();
        assertThat(snapshot.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(
                        snapshot.channels().checks().stream()
                                .filter(check -> check.outcome() == Outcome.VERIFIED)
                                .map(Check::kind))
                .containsExactly(Kind.PAYLOAD_ID, Kind.GATE, Kind.RULES);
        assertThat(
                        snapshot.channels().checks().stream()
                                .filter(check -> check.outcome() == Outcome.FAILED)
                                .map(Check::kind))
                .containsExactly(Kind.CHAIN);
        assertThat(run.check(Kind.ARTIFACT_FILES))
                .isEqualTo(unchecked(Kind.ARTIFACT_FILES, Why.CHAIN_BROKEN));
    }

    @Test
    void aTornTail() throws IOException, SourceException {
        RunCopy run = run(DONE);
        String log = Files.readString(run.log());
        Files.writeString(run.log(), log.substring(0, log.length() - 40));
        RunSnapshot snapshot = run.read();
        assertThat(snapshot.chain()).isNotNull();
        assertThat(snapshot.chain().verdict()).isEqualTo(Verdict.MALFORMED);
        assertThat(snapshot.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(snapshot.step()).isEqualTo("handoff_report");
        assertThat(snapshot.events()).hasSize(22);
    }

    private static String lastTime(RunCopy run) throws IOException {
        String line = Files.readAllLines(run.log()).getLast();
        return String.valueOf(RunCopy.object(line).string("ts"));
    }
}
