// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `queue` and `findings` against their contract, on runs that the real producer wrote.
class QueueTest extends QueuedRuns {
    @Test
    void everyItemHasTheKeysOfTheContract() {
        Session session = Session.run("queue", SAMPLES.toString(), "--json", "--at", NOW);
        List<JsonValue> items = Session.list(session.document(), "items");
        assertThat(items).isNotEmpty();
        assertThat(items)
                .allSatisfy(item ->
                        assertThat(keys(item))
                                .containsExactly(
                                        "run_id",
                                        "state",
                                        "waiting_for",
                                        "clock",
                                        "started",
                                        "due",
                                        "remaining_seconds",
                                        "percent",
                                        "breached",
                                        "severity",
                                        "integrity",
                                        "step",
                                        "record"));
        assertThat(session.exit()).as("some are blocked").isOne();
    }

    @Test
    void oneThatWaitsInTimeIsOneDocumentAndExitZero() throws IOException {
        copy(AWAITING);
        copy(COMPLETED);
        Session session =
                Session.run(
                        "queue",
                        dir.resolve("runs").toString(),
                        "--json",
                        "--state",
                        "awaiting_approval",
                        "--role",
                        "approver",
                        "--at",
                        "2026-11-23T09:00:00Z");
        assertThat(session.err()).isEmpty();
        assertThat(session.out())
                .isEqualTo(
                        """
                        {"items": [{"run_id": "change-approval-0155cb2f963b", "state": "awaiting_approval", \
                        "waiting_for": "approver", "clock": "approval", "started": "2026-11-21T00:25:15.479768Z", \
                        "due": "2026-11-24T09:00:00Z", "remaining_seconds": 86400, "percent": 0, "breached": false, \
                        "severity": null, "integrity": "verified", "step": "human_approval", "record": 12}]}
                        """);
        assertThat(session.exit()).isZero();
    }

    @Test
    void aBrokenChainIsToldAsThePlatformOwnersAndTheDocumentStays() throws IOException {
        Path log = copy(AWAITING).resolve("audit.jsonl");
        String text = Files.readString(log);
        Files.writeString(log, text.replace("run_started", "run_startled"));
        String runs = dir.resolve("runs").toString();
        assertThat(Session.run("queue", runs, "--at", NOW).out())
                .containsPattern("platform owner, audit +Observation .* at once +SEV-1 +failed")
                .containsPattern("platform owner, audit +Approval .* at once +SEV-1 +failed")
                .doesNotContain("approver");
        JsonObject document = Session.run("queue", runs, "--json", "--at", NOW).document();
        assertThat(Session.list(document, "items"))
                .extracting(item -> ((JsonObject) item).string("waiting_for"))
                .containsExactly("control owner", "approver");
    }

    @Test
    void aBrokenChainWaitsForEachRoleThatIsToldOfIt() throws IOException {
        Path log = copy(AWAITING).resolve("audit.jsonl");
        Files.writeString(log, Files.readString(log).replace("run_started", "run_startled"));
        copy(COMPLETED);
        String runs = dir.resolve("runs").toString();
        for (String role : List.of("audit", "platform owner", "audit,operations")) {
            Session session = Session.run("queue", runs, "--json", "--role", role, "--at", NOW);
            assertThat(Session.list(session.document(), "items")).as(role).hasSize(2);
            assertThat(session.exit()).as(role).isOne();
        }
        Session other = Session.run("queue", runs, "--json", "--role", "operations", "--at", NOW);
        assertThat(Session.list(other.document(), "items")).isEmpty();
    }

    @Test
    void oneThatIsBreachedIsNegative() throws IOException {
        copy(AWAITING);
        Session session =
                Session.run(
                        "queue",
                        dir.resolve("runs").toString(),
                        "--json",
                        "--state=breached",
                        "--role=approver",
                        "--at=2026-11-24T09:00:01Z");
        JsonObject item = (JsonObject) Session.list(session.document(), "items").getFirst();
        assertThat(item.get("remaining_seconds")).isEqualTo(JsonValue.of(-1));
        assertThat(item.get("breached")).isEqualTo(JsonValue.of(true));
        assertThat(item.string("severity")).isEqualTo("SEV-3");
        assertThat(session.exit()).isOne();
    }

