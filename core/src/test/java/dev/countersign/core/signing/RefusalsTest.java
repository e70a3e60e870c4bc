// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.run.RunCopy;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.signing.Obstacle.Kind;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What a run itself holds against an act. */
class RefusalsTest extends WaitingRun {
    @Test
    void aBrokenChain() throws Exception {
        SignedRun run = waiting();
        Files.writeString(
                run.log(), Files.readString(run.log()).replaceFirst("map_controls", "map_control"));
        only(
                run.obstacles(APPROVE, ANN),
                Kind.CHAIN_NOT_INTACT,
                "The chain does not verify: nothing may be signed on it. Look at Integrity, and"
                        + " escalate it.");
    }

    @Test
    void noCheckpoint() throws Exception {
        SignedRun run = waiting();
        Files.delete(run.state());
        assertThat(run.obstacles(APPROVE, ANN)).extracting(Obstacle::kind).contains(Kind.NO_STATE);
    }

    @Test
    void aDamagedCheckpoint() throws Exception {
        SignedRun run = waiting();
        Files.writeString(run.state(), "{");
        assertThat(run.obstacles(APPROVE, ANN))
                .extracting(Obstacle::kind)
                .containsExactly(Kind.NO_STATE, Kind.NO_AUTHOR);
    }

    @Test
    void anArtifactThatWasChanged() throws Exception {
        SignedRun run = waiting();
        Files.writeString(run.directory.resolve("artifacts/approval_request.json"), "{}");
        for (Act act : List.of(APPROVE, REJECT)) {
            only(
                    run.obstacles(act, ANN),
                    Kind.ARTIFACTS_CHANGED,
                    "The artifact approval_request.json is not the one that was recorded: get that"
                            + " one back from a copy, or escalate the run.");
        }
    }

    @Test
    void anArtifactThatIsLost() throws Exception {
        SignedRun run = waiting();
        Files.delete(run.directory.resolve("artifacts/approval_request.json"));
        only(
                run.obstacles(APPROVE, ANN),
                Kind.ARTIFACTS_CHANGED,
                "The artifact approval_request.json is lost: get it back from a copy, or escalate"
                        + " the run.");
    }

    @Test
    void aPayloadThatWasEdited() throws Exception {
        SignedRun run = waiting();
        Files.writeString(
                run.state(), Files.readString(run.state()).replaceFirst("CHG-1120", "CHG-1121"));
        assertThat(run.obstacles(APPROVE, ANN))
                .contains(
                        new Obstacle(
                                Kind.STATE_DISAGREES,
                                "The payload does not belong to this run: its id says so."));
    }

    @Test
    void aGateThatGivesAnotherVerdictHere() throws Exception {
        SignedRun run = waiting();
        Files.writeString(
                run.state(),
                Files.readString(run.state())
                        .replaceFirst("\"verdict\": \"approve\"", "\"verdict\": \"review\""));
        only(
                run.obstacles(APPROVE, ANN),
                Kind.REPERFORMANCE_DISAGREES,
                "The gate, performed again here: something else comes out than was recorded.");
        assertThat(run.obstacles(REJECT, ANN)).isEmpty();
    }

    @Test
    void aViewThatIsOld() throws Exception {
        RunSnapshot run = waiting().read();
        assertThat(Obstacles.of(run, DefaultPolicy.get(), APPROVE, ANN, "0".repeat(64)))
                .extracting(Obstacle::kind)
                .containsExactly(Kind.STALE_VIEW);
    }

    @Test
    void aTimeBeforeTheLastRecord() throws Exception {
        RunSnapshot run = waiting().read();
        Instant last = Objects.requireNonNull(run.events().getLast().at());
        Instant earlier = last.minusNanos(1_000);
        assertThat(SigningRequest.prepare(run, DefaultPolicy.get(), APPROVE, ANN, null, earlier))
                .isEqualTo(
                        new Preparation.Refused(
                                List.of(
                                        new Obstacle(
                                                Kind.CLOCK_BEHIND,
                                                "The record would be dated "
                                                        + earlier
                                                        + ", before the last one of the log, "
                                                        + last
                                                        + ": no record may be older than the one"
                                                        + " before it. Set the clock right, or name"
                                                        + " a later time."))));
        assertThat(SigningRequest.prepare(run, DefaultPolicy.get(), APPROVE, ANN, null, last))
                .isInstanceOf(Preparation.Ready.class);
    }

    @Test
    void anotherKey() throws Exception {
        only(
                waiting().obstacles(new Act.Approve("release", ""), ANN),
                Kind.OTHER_KEY,
                "This run waits for the key \"change_approval\", not \"release\".");
    }

    @Test
    void aRejectionWithoutAReason() throws Exception {
        only(
                waiting().obstacles(new Act.Reject(null, " "), ANN),
                Kind.NO_RATIONALE,
                "Say why: a reason belongs to this act.");
    }

    @Test
    void aRunThatTheGateBlocked() throws Exception {
        only(
                SignedRun.of("change-approval-b31b90463aba", folder).obstacles(APPROVE, ANN),
                Kind.GATE_BLOCKED,
                "This run is blocked (anti-fabrication gate: 1 unciteable assertion(s)): nobody can"
                        + " override that. Correct the input, which is another run, and close the"
                        + " finding of this one.");
    }

