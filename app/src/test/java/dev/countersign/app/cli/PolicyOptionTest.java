// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.workspace.WorkspaceFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Whose policy holds for a run: the option's, else that of the workspace around it, else ours.
class PolicyOptionTest {
    private static final String TRADE = "personal-trade-compliance-bf41820e7aa5";
    private static final Path SAMPLES = Path.of("../core/src/test/resources/samples");

    @TempDir Path dir;

    /// The trade was in the blackout of ACME; here that is another symbol's.
    private Path otherBlackout(Path folder) throws IOException {
        String shipped = new String(DefaultPolicy.bytes(), StandardCharsets.UTF_8);
        return Files.writeString(folder.resolve("policy.json"), shipped.replace("ACME", "OTHER"));
    }

    private static String reperformance(Session session) {
        JsonObject channels =
                (JsonObject) Objects.requireNonNull(session.document().get("channels"));
        return Objects.requireNonNull(channels.string("reperformance"));
    }

    @Test
    void verifyReperformsUnderThePolicyOfTheOption() throws IOException {
        String run = SAMPLES.resolve(TRADE).toString();
        assertThat(reperformance(Session.run("verify", run, "--json"))).isEqualTo("verified");
        Session session =
                Session.run("verify", run, "--json", "--policy", otherBlackout(dir).toString());
        assertThat(reperformance(session)).isEqualTo("failed");
        assertThat(session.exit()).isEqualTo(1);
    }

    @Test
    void theWorkspaceOfTheRunIsFoundByItself() throws IOException {
        Path run = Files.createDirectories(dir.resolve("runs").resolve(TRADE));
        for (String file : List.of("audit.jsonl", "state.json")) {
            Files.copy(SAMPLES.resolve(TRADE).resolve(file), run.resolve(file));
        }
        assertThat(reperformance(Session.run("verify", run.toString(), "--json")))
                .isEqualTo("verified");
        otherBlackout(dir);
        Files.createFile(dir.resolve("countersign.db"));
        assertThat(WorkspaceFolder.around(run)).isEqualTo(new WorkspaceFolder(dir));
        assertThat(reperformance(Session.run("verify", run.toString(), "--json")))
                .isEqualTo("failed");
        assertThat(Session.run("show", run.toString()).out()).contains("Failed");
    }

    @Test
    void aWorkspaceThatIsNone() throws IOException {
        String run = SAMPLES.resolve(TRADE).toString();
        Path file = Files.writeString(dir.resolve("notes.txt"), "of mine");
        Path plain = Files.createDirectories(dir.resolve("plain").resolve("runs")).getParent();
        Path missing = dir.resolve("missing");
        List<List<String>> commands =
                List.of(
                        List.of("verify", run),
                        List.of("show", run),
                        List.of("approve", run, "--identity", "ann@example.com"),
                        List.of("verify-approval", run),
                        List.of("reperform", run),
                        List.of("run", "change-approval", "--payload", "p", "--root", "r"));
        for (List<String> command : commands) {
            none(command, file, "it is not a folder");
            none(command, plain, "neither countersign.db nor policy.json is in it");
            none(command, missing, "it does not exist");
        }
        try (Stream<Path> left = Files.walk(dir)) {
            assertThat(left).containsExactlyInAnyOrder(dir, file, plain, plain.resolve("runs"));
        }
    }

    private static void none(List<String> command, Path workspace, String why) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("--workspace", workspace.toString()));
        assertThat(Session.run(words.toArray(String[]::new)))
                .isEqualTo(
                        new Session(
                                2,
                                "",
                                "countersign: "
                                        + workspace
                                        + " is not a workspace: "
                                        + why
                                        + "; check --workspace. `countersign help` shows what there"
                                        + " is.\n"));
    }

    @Test
    void aPolicyAloneMakesAWorkspaceThatIsNamedAndRecorded() throws IOException {
        otherBlackout(dir);
        String run = SAMPLES.resolve(TRADE).toString();
        Session session = Session.run("verify", run, "--json", "--workspace", dir.toString());
        assertThat(reperformance(session)).isEqualTo("failed");
        assertThat(Session.run("ledger", dir.toString(), "verify").exit()).isZero();
        assertThat(dir.resolve("countersign.db")).isRegularFile();
    }

    @Test
    void aPolicyThatIsNoJsonIsToldWhy() throws IOException {
        notJson("\ufeff{}", "byte order mark");
        notJson("", "ends early");
        notJson("[".repeat(500_000), "too many values");
    }

    private void notJson(String text, String why) throws IOException {
        Path policy = Files.writeString(dir.resolve("none.json"), text);
        String run = SAMPLES.resolve(TRADE).toString();
        assertThat(Session.run("verify", run, "--policy", policy.toString()))
                .isEqualTo(
                        new Session(
                                2,
                                "",
                                "countersign: "
                                        + policy
                                        + " line 1 is not JSON ("
                                        + why
                                        + "): correct the policy, then try again.\n"));
    }

    @Test
    void aFolderIsNoFile() {
        String here = dir.toString();
        String run = SAMPLES.resolve(TRADE).toString();
        noFile("--policy takes a policy, a JSON file", "verify", run, "--policy", here);
        noFile(
                "--payload takes a file with one JSON object",
                "run",
                "change-approval",
                "--payload",
                here,
                "--root",
                here + "/runs");
    }

    private void noFile(String wanted, String... words) {
        assertThat(Session.run(words))
                .isEqualTo(
                        new Session(
                                2,
                                "",
                                "countersign: "
                                        + dir
                                        + " is not a regular file: "
                                        + wanted
                                        + ". `countersign help` shows what there is.\n"));
    }

    @Test
    void aPolicyThatIsNotThereOrIsNone() throws IOException {
        String run = SAMPLES.resolve(TRADE).toString();
        Path missing = dir.resolve("missing.json");
        Session session = Session.run("verify", run, "--policy", missing.toString());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err())
                .isEqualTo("countersign: " + missing + " does not exist: check --policy.\n");
        Path none = Files.writeString(dir.resolve("none.json"), "{}");
        session = Session.run("verify", run, "--policy", none.toString());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).startsWith("countersign: " + none + " line 1").hasLineCount(1);
    }
}
