// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.run.Check.Kind;
import dev.countersign.core.run.Check.Why;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Directories that are half a run or none: answered, never refused.
class OddDirectoriesTest {
    private static final String DONE = "change-approval-0da804633cdb";

    @TempDir Path dir;

    private static Why why(RunSnapshot run, Kind kind) {
        return run.channels().checks().get(kind.ordinal()).why();
    }

    @Test
    void anEmptyFolder() throws SourceException {
        RunSnapshot run = RunCopy.reader().read(dir);
        assertThat(run.status()).isEqualTo(RunStatus.UNKNOWN);
        assertThat(run.runId()).isEqualTo(String.valueOf(dir.getFileName()));
        assertThat(run.channels().all().values()).containsOnly(Outcome.NOT_CHECKED);
        assertThat(why(run, Kind.CHAIN)).isEqualTo(Why.NO_LOG);
        assertThat(why(run, Kind.STATE_STEPS)).isEqualTo(Why.NO_STATE);
    }

    @Test
    void anEmptyLog() throws IOException, SourceException {
        Files.createFile(dir.resolve("audit.jsonl"));
        RunSnapshot run = RunCopy.reader().read(dir);
        assertThat(run.status()).isEqualTo(RunStatus.UNKNOWN);
        assertThat(run.channels().all().values()).containsOnly(Outcome.NOT_CHECKED);
        assertThat(why(run, Kind.CHAIN)).isEqualTo(Why.NO_RECORDS);
    }

