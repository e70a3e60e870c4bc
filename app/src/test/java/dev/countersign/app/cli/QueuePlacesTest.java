// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where `queue` looks: folders, workspaces, links, and what is gone.
class QueuePlacesTest extends QueuedRuns {
    private void remove(Path folder) throws IOException {
        for (Path file : below(folder).reversed()) {
            Files.delete(file);
        }
    }

    /// A workspace that has seen a run.
    private void seen() throws IOException {
        copy(AWAITING);
        Files.write(dir.resolve("policy.json"), DefaultPolicy.bytes());
        assertThat(Session.run("queue", dir.toString(), "--json").exit()).isZero();
    }

    @Test
    void aFolderOfRunsThatIsGoneIsNoEmptyOne() throws IOException {
        seen();
        remove(dir.resolve("runs"));
        Session session = Session.run("queue", dir.toString(), "--json");
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err())
                .isEqualTo(
                        "countersign: "
                                + dir.resolve("runs")
                                + " is not there, but runs of it are known: bring it back.\n");
        assertThat(Session.list(session.document(), "items"))
                .extracting(item -> ((JsonObject) item).string("run_id"))
                .as("it waits on two clocks")
                .containsExactly(AWAITING, AWAITING);
    }

    /// Whether the workspace was ever opened, or has a policy only.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileInPlaceOfTheRunsIsNoEmptyFolder(boolean opened) throws IOException {
        Files.write(dir.resolve("policy.json"), DefaultPolicy.bytes());
        Path runs = Files.createDirectory(dir.resolve("runs"));
        if (opened) {
            assertThat(Session.run("queue", dir.toString()).err()).isEmpty();
        }
        Files.delete(runs);
        Files.writeString(runs, "not a folder");
        for (String command : List.of("queue", "findings", "reperform")) {
            Session session = Session.run(command, dir.toString());
            assertThat(session.exit()).isEqualTo(2);
            if (opened || !command.equals("reperform")) {
                assertThat(session.err())
                        .isEqualTo(
                                "countersign: "
                                        + runs
                                        + " is no folder, and the runs of a workspace lie in one:"
                                        + " move it away.\n");
            }
        }
    }

    @Test
    void aSourceThatIsGoneIsSaidWhereItsRunsArePerformedAgain() throws IOException {
        seen();
        remove(dir.resolve("runs"));
        Session session = Session.run("reperform", dir.toString());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err())
                .isEqualTo(
                        "countersign: "
                                + dir.resolve("runs")
                                + " is not there, but runs of it are known: bring it back.\n");
    }

    @Test
    void thatAllRunsAreGoneIsSaid() throws IOException {
        seen();
        remove(dir.resolve("runs").resolve(AWAITING));
        Session session = Session.run("queue", dir.toString(), "--json");
        assertThat(session.exit()).isOne();
        assertThat(session.err())
                .isEqualTo(
                        "countersign: all runs that were here are gone: `countersign findings`"
                                + " says which, unless they need not be kept any longer.\n");
    }

    @Test
    void aFolderThatIsNoWorkspaceIsLeftAsItIs() throws IOException {
        copy(AWAITING);
        List<Path> before = below(dir);
        assertThat(Session.run("queue", dir.resolve("runs").toString()).exit()).isLessThan(2);
        assertThat(Session.run("findings", dir.resolve("runs").toString()).exit()).isLessThan(2);
        assertThat(below(dir)).isEqualTo(before);
    }

    @Test
    void aFolderWithRunsInsideIsReadAsThem() throws IOException {
        copy(AWAITING);
        copy(COMPLETED);
        String root = dir.toString();
        String runs = dir.resolve("runs").toString();
        assertThat(Session.run("queue", root, "--json"))
                .isEqualTo(Session.run("queue", runs, "--json"));
        assertThat(Session.run("findings", root, "--json"))
                .isEqualTo(Session.run("findings", runs, "--json"));
        assertThat(Session.run("reperform", root, "--json"))
                .isEqualTo(Session.run("reperform", runs, "--json"));
        assertThat(Session.run("verify", root, "--json"))
                .isEqualTo(Session.run("verify", runs, "--json"));
        Session sample =
                Session.run("sample", root, "--period=2026-11", "--rate=1", "--seed=7", "--json");
        assertThat(sample.document().get("population")).isEqualTo(JsonValue.of(2));
        Session report = Session.run("report", root, "--csv", dir.resolve("paper.zip").toString());
        assertThat(report.err()).isEmpty();
        assertThat(dir.resolve("countersign.db")).doesNotExist();
    }

    @Test
    void aFolderWithRunsOfItsOwnIsThatFolder() throws IOException {
        Path own = copy(AWAITING);
        Path root = dir.resolve("root");
        Files.createDirectories(root.resolve("runs"));
        Files.move(own, root.resolve(AWAITING));
        Files.move(copy(COMPLETED), root.resolve("runs").resolve(COMPLETED));
        Session session = Session.run("reperform", root.toString(), "--json");
        assertThat(session.documents())
                .extracting(document -> document.string("run_id"))
                .containsExactly(AWAITING);
        assertThat(
                        Session.list(
                                Session.run("queue", root.toString(), "--json").document(),
                                "items"))
                .extracting(item -> ((JsonObject) item).string("run_id"))
                .containsOnly(AWAITING);
    }

    @Test
    void aWorkspaceGetsItsIndexAndRaisesWhatItFinds() throws IOException {
        copy(AWAITING);
        Files.write(dir.resolve("policy.json"), DefaultPolicy.bytes());
        Session first = Session.run("findings", dir.toString(), "--json");
        assertThat(first.err()).isEmpty();
        assertThat(first.exit()).isOne();
        List<JsonValue> findings = Session.list(first.document(), "findings");
        assertThat(findings).hasSize(1);
        assertThat(keys(findings.getFirst()))
                .containsExactly("id", "kind", "severity", "run_id", "at", "due", "state");
        assertThat(((JsonObject) findings.getFirst()).string("kind")).isEqualTo("exception");
        assertThat(((JsonObject) findings.getFirst()).string("state")).isEqualTo("open");
        assertThat(dir.resolve("countersign.db")).isRegularFile();
        Session second = Session.run("findings", dir.toString(), "--json");
        assertThat(second.out()).isEqualTo(first.out());
        Session table = Session.run("findings", dir.toString());
        assertThat(table.out()).startsWith("SEVERITY  FINDING").contains("SEV-4");
    }

    @Test
    void whereThereAreNoRunsItIsSaid() throws IOException {
        Files.createDirectories(dir.resolve("runs"));
        assertThat(Session.run("queue", dir.toString()))
                .isEqualTo(new Session(0, "No runs here.\n", ""));
        assertThat(Session.run("findings", dir.toString()))
                .isEqualTo(new Session(0, "No runs here.\n", ""));
        assertThat(Session.run("queue", dir.toString(), "--json"))
                .isEqualTo(new Session(0, "{\"items\": []}\n", ""));
        copy(COMPLETED);
        assertThat(Session.run("queue", dir.toString(), "--at", NOW).out())
                .isEqualTo("Nothing waits.\n");
    }

    @Test
    void aLinkAmongTheRunsIsSaidOnce() throws IOException {
        Path runs = Files.createDirectory(dir.resolve("runs"));
        Path link =
                Files.createSymbolicLink(
                        runs.resolve("link"), Files.createDirectory(dir.resolve("elsewhere")));
        assertThat(Session.run("queue", runs.toString()).err())
                .isEqualTo(
                        "countersign: "
                                + link
                                + " is a link, which is not followed: give the folder that it"
                                + " points to instead.\n");
    }
}
