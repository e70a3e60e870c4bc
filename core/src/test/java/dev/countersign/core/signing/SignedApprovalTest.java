// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.core.approval.ActVerdict;
import dev.countersign.core.approval.Aspect;
import dev.countersign.core.approval.Judgement;
import dev.countersign.core.approval.Reason;
import dev.countersign.core.engine.Execution;
import dev.countersign.core.engine.RunPlace;
import dev.countersign.core.engine.Workflow;
import dev.countersign.core.engine.WorkflowInput;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.journal.Recording;
import dev.countersign.core.journal.Refusal;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;
import dev.countersign.core.policy.References;
import dev.countersign.core.run.Channel;
import dev.countersign.core.run.Outcome;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// An approval is signed, recorded and read back.
class SignedApprovalTest {
    private static final Act APPROVE = new Act.Approve(null, "looks right");

    private @TempDir Path folder;

    private static JsonObject object(String line) {
        JsonReader reader = new JsonReader(10_000);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(bytes, 0, bytes.length)).isNull();
        return (JsonObject) JsonText.tree(reader.tape());
    }

    @Test
    void isARecordThatAnyReaderOfTheLogAccepts() throws Exception {
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder);
        List<String> before = run.lines();
        String head = run.read().chain().head();
        String now = run.act(APPROVE, SignedRun.APPROVER);

        List<String> after = run.lines();
        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after).hasSize(before.size() + 1);
        JsonObject record = object(after.getLast());
        assertThat(record.members().stream().map(Member::key))
                .containsExactly(
                        "ts",
                        "event",
                        "prev",
                        "key",
                        "approver",
                        "decision",
                        "role",
                        "rationale",
                        "reviewed_head",
                        "signature",
                        "hash");
        assertThat(record.string("event")).isEqualTo("approval_recorded");
        assertThat(record.string("prev")).isEqualTo(head);
        assertThat(record.string("reviewed_head")).isEqualTo(head);
        assertThat(record.string("key")).isEqualTo("change_approval");
        assertThat(record.string("approver")).isEqualTo(SignedRun.APPROVER);
        assertThat(record.string("decision")).isEqualTo("approved");
        assertThat(record.string("role")).isEqualTo("approver");
        assertThat(record.string("rationale")).isEqualTo("looks right");
        assertThat(record.string("hash")).isEqualTo(now);
    }

    @Test
    void isVerifiedAspectByAspect() throws Exception {
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder);
        run.act(APPROVE, SignedRun.APPROVER);

        RunSnapshot read = run.read();
        assertThat(read.status()).isEqualTo(RunStatus.APPROVED_PENDING_RESUME);
        ActVerdict act = read.acts().getFirst();
        Judgement held = new Judgement.Held();
        assertThat(act.of(Aspect.SIGNATURE)).isEqualTo(held);
        assertThat(act.of(Aspect.STATEMENT)).isEqualTo(held);
        assertThat(act.of(Aspect.POSITION)).isEqualTo(held);
        assertThat(act.of(Aspect.ARTIFACTS)).isEqualTo(held);
        assertThat(act.of(Aspect.NOT_AUTHOR)).isEqualTo(held);
        assertThat(act.of(Aspect.NOT_REVIEWER)).isEqualTo(held);
        assertThat(act.trusted())
                .isEqualTo(
                        Judgement.unchecked(
                                "no_anchors",
                                "There are no trust anchors to hold the certificate against."));
        assertThat(act.signature())
                .isEqualTo(
                        new ActVerdict.Signed(
                                "Ann <ann@example.com>",
                                "EC P-256 with SHA-256",
                                SignedRun.AT,
                                null));
        assertThat(read.channels().of(Channel.SIGNATURE)).isEqualTo(Outcome.VERIFIED);
        assertThat(read.channels().of(Channel.TRUST)).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(read.channels().of(Channel.POLICY)).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(read.channels().of(Channel.ARTIFACTS)).isEqualTo(Outcome.VERIFIED);
    }

    @Test
    void isInTheCheckpointToo() throws Exception {
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder);
        String before = Files.readString(run.state());
        run.act(APPROVE, SignedRun.APPROVER);
        assertThat(Files.readString(run.state()))
                .isEqualTo(
                        before.replace(
                                "\"approvals\": {}",
                                "\"approvals\": {\n"
                                        + "    \"change_approval\": {\n"
                                        + "      \"approver\": \"ann@example.com\",\n"
                                        + "      \"decision\": \"approved\"\n"
                                        + "    }\n"
                                        + "  }"));
    }

    @Test
    void aRejectionLeavesTheCheckpointAlone() throws Exception {
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder);
        String before = Files.readString(run.state());
        run.act(new Act.Reject(null, "no test evidence"), SignedRun.APPROVER);
        assertThat(Files.readString(run.state())).isEqualTo(before);
        RunSnapshot read = run.read();
        assertThat(read.status()).isEqualTo(RunStatus.REJECTED);
        assertThat(object(run.lines().getLast()).string("event")).isEqualTo("approval_rejected");
        assertThat(read.acts().getFirst().signed()).isEqualTo(new Judgement.Held());
    }

    @Test
    void oneThatWasTakenFromAnotherPlaceIsNamed() throws Exception {
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder);
        SignedRun other = SignedRun.of("change-approval-0155cb2f963b", folder);
        SignedEntry entry = run.sign(APPROVE, SignedRun.APPROVER, "P-256");
        SigningRequest there = other.prepare(APPROVE, SignedRun.APPROVER);
        SignedRun.record(new SignedEntry(there, entry.cms()));
        ActVerdict act = other.read().acts().getFirst();
        assertThat(act.of(Aspect.SIGNATURE)).isEqualTo(new Judgement.Held());
        assertThat(act.signed()).isInstanceOf(Judgement.Failed.class);
        assertThat(act.reasons())
                .extracting(Reason::word)
                .contains("statement_differs", "other_run", "artifact_other_than_recorded");
        assertThat(other.read().channels().of(Channel.SIGNATURE)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void anArtifactChangedAfterwardsIsNamed() throws Exception {
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder);
        run.act(APPROVE, SignedRun.APPROVER);
        Files.writeString(run.directory.resolve("artifacts/independent_review.json"), "{}");
        assertThat(run.read().acts().getFirst().of(Aspect.ARTIFACTS))
                .isEqualTo(
                        new Judgement.Failed(
                                List.of(
                                        new Reason(
                                                "artifact_changed",
                                                "The artifact independent_review.json is not the"
                                                        + " one that was signed."))));
    }

    @Test
    void aHeadThatMovedIsRefused() throws Exception {
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder);
        SignedEntry first = run.sign(APPROVE, SignedRun.APPROVER, "P-256");
        SignedEntry second = run.sign(new Act.Reject(null, "no"), "bob@example.com", "P-256");
        SignedRun.record(first);
        byte[] log = Files.readAllBytes(run.log());
        assertThat(Signing.record(second, Durability.EACH_WRITE))
                .isEqualTo(new Recording.Refused(Refusal.HEAD_MOVED));
        assertThat(Files.readAllBytes(run.log())).isEqualTo(log);
    }

    private Execution.Ended execute(SignedRun run) throws Exception {
        JsonObject state = object(Files.readString(run.state()));
        JsonObject payload = (JsonObject) Objects.requireNonNull(state.get("payload"));
        RunPlace place =
                new RunPlace(
                        folder, "runs", InstantSource.fixed(SignedRun.AT), Durability.EACH_WRITE);
        return (Execution.Ended)
                Workflow.CHANGE_APPROVAL
                        .run(payload, WorkflowInput.plain(new References(Map.of(), Set.of())))
                        .execute(payload, place, torn -> {});
    }

    @Test
    void theProducerGoesOnAfterAnApproval() throws Exception {
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder);
        run.act(new Act.Approve(null, "Zürich, \"fine\" \ud83d\ude00"), SignedRun.APPROVER);
        assertThat(execute(run).end()).isEqualTo(Execution.End.COMPLETED);
        RunSnapshot read = run.read();
        assertThat(read.status()).isEqualTo(RunStatus.COMPLETED);
        // its key is of June, its other records of November: the times run backwards, and that is
        // said
        for (Channel channel : List.of(Channel.INTEGRITY, Channel.ARTIFACTS, Channel.SIGNATURE)) {
            assertThat(read.channels().of(channel)).as(channel.name()).isEqualTo(Outcome.VERIFIED);
        }
        assertThat(read.channels().of(Channel.TIMELINESS)).isEqualTo(Outcome.FAILED);
        assertThat(read.acts().getFirst().signed()).isEqualTo(new Judgement.Held());
    }

    @Test
    void theProducerDoesNotGoOnAfterARejection() throws Exception {
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder);
        run.act(new Act.Reject(null, "no"), SignedRun.APPROVER);
        assertThat(execute(run).end()).isEqualTo(Execution.End.AWAITING_APPROVAL);
        assertThat(run.read().status()).isEqualTo(RunStatus.REJECTED);
        assertThat(run.obstacles(APPROVE, "bob@example.com"))
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.ALREADY_REJECTED);
    }

    /// What CPython makes of the record is what we wrote, to the byte.
    @Test
    void pythonWritesTheSameLine() throws Exception {
        SignedRun run = SignedRun.of(SignedRun.WAITING, folder);
        run.act(new Act.Approve(null, "Zürich \ud83d\ude00 </script>\u007f"), SignedRun.APPROVER);
        String program =
                """
                import hashlib, json, sys
                lines = open(sys.argv[1], encoding="utf-8").read().split("\\n")[:-1]
                head = "genesis"
                for line in lines:
                    record = json.loads(line)
                    assert json.dumps(record) == line
                    said = record.pop("hash")
                    assert record["prev"] == head
                    text = json.dumps(record, sort_keys=True)
                    assert hashlib.sha256(text.encode()).hexdigest() == said
                    head = said
                state = open(sys.argv[2], encoding="utf-8").read()
                assert json.dumps(json.loads(state), indent=2) == state
                print(len(lines), "valid")
                """;
        Process python;
        try {
            python =
                    new ProcessBuilder(
                                    "python3",
                                    "-c",
                                    program,
                                    run.log().toString(),
                                    run.state().toString())
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException e) {
            assumeTrue(false, "python3 is not installed");
            return;
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).isEqualTo("14 valid\n");
    }
}
