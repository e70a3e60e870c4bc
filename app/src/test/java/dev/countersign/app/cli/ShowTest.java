// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// `show` on runs that the real producer wrote.
class ShowTest {
    private static final Path SAMPLES = Path.of("../core/src/test/resources/samples");
    private static final String MONDAY = "2026-11-23T10:00:00Z";

    @TempDir Path dir;

    private static Session show(String run, String... more) {
        String[] words = {"show", SAMPLES.resolve(run).toString(), "--at", MONDAY};
        return Session.run(Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private static JsonObject object(JsonObject parent, String key) {
        return (JsonObject) Objects.requireNonNull(parent.get(key));
    }

    @Test
    void theKeysOfTheContract() {
        Session session = show("change-approval-0da804633cdb", "--json");
        assertThat(session.exit()).isZero();
        assertThat(session.document().members().stream().map(JsonValue.Member::key))
                .contains(
                        "run_id",
                        "workflow",
                        "status",
                        "step",
                        "author",
                        "head",
                        "clocks",
                        "claims",
                        "gate",
                        "findings",
                        "artifacts",
                        "approvals",
                        "checks");
    }

    @Test
    void whatNobodyHereKnowsIsShownAsItIs() throws IOException {
        Path run = Files.createDirectory(dir.resolve("odd"));
        String records =
                "{\"ts\": \"2026-11-16T10:00:00Z\", \"event\": \"zzz\", \"a\": 1.50}\n"
                        + "{\"event\": \"step_result\", \"step\": \"s1\", \"status\": \"wonky\"}\n";
        Files.writeString(run.resolve("audit.jsonl"), records);
        Files.writeString(run.resolve("state.json"), "{\"claims\": [], \"zzz\": {\"k\": 1}}");
        String[] words = {"show", run.toString(), "--at", MONDAY};
        JsonObject document =
                Session.run(words[0], words[1], words[2], words[3], "--json").document();
        assertThat(Objects.requireNonNull(document.get("state")).text())
                .isEqualTo("{\"zzz\": {\"k\": 1}}");
        assertThat(Objects.requireNonNull(document.get("timeline")).text())
                .isEqualTo(
                        "[{\"record\": 0, \"line\": 1, \"at\": \"2026-11-16T10:00:00Z\","
                                + " \"entry\": {\"ts\": \"2026-11-16T10:00:00Z\", \"event\":"
                                + " \"zzz\", \"a\": 1.50}}, {\"record\": 1, \"line\": 2, \"at\":"
                                + " null, \"entry\": {\"event\": \"step_result\", \"step\": \"s1\","
                                + " \"status\": \"wonky\"}}]");
        assertThat(Session.run(words).out().lines().filter(line -> line.matches("  (State|Rec).*")))
                .containsExactly(
                        "  State           zzz: {\"k\": 1}",
                        "  Record 0        2026-11-16 10:00:00  zzz · a 1.50",
                        "  Record 1        –  s1: wonky");
    }

    @Test
    void aRunThatWaits() {
        JsonObject run = show("change-approval-b852c12d6cfc", "--json").document();
        assertThat(run.string("status")).isEqualTo("awaiting_approval");
        assertThat(run.string("step")).isEqualTo("human_approval");
        assertThat(run.string("author")).isEqualTo("m.chu");
        assertThat(Session.list(run, "clocks").getLast().text())
                .isEqualTo(
                        "{\"clock\": \"approval\", \"state\": \"running\", \"step\":"
                            + " \"human_approval\", \"key\": \"change_approval\", \"record\": 13,"
                            + " \"started\": \"2026-11-21T00:25:15.500084Z\", \"assumed\": false,"
                            + " \"due\": \"2026-11-24T09:00:00Z\", \"remaining_seconds\": 82800,"
                            + " \"percent\": 12, \"breached\": false, \"severity\": null, \"tier\":"
                            + " \"standard\", \"tier_assumed\": false, \"waiting_for\":"
                            + " \"approver\", \"escalate_to\": \"process owner\","
                            + " \"policy_version\": \"default-1\", \"ended\": null}");
        assertThat(object(run, "gate").string("verdict")).isEqualTo("review");
        assertThat(object(run, "gate").get("agree")).isEqualTo(JsonValue.of(true));
        assertThat(Session.list(run, "claims")).hasSize(1);
        assertThat(Session.list(run, "artifacts")).hasSize(3);
    }

    @Test
    void aBlockedRunIsANegativeAnswer() {
        Session session = show("change-approval-ff5ccef3db16");
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.out())
                .startsWith(
                        "change-approval-ff5ccef3db16  Blocked\n  Cannot be approved: 1 of 1 claim")
                .contains("Observation (gate, record 7): 2d 5h over")
                .contains("authorised: Not found");
    }

    @Test
    void aBreachedClockIsANegativeAnswer() {
        String awaiting = "change-approval-241bf6287b12";
        assertThat(show(awaiting).exit()).isZero();
        assertThat(
                        Session.run(
                                        "show",
                                        SAMPLES.resolve(awaiting).toString(),
                                        "--at",
                                        "2026-11-24T09:00:01Z")
                                .exit())
                .isEqualTo(1);
    }

    @Test
    void whatIsTheMatterWithStateAndLogIsSaid() throws IOException {
        Path from = SAMPLES.resolve("change-approval-241bf6287b12");
        Path run = Files.createDirectories(dir.resolve("change-approval-241bf6287b12"));
        Path log = Files.copy(from.resolve("audit.jsonl"), run.resolve("audit.jsonl"));
        Path state = run.resolve("state.json");
        assertThat(said(run)).contains("state.json with claims and evidence is not here: ");
        Map<String, byte[]> damaged =
                Map.of(
                        "line 1: byte order mark",
                        "\ufeff{}".getBytes(StandardCharsets.UTF_8),
                        "line 1: unexpected",
                        new byte[] {'{', 0, '}'},
                        "line 2: not utf8",
                        new byte[] {'{', '\n', '"', (byte) 0xff, '"', ':', '1', '}'},
                        "line 1: ends early",
                        "{\"payload\": ".getBytes(StandardCharsets.UTF_8),
                        "line 1: not an object",
                        "[]".getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> one : damaged.entrySet()) {
            Files.write(state, one.getValue());
            assertThat(said(run))
                    .contains(
                            "state.json with claims and evidence is not a JSON object that can be"
                                    + " read ("
                                    + one.getKey()
                                    + "): ");
        }
        Files.delete(state);
        Files.createDirectory(state);
        assertThat(said(run)).contains("state.json with claims and evidence is not followed (");
        Files.delete(state);
        Files.createSymbolicLink(state, from.resolve("state.json").toAbsolutePath());
        assertThat(said(run)).contains("state.json with claims and evidence is not followed (");

        Files.delete(log);
        assertThat(said(run)).contains("There is no log here");
        Files.createSymbolicLink(log, from.resolve("audit.jsonl").toAbsolutePath());
        assertThat(said(run)).contains("What is here as log is not followed");
        Files.delete(log);
        Files.createSymbolicLink(log, Path.of("audit.jsonl"));
        assertThat(said(run)).contains("What is here as log is not followed");
        Files.delete(log);
        Files.createDirectory(log);
        assertThat(said(run)).contains("What is here as log is not followed");
    }

    private static String said(Path run) {
        return Session.run("show", run.toString(), "--at", "2026-11-21T09:00:00Z")
                .out()
                .replaceAll("\\s+", " ");
    }

    @Test
    void thePolicyDecidesTheDeadline() throws IOException {
        String shipped = new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8);
        Path policy = dir.resolve("policy.json");
        Files.writeString(
                policy,
                shipped.replace("default-1", "ours-7").replace("09:00-17:00", "07:30-12:00"));
        for (List<String> option :
                List.of(
                        List.of("--policy", policy.toString()),
                        List.of("--workspace", dir.toString()))) {
            JsonObject run =
                    show(
                                    "change-approval-241bf6287b12",
                                    "--json",
                                    option.getFirst(),
                                    option.getLast())
                            .document();
            JsonObject approval = (JsonObject) Session.list(run, "clocks").getLast();
            assertThat(approval.string("due")).isEqualTo("2026-11-24T07:30:00Z");
            assertThat(approval.string("policy_version")).isEqualTo("ours-7");
        }
    }

