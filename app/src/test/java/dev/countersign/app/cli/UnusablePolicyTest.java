// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.policy.DefaultPolicy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A policy that is there and cannot be used never lets the built-in one hold in its place, and
/// nothing is made before that is found out.
class UnusablePolicyTest extends QueuedRuns {
    private Path policy = Path.of("");

    @BeforeEach
    void aRun() throws IOException {
        copy(AWAITING);
        policy = dir.resolve("policy.json");
    }

    private void refused(String why) throws IOException {
        List<Path> before = below(dir);
        for (String command : List.of("queue", "findings", "sample")) {
            Session session =
                    command.equals("sample")
                            ? Session.run(
                                    command,
                                    dir.toString(),
                                    "--period",
                                    "2026-11",
                                    "--rate",
                                    "1",
                                    "--seed",
                                    "1",
                                    "--json")
                            : Session.run(command, dir.toString(), "--json");
            assertThat(session).as(command).isEqualTo(Session.refused(why));
        }
        assertThat(below(dir)).isEqualTo(before);
    }

    @Test
    void oneWithAMistake() throws IOException {
        Files.writeString(policy, "{}x");
        refused(policy + " line 1 is not JSON (trailing): correct the policy, then try again.");
    }

    @Test
    void aFolder() throws IOException {
        Files.createDirectory(policy);
        refused(policy + " is not a regular file: give the file itself.");
    }

    @Test
    void aLinkToNothing() throws IOException {
        Files.createSymbolicLink(policy, dir.resolve("not-mounted.json"));
        refused(
                policy
                        + " is a link that leads nowhere: bring the policy back, or remove the link"
                        + " for the built-in one.");
    }

    @Test
    void aLinkThatBreaksLater() throws IOException {
        Path shared = Files.write(dir.resolve("shared.json"), DefaultPolicy.bytes());
        Files.createSymbolicLink(policy, shared);
        assertThat(Session.run("queue", dir.toString()).err()).isEmpty();
        Files.delete(shared);
        refused(
                policy
                        + " is a link that leads nowhere: bring the policy back, or remove the link"
                        + " for the built-in one.");
    }
}
