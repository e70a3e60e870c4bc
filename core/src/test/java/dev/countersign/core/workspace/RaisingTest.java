// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import static dev.countersign.core.workspace.SampleRuns.AWAITING;
import static dev.countersign.core.workspace.SampleRuns.BLOCKED;
import static dev.countersign.core.workspace.SampleRuns.NOW;
import static dev.countersign.core.workspace.SampleRuns.desk;
import static dev.countersign.core.workspace.SampleRuns.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.core.clock.RunClock;
import dev.countersign.core.holiday.HolidayMerge;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.LedgerEvent;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.testkit.RawSql;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Findings are raised once, recorded once, and go out by policy. */
class RaisingTest {
    private static final Instant WEEK_LATER = NOW.plus(Duration.ofDays(7));
    private static final Actor ADA = new Actor("ada", Actor.Type.USER);
    @TempDir Path temp;
    private WorkspaceFolder folder = new WorkspaceFolder(Path.of(""));

    @BeforeEach
    void workspace() throws Exception {
        folder = SampleRuns.workspace(temp, AWAITING, BLOCKED);
    }

    private List<String> outbox() throws Exception {
        try (Stream<Path> files = Files.list(folder.outbox())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aBreachIsDatedByItsDeadlineHoweverLateItIsSeen() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(WEEK_LATER))) {
            scan(workspace);
            RunClock clock =
                    workspace.runs().stream()
                            .flatMap(run -> run.clocks().stream())
                            .filter(c -> c.kind() == ClockKind.APPROVAL)
                            .findFirst()
                            .orElseThrow();
            assertThat(workspace.raise())
                    .extracting(Finding::kind, Finding::severity, Finding::at, Finding::due)
                    .contains(tuple(FindingKind.BREACHED_APPROVAL, 3, clock.due(), clock.due()));
            assertThat(workspace.findings(clock.due()))
                    .extracting(Finding::kind)
                    .contains(FindingKind.BREACHED_APPROVAL);
            assertThat(workspace.findings(clock.due().minusNanos(1)))
                    .extracting(Finding::kind)
                    .doesNotContain(FindingKind.BREACHED_APPROVAL);
        }
    }

    @Test
    void whatWasRaisedIsRecordedOnce() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(WEEK_LATER))) {
            scan(workspace);
            List<Finding> raised = workspace.raise();
            assertThat(raised)
                    .extracting(Finding::kind)
                    .containsExactlyInAnyOrder(
                            FindingKind.BREACHED_APPROVAL,
                            FindingKind.BREACHED_OBSERVATION,
                            FindingKind.BREACHED_OBSERVATION,
                            FindingKind.EXCEPTION,
                            FindingKind.RUN_BLOCKED);
            assertThat(workspace.raise()).isEmpty();
            assertThat(workspace.ledger().byAction("finding_raised"))
                    .extracting(LedgerEvent::resourceId)
                    .containsExactlyElementsOf(raised.stream().map(Finding::id).toList());
        }
        List<String> files = outbox();
        try (Workspace workspace = Workspace.open(folder, desk(WEEK_LATER))) {
            scan(workspace);
            assertThat(workspace.raise()).isEmpty();
        }
        assertThat(outbox()).as("a SEV-4 stays in the queue").isEqualTo(files).hasSize(8);
    }

    @Test
    void aDamagedCheckpointIsAFinding() throws Exception {
        Files.writeString(folder.runs().resolve(AWAITING).resolve("state.json"), "{");
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            assertThat(workspace.raise())
                    .filteredOn(finding -> AWAITING.equals(finding.runId()))
                    .extracting(Finding::kind, Finding::severity)
                    .containsExactly(tuple(FindingKind.STATE_DIFFERS, 3));
        }
    }

    @Test
    void aRunThatWentOnAfterItsReviewerRejectedIsABypass() throws Exception {
        Path state = folder.runs().resolve(AWAITING).resolve("state.json");
        String text = Files.readString(state);
        Files.writeString(
                state, text.replace("\"decision\": \"accept\"", "\"decision\": \"reject\""));
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            assertThat(workspace.raise())
                    .filteredOn(finding -> finding.kind() == FindingKind.GATE_BYPASSED)
                    .extracting(Finding::severity, Finding::runId, f -> f.evidence().text())
                    .containsExactly(
                            tuple(
                                    1,
                                    AWAITING,
                                    "{\"checks\": [{\"check\": \"control_steps\", \"why\":"
                                        + " \"disagrees\", \"evidence\": [{\"subject\":"
                                        + " \"independent_review\", \"record\": 10, \"hash\": \""
                                        + "246f65c23b874c0a0b5938d00b6fa88d1c35217a65e4ee53a118e86620a8647e\","
                                        + " \"expected\": \"accept\", \"found\": \"reject\"}]}]}"));
        }
    }

    @Test
    void aPolicyThatWasEditedIsRecordedOnce() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW));
                Workspace other = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            String before = workspace.policy().sha256();
            Files.writeString(folder.policy(), policy("2027-01"));
            assertThat(workspace.noticePolicy()).isTrue();
            assertThat(other.noticePolicy()).as("another process saw it").isFalse();
            assertThat(scan(workspace).read()).as("read under the new one").isEqualTo(2);
            assertThat(changes(workspace))
                    .containsExactly(
                            change("countersign", before, workspace.policy().sha256(), "2027-01"));
        }
    }

    @Test
    void aPolicyThatIsAdoptedIsRecordedOnceAndIsNoSurprise() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            String before = workspace.policy().sha256();
            var why = JsonValue.object().with("why", "holidays").build();
            workspace.adoptPolicy(policy("2027-01"), ADA, why);
            assertThat(workspace.policy().version()).isEqualTo("2027-01");
            assertThat(scan(workspace).read()).as("read under the new one").isEqualTo(2);
            assertThat(workspace.noticePolicy()).isFalse();
            assertThat(changes(workspace))
                    .containsExactly(
                            change("ada", before, workspace.policy().sha256(), "2027-01")
                                    .replace("}", ", \"why\": \"holidays\"}"));
            assertThatThrownBy(() -> workspace.adoptPolicy("{}", ADA, why))
                    .hasMessage(
                            "what was to become "
                                    + folder.policy()
                                    + " is no policy: it was left as it is.");
            assertThat(changes(workspace)).hasSize(1);
        }
    }

    private static String policy(String version) throws Exception {
        Policy policy = DefaultPolicy.get();
        return HolidayMerge.into(policy, List.of(), version).text();
    }

    private static List<String> changes(Workspace workspace) throws Exception {
        return workspace.ledger().byAction("policy_changed").stream()
                .map(event -> event.actorId() + " " + event.details().text())
                .toList();
    }

    private static String change(String who, String from, String to, String version) {
        return who
                + " "
                + JsonValue.object()
                        .with("from", from)
                        .with("to", to)
                        .with("version", version)
                        .build()
                        .text();
    }

    @Test
    void findingsAreNeitherChangedNorDeleted() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(WEEK_LATER))) {
            scan(workspace);
            for (String act :
                    List.of(
                            "update finding set severity = 4",
                            "delete from finding",
                            "insert or replace into finding select * from finding",
                            "update deadline set due = 'never'",
                            "delete from deadline")) {
                assertThatThrownBy(() ->
                                new Store(workspace.database()).write(c -> RawSql.run(c, act)))
                        .as(act)
                        .hasStackTraceContaining("SQLITE_CONSTRAINT_TRIGGER");
            }
        }
    }

    @Test
    void theIncidentNamesRunHeadAndEvidence() throws Exception {
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            scan(workspace);
            Finding block =
                    workspace.raise().stream()
                            .filter(f -> f.kind() == FindingKind.RUN_BLOCKED)
                            .findFirst()
                            .orElseThrow();
            assertThat(Files.readString(folder.outbox().resolve(block.id() + ".json")))
                    .isEqualTo(
                            "{\"id\": \""
                                    + block.id()
                                    + "\", \"kind\": \"run_blocked\", \"severity\": \"SEV-3\","
                                    + " \"run_id\": \""
                                    + BLOCKED
                                    + "\", \"head\": \""
                                    + block.head()
                                    + "\", \"at\": \""
                                    + block.at()
                                    + "\", \"due\": \""
                                    + block.due()
                                    + "\", \"raised_at\": \"2026-11-21T02:30:00Z\", \"to\":"
                                    + " [\"process owner\", \"operations\"], \"hold\": false,"
                                    + " \"evidence\": "
                                    + block.evidence().text()
                                    + "}\n");
            assertThat(outbox()).containsExactly(block.id() + ".eml", block.id() + ".json");
        }
    }

    @Test
    void whatAPersonTakesToOthersIsWrittenOnceAndRecorded() throws Exception {
        var evidence = JsonValue.object().with("path", "/runs/r").build();
        var incident = new Incident("r", "ab12", 1, "caf\u00e9 looks odd", "ada", evidence, false);
        try (Workspace workspace = Workspace.open(folder, desk(NOW))) {
            Escalated files = workspace.escalate(incident, ADA);
            assertThat(workspace.escalate(incident, ADA)).isEqualTo(files);
            assertThat(files)
                    .isEqualTo(
                            new Escalated(
                                    folder.outbox().resolve(incident.id() + ".json"),
                                    folder.outbox().resolve(incident.id() + ".eml")));
            assertThat(incident.id()).matches("e-[0-9a-f]{16}");
            assertThat(Files.readString(files.incident()))
                    .isEqualTo(
                            """
                            {"id": "%s", "kind": "escalated", "severity": "SEV-1", "run_id": "r",\
                             "head": "ab12", "at": "%s", "due": null, "raised_at": "%s",\
                             "to": ["platform owner", "audit"], "hold": true, "by": "ada",\
                             "reason": "caf\\u00e9 looks odd", "evidence": {"path": "/runs/r"}}
                            """
                                    .formatted(incident.id(), NOW, NOW));
            String mail = Files.readString(files.mail());
            assertThat(mail).contains("Subject: SEV-1 escalated: r\r\n", "X-Unsent: 1\r\n");
            String body =
                    new String(
                            Base64.getMimeDecoder()
                                    .decode(mail.substring(mail.indexOf("\r\n\r\n") + 4)),
                            StandardCharsets.UTF_8);
            assertThat(body)
                    .isEqualTo(
                            """
                            caf\u00e9 looks odd

                            Severity: SEV-1
                            Run: r
                            Escalated by: ada
                            Head of the chain: ab12

                            Evidence (also in %s.json):
                            {"path": "/runs/r"}
                            """
                                    .formatted(incident.id())
                                    .replace("\n", "\r\n"));
            assertThat(workspace.ledger().byAction("escalated"))
                    .extracting(LedgerEvent::resourceId)
                    .containsExactly("r", "r");
            assertThat(workspace.holds("r")).isEmpty();
            Escalated held = workspace.escalate(incident.held(), ADA);
            assertThat(held.incident()).isNotEqualTo(files.incident());
            assertThat(Files.readString(held.mail())).contains("Subject: SEV-1 held: r\r\n");
            assertThat(workspace.holds("r"))
                    .containsExactly(
                            new Hold("r", "ada", NOW.toString(), "caf\u00e9 looks odd", "ab12"));
            assertThat(workspace.holds("other")).isEmpty();
        }
    }
}