    @Test
    void aPolicyThatIsNone() throws IOException {
        Path policy = Files.writeString(dir.resolve("policy.json"), "{}");
        Session session = show("change-approval-241bf6287b12", "--policy", policy.toString());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("policy.json").hasLineCount(1);
    }

    @Test
    void anEmptyFolderIsShownAndProvesNothing() {
        Session session = Session.run("show", dir.toString(), "--json");
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.document().string("status")).isEqualTo("unknown");
    }

    @Test
    void whatIsNoRunIsRefused() throws IOException {
        assertThat(Session.run("show", dir.resolve("nowhere").toString()).exit()).isEqualTo(2);
        assertThat(Session.run("show", SAMPLES.toString()).exit()).isEqualTo(2);
        assertThat(Session.run("show").exit()).isEqualTo(2);
        Path file = Files.createFile(dir.resolve("a.jsonl"));
        assertThat(Session.run("show", file.toString()).exit()).isEqualTo(2);
    }

    @Test
    void everySampleVerifiesWithAllChannels() throws IOException {
        try (Stream<Path> runs = Files.list(SAMPLES)) {
            for (Path run : runs.toList()) {
                Session session = Session.run("verify", run.toString(), "--json");
                assertThat(session.exit()).as(run.toString()).isZero();
                JsonObject channels = object(session.document(), "channels");
                assertThat(channels.string("integrity")).isEqualTo("verified");
                assertThat(channels.members()).hasSize(8);
            }
        }
    }
}
