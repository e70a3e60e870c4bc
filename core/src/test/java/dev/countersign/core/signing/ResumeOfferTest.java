// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.policy.PolicyReader;
import dev.countersign.core.policy.PolicyReading;
import dev.countersign.core.resume.ResumeCommand;
import dev.countersign.core.resume.ResumeObstacle;
import dev.countersign.core.resume.ResumeOffer;
import dev.countersign.core.testkit.Policies;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// When a run can be resumed, and by what exactly.
class ResumeOfferTest {
    private static final Act APPROVE = new Act.Approve(null, "");

    private @TempDir Path folder;
    private SignedRun run;
    private byte[] state;

    @BeforeEach
    void copy() throws Exception {
        run = SignedRun.of(SignedRun.WAITING, folder);
        state = Files.readAllBytes(run.state());
    }

    private static Policy policy(String rule) {
        String text = Policies.resuming(rule);
        PolicyReading reading = PolicyReader.read(text.getBytes(StandardCharsets.UTF_8));
        return switch (reading) {
            case PolicyReading.Valid(Policy policy) -> policy;
            case PolicyReading.Invalid(var problems) -> throw new AssertionError(problems);
        };
    }

    private ResumeOffer offer(Policy policy) throws Exception {
        return ResumeOffer.of(run.read(), policy, folder);
    }

    private void refused(ResumeObstacle obstacle) throws Exception {
        Policy policy = policy("{\"workflow\": \"change-approval\", \"command\": [\"go\"]}");
        assertThat(offer(policy)).isEqualTo(new ResumeOffer.Refused(obstacle));
    }

    @Test
    void theCommandIsThatOfThePolicy() throws Exception {
        run.act(APPROVE, SignedRun.APPROVER);
        Policy policy =
                policy(
                        """
                        {"workflow": "change-approval", "directory": "producer", "seconds": 60,
                         "command": ["./go", "--run={run_dir}", "{run_id} {runs_dir}", "{workspace}"],
                         "environment": ["VAULT_ADDR"]}\
                        """);
        Path root = folder.toAbsolutePath();
        assertThat(offer(policy))
                .isEqualTo(
                        new ResumeOffer.Offered(
                                new ResumeCommand(
                                        SignedRun.WAITING,
                                        List.of(
                                                root.resolve("producer/go").toString(),
                                                "--run=" + root.resolve(SignedRun.WAITING),
                                                SignedRun.WAITING + " " + root,
                                                root.toString()),
                                        root.resolve("producer"),
                                        Duration.ofSeconds(60),
                                        List.of("VAULT_ADDR"))));
    }

    /** What is put in is never filled in again. */
    @Test
    void aFolderNamedLikeAPlaceholderStaysAName() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("{run_id} $1"));
        run = SignedRun.of(SignedRun.WAITING, odd);
        run.act(APPROVE, SignedRun.APPROVER);
        Policy policy =
                policy(
                        "{\"workflow\": \"change-approval\", \"command\": [\"go\","
                                + " \"{run_dir}\"]}");
        assertThat(((ResumeOffer.Offered) offer(policy)).command().arguments())
                .containsExactly("go", odd.resolve(SignedRun.WAITING).toString());
    }

    @Test
    void withoutACommandSomebodyHasToRunTheProducer() throws Exception {
        run.act(APPROVE, SignedRun.APPROVER);
        assertThat(offer(DefaultPolicy.get())).isEqualTo(new ResumeOffer.Unnamed());
        assertThat(offer(policy("{\"workflow\": \"other\", \"command\": [\"go\"]}")))
                .isEqualTo(new ResumeOffer.Unnamed());
    }

    @Test
    void nothingIsResumedThatStillWaits() throws Exception {
        refused(ResumeObstacle.NOTHING_APPROVED);
    }

    @Test
    void aRejectedRunIsNotResumed() throws Exception {
        run.act(new Act.Reject(null, "no"), SignedRun.APPROVER);
        refused(ResumeObstacle.REJECTED);
    }

    @Test
    void aRunWhoseCheckpointLacksTheApprovalIsFinishedFirst() throws Exception {
        run.act(APPROVE, SignedRun.APPROVER);
        Files.write(run.state(), state);
        refused(ResumeObstacle.UNFINISHED);
    }

    @Test
    void aRunThatWasTamperedWithIsNotResumed() throws Exception {
        run.act(APPROVE, SignedRun.APPROVER);
        String log = Files.readString(run.log());
        Files.writeString(run.log(), log.replace("map_controls", "map_contrals"));
        refused(ResumeObstacle.NOT_SOUND);
    }
}