    @Test
    void aRunThatTheReviewerRejected() throws Exception {
        only(
                SignedRun.of("change-approval-45f4742be981", folder).obstacles(APPROVE, ANN),
                Kind.REVIEW_BLOCKED,
                "The independent review blocked this run: answer the reviewer; a new review and"
                        + " another execution can end it.");
    }

    @Test
    void aRunThatIsCompleted() throws Exception {
        assertThat(SignedRun.of("change-approval-0da804633cdb", folder).obstacles(APPROVE, ANN))
                .containsExactly(
                        new Obstacle(
                                Kind.NOT_WAITING,
                                "This run is completed: it waits for no approval."));
    }

    @Test
    void twice() throws Exception {
        SignedRun run = waiting();
        run.act(APPROVE, ANN);
        only(
                run.obstacles(APPROVE, "bob@example.com"),
                Kind.ALREADY_APPROVED,
                "This run is approved already; its producer has to go on.");
    }

    @Test
    void afterARejection() throws Exception {
        SignedRun run = waiting();
        run.act(REJECT, ANN);
        only(
                run.obstacles(APPROVE, "bob@example.com"),
                Kind.ALREADY_REJECTED,
                "This run was rejected; a corrected input is another run.");
    }

    @Test
    void whatACrashLeftComesFirst() throws Exception {
        SignedRun run = waiting();
        String before = Files.readString(run.state());
        run.act(APPROVE, ANN);
        Files.writeString(run.state(), before);
        assertThat(run.obstacles(APPROVE, "bob@example.com"))
                .extracting(Obstacle::kind)
                .contains(Kind.UNFINISHED);
        assertThat(UnfinishedApproval.of(run.read())).hasSize(1);
    }

    @Test
    void anApprovalUnderAWrongSignatureIsNotFinished() throws Exception {
        SignedRun run = waiting();
        String before = Files.readString(run.state());
        SignedEntry signed = run.sign(new Act.Observe(4, "seen"), "bob@example.com", "P-256");
        SigningRequest other = run.prepare(APPROVE, ANN);
        SignedRun.record(new SignedEntry(other, signed.cms()));
        Files.writeString(run.state(), before);
        RunSnapshot read = run.read();
        assertThat(read.approvals()).hasSize(1);
        assertThat(UnfinishedApproval.of(read)).isEmpty();
    }

    @Test
    void aRecordThatIsNotThere() throws Exception {
        only(
                waiting().obstacles(new Act.Observe(99, ""), ANN),
                Kind.NO_SUCH_RECORD,
                "There is no record 99: the log has records 0 to 12.");
    }

    @Test
    void anEmptyLog() throws Exception {
        SignedRun run = waiting();
        Files.writeString(run.log(), "");
        only(
                run.obstacles(APPROVE, ANN),
                Kind.NO_LOG,
                "There is no log with records: there is nothing to sign.");
    }

    @Test
    void anEarlierSignatureThatDoesNotHold() throws Exception {
        SignedRun run = waiting();
        SignedEntry signed = run.sign(new Act.Observe(4, "seen"), "bob@example.com", "P-256");
        SigningRequest other = run.prepare(new Act.Observe(5, "seen"), "bob@example.com");
        SignedRun.record(new SignedEntry(other, signed.cms()));
        only(
                run.obstacles(APPROVE, ANN),
                Kind.SIGNATURE_FAILED,
                "A signature in this log does not hold: see what it says first.");
    }

    /// A statement that named none of them would say that there were none.
    @Test
    void moreArtifactsThanAreLookedAt() throws Exception {
        SignedRun run = waiting();
        Path artifacts = run.directory.resolve("artifacts");
        for (int i = 0; i <= 10_000; i++) {
            Files.createDirectory(artifacts.resolve("d" + i));
        }
        for (Act act : List.of(APPROVE, REJECT, new Act.Dispose("f", "accepted", null, ""))) {
            only(
                    run.obstacles(act, ANN),
                    Kind.ARTIFACTS_NOT_READ,
                    "There are more artifacts, or a larger log, than are looked at here: a"
                            + " signature would not say which artifacts it is about.");
        }
    }

    @Test
    void aHistoryThatIsNotTheOneTheHandoffReportNames() throws Exception {
        RunCopy copy = RunCopy.of("change-approval-0da804633cdb", folder);
        copy.reportOtherHead("0".repeat(64));
        assertThat(SignedRun.at(copy.directory).obstacles(new Act.Observe(1, ""), ANN))
                .containsExactly(
                        new Obstacle(
                                Kind.HISTORY_CHANGED,
                                "The handoff report names another head than the log had: history"
                                        + " was rewritten."));
    }

    @Test
    void aHistoryThatIsShorterThanItWas() throws Exception {
        SignedRun run = waiting();
        ChainReport chain = run.read().chain();
        Checkpoint before = new Checkpoint("A", chain.records(), chain.head(), null, null);
        List<String> lines = run.lines();
        Files.writeString(run.log(), String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
        assertThat(
                        Obstacles.of(
                                run.read(before),
                                DefaultPolicy.get(),
                                new Act.Observe(1, ""),
                                ANN,
                                null))
                .contains(
                        new Obstacle(
                                Kind.HISTORY_CHANGED,
                                "The log does not match an earlier checkpoint: its history was"
                                        + " changed or cut."));
    }
}