    @Test
    void aLogAlone() throws IOException, SourceException {
        RunCopy copy = RunCopy.of(DONE, dir);
        Files.delete(copy.state());
        copy.deleteArtifacts();
        RunSnapshot run = copy.read();
        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.author()).isNull();
        assertThat(run.clocks()).hasSize(2);
        assertThat(run.channels().negative()).isFalse();
        assertThat(why(run, Kind.PAYLOAD_ID)).isEqualTo(Why.NO_STATE);
        assertThat(why(run, Kind.ARTIFACT_FILES)).isEqualTo(Why.NO_ARTIFACTS_FOLDER);
        assertThat(why(run, Kind.APPROVER_IS_NOT_AUTHOR)).isEqualTo(Why.NO_AUTHOR);
    }

    @Test
    void anArtifactsFolderThatIsALinkIsNotFollowed(@TempDir Path elsewhere)
            throws IOException, SourceException {
        RunCopy copy = RunCopy.of(DONE, dir);
        Path folder = copy.log().resolveSibling("artifacts");
        Files.createSymbolicLink(folder, Files.move(folder, elsewhere.resolve("outside")));
        RunSnapshot run = copy.read();
        assertThat(run.artifacts().outcome()).isEqualTo(ArtifactCheck.Outcome.FAILED);
        assertThat(run.artifacts().artifacts())
                .extracting(artifact -> artifact.name() + " " + artifact.state())
                .contains("artifacts NOT_A_FILE", "handoff_report.json MISSING")
                .noneMatch(said -> said.endsWith("MATCHES"));
        assertThat(run.channels().negative()).isTrue();
    }

    @Test
    void aStateAlone() throws IOException, SourceException {
        RunCopy copy = RunCopy.of(DONE, dir);
        Files.delete(copy.log());
        RunSnapshot run = copy.read();
        assertThat(run.status()).isEqualTo(RunStatus.UNKNOWN);
        assertThat(why(run, Kind.PAYLOAD_ID)).isEqualTo(Why.HOLDS);
        assertThat(why(run, Kind.STATE_APPROVALS)).isEqualTo(Why.NO_LOG);
        assertThat(why(run, Kind.ARTIFACT_FILES)).isEqualTo(Why.NO_LOG);
        assertThat(run.artifacts().artifacts()).hasSize(4);
    }

    @Test
    void aStateThatIsNoJson() throws IOException, SourceException {
        RunCopy copy = RunCopy.of(DONE, dir);
        for (String text : List.of("", "{", "[1]", "\ufeff{}")) {
            Files.writeString(copy.state(), text);
            RunSnapshot run = copy.read();
            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.state()).isNull();
            assertThat(why(run, Kind.STATE_STEPS)).isEqualTo(Why.STATE_UNREADABLE);
            assertThat(run.channels().additional())
                    .extracting(Check::why)
                    .containsExactly(Why.STATE_UNREADABLE, Why.STATE_UNREADABLE);
            assertThat(why(run, Kind.ARTIFACT_FILES)).isEqualTo(Why.HOLDS);
            assertThat(run.channels().of(Channel.ARTIFACTS)).isEqualTo(Outcome.FAILED);
        }
    }

    @Test
    void aDamagedStateSpeaksAgainstTheRun() throws IOException, SourceException {
        RunCopy copy = RunCopy.of(DONE, dir);
        Files.writeString(copy.state(), Files.readString(copy.state()).substring(0, 900));
        List<Check> failed = new ArrayList<>();
        for (Check check : copy.read().channels().checks()) {
            if (check.outcome() == Outcome.FAILED) {
                failed.add(check);
            }
        }
        assertThat(failed)
                .containsExactly(
                        new Check(
                                Kind.PAYLOAD_ID,
                                Outcome.FAILED,
                                Why.STATE_UNREADABLE,
                                List.of(
                                        new Check.Evidence(
                                                "state.json",
                                                -1,
                                                "a JSON object",
                                                "line 26: ends early"))));
    }

    @Test
    void aStateOfAHundredThousandLevels() throws IOException, SourceException {
        RunCopy copy = RunCopy.of(DONE, dir);
        String deep = "{\"payload\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        Files.writeString(copy.state(), deep);
        RunSnapshot run = copy.read();
        assertThat(run.state()).isNotNull();
        assertThat(run.payload()).isNull();
        assertThat(run.channels().of(Channel.ARTIFACTS)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void fieldsOfTheWrongKind() throws IOException, SourceException {
        RunCopy copy = RunCopy.of(DONE, dir);
        Files.writeString(
                copy.state(),
                "{\"payload\": {\"author\": 3}, \"artifacts\": [], \"approvals\": \"x\", \"_done\":"
                        + " {}, \"claims\": 1, \"gate\": \"approve\", \"review\": []}");
        RunSnapshot run = copy.read();
        assertThat(run.author()).isNull();
        assertThat(run.review())
                .isEqualTo(new RecordedReview("ops.reviewer", "accept", "claims re-verified"));
        assertThat(run.recordedGate()).isNull();
        assertThat(why(run, Kind.STATE_APPROVALS)).isEqualTo(Why.LOG_AHEAD);
        assertThat(why(run, Kind.STATE_STEPS)).isEqualTo(Why.LOG_AHEAD);
    }

    @Test
    void linksThatLeadOut() throws IOException, SourceException {
        RunCopy copy = RunCopy.of(DONE, dir);
        Path state = Files.move(copy.state(), dir.resolve("state.json"));
        Path log = Files.move(copy.log(), dir.resolve("log"));
        Files.createSymbolicLink(copy.state(), state);
        Files.createSymbolicLink(copy.log(), log);
        RunSnapshot run = copy.read();
        assertThat(run.state()).isNull();
        assertThat(run.events()).isEmpty();
        assertThat(why(run, Kind.CHAIN)).isEqualTo(Why.NOT_FOLLOWED);
        assertThat(RunSummary.of(run).unfollowed()).isTrue();
        assertThat(run.channels().additional())
                .extracting(Check::why)
                .containsOnly(Why.NOT_FOLLOWED);
        assertThat(why(run, Kind.STATE_STEPS)).isEqualTo(Why.NOT_FOLLOWED);
    }

    @Test
    void aLinkInsideIsFollowedAndALoopIsNot() throws IOException, SourceException {
        RunCopy copy = RunCopy.of(DONE, dir);
        Files.move(copy.state(), copy.directory.resolve("state-1.json"));
        Files.createSymbolicLink(copy.state(), Path.of("state-1.json"));
        assertThat(copy.read().state()).isNotNull();
        Files.delete(copy.state());
        Files.createSymbolicLink(copy.state(), Path.of("state.json"));
        RunSnapshot looped = copy.read();
        assertThat(why(looped, Kind.STATE_STEPS)).isEqualTo(Why.NOT_FOLLOWED);
        assertThat(why(looped, Kind.PAYLOAD_ID)).isEqualTo(Why.NOT_FOLLOWED);
        assertThat(looped.channels().failed(Kind.PAYLOAD_ID)).isTrue();
    }

    /** Padding must not hide what it says. */
    @Test
    void aCheckpointThatIsLargerThanIsRead() throws IOException, SourceException {
        RunCopy copy = RunCopy.of(DONE, dir);
        try (FileChannel state = FileChannel.open(copy.state(), StandardOpenOption.WRITE)) {
            state.write(ByteBuffer.wrap(new byte[] {' '}), 64L << 20);
        }
        RunSnapshot run = copy.read();
        assertThat(run.channels().checks().get(Kind.PAYLOAD_ID.ordinal()))
                .isEqualTo(
                        new Check(
                                Kind.PAYLOAD_ID,
                                Outcome.FAILED,
                                Why.STATE_UNREADABLE,
                                List.of(
                                        new Check.Evidence(
                                                "state.json",
                                                -1,
                                                "a JSON object",
                                                "larger than 67108864 bytes"))));
    }

    @Test
    void pathsInTheStateAreNotFollowed() throws IOException, SourceException {
        RunCopy copy = RunCopy.of(DONE, dir);
        copy.edit(copy.state(), "runs/" + DONE + "/artifacts/workpaper.json", "/dev/zero");
        assertThat(copy.read().channels().negative()).isFalse();
    }

    @Test
    void unknownEventsAreKept() throws IOException, SourceException {
        RunCopy copy = RunCopy.of(DONE, dir);
        copy.append("{\"event\": \"coffee_served\", \"cups\": 2}");
        RunSnapshot run = copy.read();
        assertThat(run.events().getLast().event()).isEqualTo("coffee_served");
        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.channels().negative()).isFalse();
    }

    @Test
    void aWorkflowThatNobodyKnows() throws IOException, SourceException {
        RunCopy copy = RunCopy.of("change-approval-0155cb2f963b", dir);
        copy.edit(copy.log(), "change-approval", "tea-making").rebuild();
        RunSnapshot run = copy.renamed("tea").read();
        assertThat(run.status()).isEqualTo(RunStatus.AWAITING_APPROVAL);
        assertThat(run.clocks()).hasSize(1);
        assertThat(run.gate()).isNull();
        assertThat(why(run, Kind.GATE)).isEqualTo(Why.UNKNOWN_WORKFLOW);
    }
}
