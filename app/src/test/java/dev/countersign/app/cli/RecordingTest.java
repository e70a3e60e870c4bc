// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Acts on the command line in the ledger of the workspace that is named.
class RecordingTest {
    private static final String TRADE =
            """
            {"id": "TRD-1", "employee": "u.chu", "account": "acct-100", "symbol": "COG", "side": "buy", "trade_date": "2026-03-12", "evidence": {}}
            """;

    @TempDir Path folder;
    private String workspace = "";
    private Path run = Path.of("");

    @BeforeEach
    void aRunInAWorkspace() throws IOException {
        workspace = folder.resolve("desk").toString();
        Path payload = Files.writeString(folder.resolve("payload.json"), TRADE);
        Files.createDirectories(folder.resolve("desk/runs"));
        Session made =
                Session.run(
                        "run",
                        "personal-trade-compliance",
                        "--payload",
                        payload.toString(),
                        "--root",
                        folder.resolve("desk/runs").toString(),
                        "--json");
        run = Path.of(String.valueOf(made.document().string("rundir")));
        // looked at once: from now on it has a database
        Files.writeString(folder.resolve("desk/policy.json"), policy());
        assertThat(Session.run("queue", workspace).exit()).isNotEqualTo(2);
    }

    private static String policy() throws IOException {
        return Files.readString(
                Path.of("../resources/src/main/resources/dev/countersign/resources/policy")
                        .resolve("default-policy.json"));
    }

    private List<String> ledger() {
        Path file = folder.resolve("ledger.jsonl");
        Session exported = Session.run("ledger", workspace, "export", "--out", file.toString());
        assertThat(exported.exit()).as(exported.err()).isLessThan(2);
        try {
            List<String> lines = Files.readAllLines(file);
            Files.delete(file);
            return lines;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLogThatIsVerified() {
        int before = ledger().size();
        assertThat(Session.run("verify", run.toString()).exit()).isZero();
        assertThat(ledger()).as("nobody asked for it").hasSize(before);
        assertThat(Session.run("verify", run.toString(), "--workspace", workspace).exit()).isZero();
        assertThat(ledger()).hasSize(before + 1);
        assertThat(ledger().getLast())
                .contains("\"action\": \"verified\"", "\"verdict\": \"intact\"", run.toString());
    }

    @Test
    void aRunThatIsExecuted() {
        int before = ledger().size();
        Session again =
                Session.run(
                        "run",
                        "personal-trade-compliance",
                        "--payload",
                        folder.resolve("payload.json").toString(),
                        "--root",
                        folder.resolve("desk/runs").toString(),
                        "--workspace=" + workspace);
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(ledger()).hasSize(before + 1);
        assertThat(ledger().getLast()).contains("\"action\": \"ran\"", "\"status\": \"completed\"");
    }

    @Test
    void onlyAVerificationThatIsRecordedOpensADatabase() {
        assertThat(Cli.opensNoDatabase(List.of("verify", "x"))).isTrue();
        assertThat(Cli.opensNoDatabase(List.of("verify", "x", "--workspace=y"))).isFalse();
        assertThat(Cli.opensNoDatabase(List.of("queue", "x"))).isFalse();
    }
}