    /** From the due instant on (CLOCKS), in every command; the last instant before is in time. */
    @Test
    void theDueInstantIsBreachedEverywhere() throws IOException {
        String run = copy(AWAITING).toString();
        String runs = dir.resolve("runs").toString();
        for (String at : List.of("2026-11-24T08:59:59.999999Z", "2026-11-24T09:00:00Z")) {
            boolean breached = at.endsWith("00Z");
            Session queue = Session.run("queue", runs, "--json", "--role=approver", "--at", at);
            JsonObject item = (JsonObject) Session.list(queue.document(), "items").getFirst();
            assertThat(item.get("remaining_seconds")).isEqualTo(JsonValue.of(0));
            assertThat(item.get("percent")).isEqualTo(JsonValue.of(breached ? 100 : 99));
            assertThat(item.get("breached")).isEqualTo(JsonValue.of(breached));
            assertThat(queue.exit()).isEqualTo(breached ? 1 : 0);
            Session show = Session.run("show", run, "--json", "--at", at);
            assertThat(Session.list(show.document(), "clocks"))
                    .filteredOn(clock -> "approval".equals(((JsonObject) clock).string("clock")))
                    .singleElement()
                    .returns(JsonValue.of(breached), clock -> ((JsonObject) clock).get("breached"));
            Session findings = Session.run("findings", runs, "--json", "--at", at);
            assertThat(Session.list(findings.document(), "findings"))
                    .extracting(found -> ((JsonObject) found).string("kind"))
                    .filteredOn("breached_approval"::equals)
                    .hasSize(breached ? 1 : 0);
        }
    }

