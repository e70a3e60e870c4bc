// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.clock.RunClock;
import dev.countersign.core.engine.Execution;
import dev.countersign.core.engine.RunPlace;
import dev.countersign.core.engine.Workflow;
import dev.countersign.core.engine.WorkflowInput;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonText;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.References;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.signing.Obstacle.Kind;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An emergency is approved within the hour, and once more within a business day.
class EmergencyTest {
    private static final Act APPROVE = new Act.Approve(null, "on fire");
    private static final String PAYLOAD =
            """
            {"id": "CHG-9", "author": "m.chu", "change_type": "emergency",
             "evidence": {"approval": "CHG-9 approved by j.lee on 2026-03-04.",
                          "test_signoff": "All tests of CHG-9 passed on 2026-03-05."}}
            """;

    private @TempDir Path folder;
    private SignedRun run;

    @BeforeEach
    void waits() throws Exception {
        run = SignedRun.at(execute(SignedRun.AT.minus(Duration.ofMinutes(5))));
    }

    private static JsonObject payload() {
        byte[] text = PAYLOAD.getBytes(StandardCharsets.UTF_8);
        JsonReader reader = new JsonReader(1_000);
        assertThat(reader.read(text, 0, text.length)).isNull();
        return (JsonObject) JsonText.tree(reader.tape());
    }

    private Path execute(Instant at) throws Exception {
        RunPlace place =
                new RunPlace(folder, "runs", InstantSource.fixed(at), Durability.EACH_WRITE);
        Execution execution =
                Workflow.CHANGE_APPROVAL
                        .run(payload(), WorkflowInput.plain(new References(Map.of(), Set.of())))
                        .execute(payload(), place, torn -> {});
        return ((Execution.Ended) execution).directory();
    }

    private static List<RunClock> second(RunSnapshot read) {
        return read.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.RETROACTIVE_APPROVAL)
                .toList();
    }

    @Test
    void isProvisionalUntilTheSecondApproval() throws Exception {
        String first = run.act(APPROVE, SignedRun.APPROVER);
        assertThat(second(run.read())).hasSize(1).allMatch(RunClock::open);
        execute(SignedRun.AT);
        assertThat(run.read().status()).isEqualTo(RunStatus.COMPLETED);

        run.act(APPROVE, "bob@example.com");
        RunSnapshot read = run.read();
        assertThat(read.events().getLast().text("retroactive_for")).isEqualTo(first);
        assertThat(second(read)).hasSize(1).noneMatch(RunClock::open);
        assertThat(read.status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void thereIsNoThird() throws Exception {
        run.act(APPROVE, SignedRun.APPROVER);
        execute(SignedRun.AT);
        run.act(APPROVE, "bob@example.com");
        assertThat(run.obstacles(APPROVE, "carl@example.com"))
                .extracting(Obstacle::kind)
                .containsExactly(Kind.NOT_WAITING);
    }

    @Test
    void itsAuthorMayNotGiveTheSecondEither() throws Exception {
        run.act(APPROVE, SignedRun.APPROVER);
        execute(SignedRun.AT);
        assertThat(run.obstacles(APPROVE, "m.chu"))
                .extracting(Obstacle::kind)
                .containsExactly(Kind.IS_AUTHOR);
    }
}
