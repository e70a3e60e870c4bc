// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import static dev.countersign.core.run.Check.Why.RULES_FAILED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.app.feature.run.ReadRun;
import dev.countersign.app.sample.FirmJar;
import dev.countersign.app.text.AddedText;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.review.Control;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A run on its screen has the deadlines that its workspace fixed, as the queue has.
class WorkspaceRunsTest {
    private static final String RUN = "change-approval-0155cb2f963b";
    private static final Path SAMPLE = Path.of("../core/src/test/resources/samples", RUN);

    @TempDir Path folder;
    @AutoClose private final Access desks = new Access();

    private static String approval(ReadRun runs, Path run) throws Exception {
        ReadRun.Reading reading = runs.read(run, Progress.NONE, Cancellation.NEVER).orElseThrow();
        return reading.policy().version()
                + reading.run().clocks().stream()
                        .filter(clock -> clock.kind() == ClockKind.APPROVAL)
                        .map(clock -> " " + clock.policyVersion() + " " + clock.due())
                        .toList();
    }

    @Test
    void aLaterPolicyDoesNotMoveItsDeadlines() throws Exception {
        Path run = Files.createDirectories(folder.resolve("ws").resolve("runs").resolve(RUN));
        for (String file : new String[] {"audit.jsonl", "state.json"}) {
            Files.copy(SAMPLE.resolve(file), run.resolve(file));
        }
        Path policy = folder.resolve("ws").resolve("policy.json");
        Files.write(policy, DefaultPolicy.bytes());
        WorkspaceAccess access =
                desks.on(folder.resolve("user"), () -> Instant.parse("2026-11-21T05:00:00Z"));
        ReadRun runs = new WorkspaceRuns(new ChainVerifier(Runnable::run, 1), access);
        var _ = access.open(folder.resolve("ws"));
        access.with(workspace -> workspace.scan(Progress.NONE, Cancellation.NEVER));
        String other =
                new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8)
                        .replace("\"default-1\"", "\"ours-2\"")
                        .replaceAll("\"zone\": *\"[^\"]+\"", "\"zone\": \"America/New_York\"");
        Files.writeString(policy, other);
        assertThat(approval(runs, run)).isEqualTo("ours-2[ default-1 2026-11-24T09:00:00Z]");
    }

    private ReadRun.Reading withFirmRules(Path run) throws Exception {
        WorkspaceAccess access =
                desks.on(folder.resolve("user"), () -> Instant.parse("2026-11-21T05:00:00Z"));
        var chains = new ChainVerifier(Runnable::run, 1);
        return new WorkspaceRuns(chains, access, FirmJar.in(folder))
                .read(run, Progress.NONE, Cancellation.NEVER)
                .orElseThrow();
    }

    @Test
    void whatAFirmsOwnRulesSayIsBesideTheRun() throws Exception {
        ReadRun.Reading reading = withFirmRules(SAMPLE);
        assertThat(reading.added())
                .extracting(AddedText::word)
                .containsExactly("Not checked", "Not checked", "1 found");
        assertThat(AddedText.sentence(reading.added().getFirst()))
                .startsWith("Not checked: the rules of an added jar could not be loaded: ")
                .contains("firm.Gone not found");
        assertThat(AddedText.sentence(reading.added().get(1)))
                .isEqualTo(
                        "Not checked: the rules of firm.Fails failed:"
                                + " java.lang.IllegalStateException: no ticket");
        assertThat(reading.controls()).last().extracting(Control::id).isEqualTo("F-1");
        assertThat(reading.run().channels().checks())
                .noneMatch(check -> check.why() == RULES_FAILED);
    }

    @Test
    void withoutAPayloadNoneOfThemWasApplied() throws Exception {
        Path run = Files.createDirectory(folder.resolve(RUN));
        Files.copy(SAMPLE.resolve("audit.jsonl"), run.resolve("audit.jsonl"));
        assertThat(withFirmRules(run).added())
                .extracting(AddedText::sentence)
                .satisfiesExactly(
                        gone -> assertThat(gone).contains("could not be loaded"),
                        fails ->
                                assertThat(fails)
                                        .isEqualTo(
                                                "Not checked: the rules of firm.Fails were not"
                                                        + " applied: the run's payload is not"
                                                        + " known"),
                        finds ->
                                assertThat(finds)
                                        .startsWith("Not checked: the rules of firm.Finds"));
    }
}