    @Test
    void aDeadlineThatAWorkspaceFixedHoldsWhereverItsRunsAreLookedAt() throws IOException {
        Path run = copy(AWAITING);
        String runs = dir.resolve("runs").toString();
        Files.write(dir.resolve("policy.json"), DefaultPolicy.bytes());
        String first = Session.run("queue", dir.toString(), "--json", "--at", NOW).out();
        String text = new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8);
        String other =
                text.replace("\"default-1\"", "\"ours-2\"")
                        .replaceAll("\"zone\": *\"[^\"]+\"", "\"zone\": \"America/New_York\"");
        Files.writeString(dir.resolve("policy.json"), other);
        List<Path> before = below(dir);
        byte[] database = Files.readAllBytes(dir.resolve("countersign.db"));
        String shown = Session.run("show", run.toString(), "--json", "--at", NOW).out();
        assertThat(shown).contains("\"due\": \"2026-11-24T09:00:00Z\"");
        assertThat(Session.run("queue", runs, "--json", "--at", NOW).out()).isEqualTo(first);
        assertThat(Session.run("findings", runs, "--json", "--at", "2026-11-24T09:00:01Z").out())
                .contains("\"due\": \"2026-11-24T09:00:00Z\"");
        String policy = dir.resolve("policy.json").toString();
        assertThat(Session.run("show", run.toString(), "--policy", policy, "--json").out())
                .as("asked what another policy says")
                .contains("\"due\": \"2026-11-24T14:00:00Z\"");
        assertThat(below(dir)).as("nothing is written").isEqualTo(before);
        assertThat(Files.readAllBytes(dir.resolve("countersign.db"))).isEqualTo(database);
        assertThat(Session.run("queue", dir.toString(), "--json", "--at", NOW).out())
                .isEqualTo(first);
        String facts = dir.resolve("facts.json").toString();
        String between = "2026-11-24T10:00:00Z";
        Session report = Session.run("report", runs, "--at", between, "--facts", facts);
        assertThat(report.err()).isEmpty();
        assertThat(Files.readString(Path.of(facts)))
                .contains("{\"clock\": \"approval\", \"late\": 1, \"met\": 0, \"open\": 0}")
                .contains("\"kind\": \"breached_approval\"");
        Path copy = dir.resolve("elsewhere").resolve(AWAITING);
        Files.createDirectories(copy.getParent());
        Files.move(run, copy);
        assertThat(
                        Session.run(
                                        "show",
                                        copy.toString(),
                                        "--workspace=" + dir,
                                        "--json",
                                        "--at",
                                        NOW)
                                .document()
                                .get("clocks"))
                .isEqualTo(Session.object(shown).get("clocks"));
    }

    @Test
    void whatCannotBeDoneIsOneLineAndExitTwo() {
        Session nowhere = Session.run("queue", dir.resolve("nowhere").toString());
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err())
                .isEqualTo(
                        "countersign: "
                                + dir.resolve("nowhere")
                                + " does not exist: check the path.\n");
        Session state = Session.run("queue", dir.toString(), "--state", "asleep");
        assertThat(state.exit()).isEqualTo(2);
        assertThat(state.err()).startsWith("countersign: --state asleep is none of unknown, ");
    }

    @Test
    void whatIsAskedForAndCannotBeIsRefusedWithWhatCan() throws IOException {
        copy(AWAITING);
        String runs = dir.resolve("runs").toString();
        String roles =
                " is none of approver, audit, control owner, independent reviewer, operations,"
                    + " platform owner, process owner. `countersign help` shows what there is.\n";
        for (String role : List.of("nobody", "Approver")) {
            Session session = Session.run("queue", runs, "--role", role);
            assertThat(session.exit()).isEqualTo(2);
            assertThat(session.err()).isEqualTo("countersign: --role " + role + roles);
        }
        assertThat(Session.run("queue", runs, "--role", "approver,").err())
                .isEqualTo("countersign: --role is empty, which" + roles);
        assertThat(Session.run("queue", ""))
                .isEqualTo(
                        new Session(
                                2,
                                "",
                                "countersign: a path is empty: say . for the folder you are in."
                                        + " `countersign help` shows what there is.\n"));
    }

    @Test
    void aMonthIsAskedForByItsState() throws IOException {
        copy(AWAITING);
        String runs = dir.resolve("runs").toString();
        assertThat(asked(runs, "unobserved")).containsExactly("population-2026-11");
        assertThat(asked(runs, "unobserved,awaiting_approval"))
                .containsExactly(AWAITING, "population-2026-11");
        assertThat(asked(runs, "awaiting_approval")).containsExactly(AWAITING);
        assertThat(asked(runs, "unobserved,breached")).isEmpty();
    }

    private static List<String> asked(String runs, String states) {
        Session session =
                Session.run(
                        "queue", runs, "--json", "--at=2026-12-02T00:00:00Z", "--state", states);
        return Session.list(session.document(), "items").stream()
                .map(item -> String.valueOf(((JsonObject) item).string("run_id")))
                .distinct()
                .toList();
    }

    @Test
    void aMonthThatIsOverWaitsForItsSampleAmongTheRuns() throws Exception {
        copy(AWAITING);
        String runs = dir.resolve("runs").toString();
        String december = "--at=2026-12-02T00:00:00Z";
        List<JsonValue> items =
                Session.list(Session.run("queue", runs, "--json", december).document(), "items");
        assertThat(items.getLast().text())
                .isEqualTo(
                        """
                        {"run_id": "population-2026-11", "state": "unobserved", \
                        "waiting_for": "control owner", "clock": "population", \
                        "started": "2026-12-01T00:00:00Z", "due": "2027-01-01T00:00:00Z", \
                        "remaining_seconds": 2592000, "percent": 3, "breached": false, \
                        "severity": null, "integrity": "not_checked", "period": "2026-11", \
                        "runs": 1}\
                        """);
        assertThat(Session.run("queue", runs, december).out())
                .contains("Unobserved", "population-2026-11", "Sample of the period");
        Session awaiting = Session.run("queue", runs, "--json", december, "--state=running");
        assertThat(Session.list(awaiting.document(), "items")).isEmpty();
    }

    @Test
    void ofTwoClocksOfAKindIsSaidWhatStartedEach() throws IOException {
        Path payload =
                Files.writeString(
                        dir.resolve("payload.json"),
                        """
                        {"id": "CHG-1", "author": "m.chu", "evidence": {"approver": "m.chu",
                         "approval": "Approved by m.chu.", "test_signoff": "All tests passed."}}
                        """);
        Path answer =
                Files.writeString(
                        dir.resolve("answer.txt"),
                        "{\"claims\": [{\"control\": \"ITGC-CM-01\", \"text\": \"authorised\","
                                + " \"citation\": \"made up out of thin air\"}]}");
        String runs = dir.resolve("runs").toString();
        Session.run(
                "run",
                "change-approval",
                "--payload=" + payload,
                "--root=" + runs,
                "--model-response=" + answer,
                "--at=2026-11-20T10:00:00Z");
        Session table = Session.run("queue", runs, "--at", NOW);
        assertThat(table.out())
                .containsOnlyOnce("Observation (map_controls, record 5)  ")
                .containsOnlyOnce("Observation (gate, record 7)  ");
        List<JsonValue> items =
                Session.list(Session.run("queue", runs, "--at", NOW, "--json").document(), "items");
        assertThat(items)
                .extracting(item -> ((JsonObject) item).string("step"))
                .containsExactly("map_controls", "gate");
    }
}
