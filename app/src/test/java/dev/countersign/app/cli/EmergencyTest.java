// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An incident whose two risky steps are approved within the hour, and once more afterwards.
class EmergencyTest {
    private static final String PAYLOAD =
            """
            {"id": "INC-1", "title": "db down", "author": "m.chu", "severity": "1",
             "change_type": "emergency", "steps": [
              {"name": "restart", "action": "restart the db", "risky": true, "evidence": "oom"},
              {"name": "check", "action": "ping", "risky": false},
              {"name": "failover", "action": "switch", "risky": true, "evidence": "still down"}]}
            """;

    private @TempDir Path folder;
    private Path payload;
    private Path pin;
    private TestAuthority root;
    private Path run;

    @BeforeEach
    void begin() throws Exception {
        payload = Files.writeString(folder.resolve("p.json"), PAYLOAD);
        pin = Files.writeString(folder.resolve("pin"), "geheim\n");
        root = TestAuthority.root("Root");
        TestAuthority.pem(
                Files.createDirectory(folder.resolve("trust")).resolve("root.pem"),
                root.certificate());
        run = Path.of(String.valueOf(goOn("10:00:00").string("rundir")));
    }

    private static String at(String time) {
        return "2026-12-01T" + time + "Z";
    }

    private JsonObject goOn(String time) {
        return Session.run(
                        "run",
                        "incident-runbook",
                        "--payload",
                        payload.toString(),
                        "--root",
                        folder.resolve("runs").toString(),
                        "--at",
                        at(time),
                        "--json")
                .document();
    }

    private Session approve(String name, String time, String... more) throws Exception {
        Path key = folder.resolve(name + ".p12");
        root.issue(Wish.person(name, name + "@example.com"), "P-256").pkcs12(key, "geheim");
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "approve",
                                run.toString(),
                                "--keystore",
                                key.toString(),
                                "--pin-file",
                                pin.toString(),
                                "--at",
                                at(time),
                                "--json"));
        words.addAll(List.of(more));
        if (!words.contains("--identity")) {
            words.addAll(List.of("--identity", name + "@example.com"));
        }
        return Session.run(words.toArray(String[]::new));
    }

    private JsonObject approved(String name, String time, String... more) throws Exception {
        Session session = approve(name, time, more);
        assertThat(session.exit()).as(session.err()).isZero();
        return session.document();
    }

    private JsonObject shown(String time) {
        return Session.run("show", run.toString(), "--at", at(time), "--json").document();
    }

    private List<String> seconds(String time) {
        return ((JsonArray) shown(time).get("clocks"))
                .values().stream()
                        .map(clock -> (JsonObject) clock)
                        .filter(clock -> "retroactive_approval".equals(clock.string("clock")))
                        .map(clock -> String.valueOf(clock.string("state")))
                        .toList();
    }

    private List<String> provisional(String time) {
        return ((JsonArray) shown(time).get("approvals"))
                .values().stream()
                        .map(approval -> ((JsonObject) approval).get("provisional").text())
                        .toList();
    }

    private List<String> retroactive() throws Exception {
        return Files.readAllLines(run.resolve("audit.jsonl")).stream()
                .filter(line -> line.contains("\"retroactive_for\""))
                .map(line -> line.replaceAll(".*\"retroactive_for\": \"([0-9a-f]*)\".*", "$1"))
                .toList();
    }

    @Test
    void eachIsProvisionalUntilItsSecondApproval() throws Exception {
        JsonObject restart = approved("ann", "10:10:00");
        assertThat(restart.string("key")).isEqualTo("approve:restart");
        assertThat(goOn("10:11:00").string("step")).isEqualTo("failover");
        JsonObject failover = approved("bob", "10:20:00");
        assertThat(failover.string("key")).isEqualTo("approve:failover");
        assertThat(goOn("10:21:00").string("status")).isEqualTo("completed");
        assertThat(seconds("10:25:00")).containsExactly("running", "running");
        assertThat(provisional("10:25:00")).containsExactly("true", "true");
        assertThat(Session.run("show", run.toString(), "--at", at("10:25:00")).out())
                .contains(
                        "Completed. 2 emergency approvals are provisional: each requires a second"
                                + " one.")
                .contains("ann@example.com: approved (approve:restart, record 10, provisional, ");

        assertThat(approved("bob", "10:30:00").string("key")).isEqualTo("approve:restart");
        assertThat(seconds("10:31:00")).containsExactly("met", "running");
        assertThat(provisional("10:31:00")).containsExactly("false", "true", "false");
        assertThat(Session.run("show", run.toString(), "--at", at("10:31:00")).out())
                .contains(
                        "The emergency approval by bob@example.com is provisional: a second one is"
                                + " required.");
        assertThat(approved("ann", "10:40:00").string("key")).isEqualTo("approve:failover");
        assertThat(seconds("10:41:00")).containsExactly("met", "met");
        assertThat(retroactive())
                .containsExactly(restart.string("head_after"), failover.string("head_after"));
        assertThat(shown("10:42:00").string("status")).isEqualTo("completed");

        Session third = approve("carl", "10:50:00");
        assertThat(third.exit()).isEqualTo(2);
        assertThat(third.err()).contains("This run is completed: it waits for no approval.");
        Session verified =
                Session.run(
                        "verify-approval",
                        run.toString(),
                        "--trust",
                        folder.resolve("trust").toString());
        assertThat(verified.exit()).as(verified.out()).isZero();
    }

    /** Whoever names a key need not wait for the others. */
    @Test
    void theyAreGivenInAnyOrder() throws Exception {
        JsonObject restart = approved("ann", "10:10:00");
        goOn("10:11:00");
        // the run waits for another step; the second approval of the first need not wait with it
        JsonObject second = approved("bob", "10:12:00", "--key", "approve:restart");
        assertThat(second.string("key")).isEqualTo("approve:restart");
        assertThat(retroactive()).containsExactly(restart.string("head_after"));
        assertThat(shown("10:13:00").string("status")).isEqualTo("awaiting_approval");
        assertThat(seconds("10:13:00")).containsExactly("met");
        assertThat(approved("bob", "10:20:00").string("key")).isEqualTo("approve:failover");
    }

    @Test
    void aKeyThatNobodyWaitsForIsRefused() throws Exception {
        approved("ann", "10:10:00");
        goOn("10:11:00");
        assertThat(approve("bob", "10:12:00", "--key", "approve:check").err())
                .contains(
                        "This run waits for the key \"approve:failover\", not"
                                + " \"approve:check\".");
    }

    @Test
    void itsAuthorGivesNeither() throws Exception {
        approved("ann", "10:10:00");
        goOn("10:11:00");
        Session session =
                approve("ann", "10:12:00", "--identity", "M.Chu", "--key", "approve:restart");
        assertThat(session.err()).contains("M.Chu is the author");
    }
}
