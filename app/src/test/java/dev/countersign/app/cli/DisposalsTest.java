// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.PolicyWriter;
import dev.countersign.core.testkit.Policies;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Findings that are disposed of on the command line.
class DisposalsTest extends ActsDesk {
    @Test
    void aSignedDispositionClosesAFindingOnceItsSignerIsTrusted() throws Exception {
        annIsControlOwner();
        run = copy("change-approval-b31b90463aba");
        Path anchor = trust.resolve("root.pem");
        Path aside = Files.move(anchor, folder.resolve("root.pem"));
        assertThat(state("run_blocked")).isEqualTo("open");

        Session disposed =
                act(
                        "dispose",
                        "ann@example.com",
                        "--disposition",
                        "superseded by CHG-7",
                        "--at",
                        "2026-11-21T09:59:00Z");
        assertThat(disposed.exit()).as(disposed.err()).isZero();
        assertThat(state("run_blocked")).isEqualTo("disposed_not_verified");

        Files.move(aside, anchor);
        assertThat(state("run_blocked")).isEqualTo("closed");
    }

    @Test
    void aFindingIsDisposedByItsId() throws Exception {
        Files.writeString(folder.resolve("policy.json"), PolicyWriter.write(DefaultPolicy.get()));
        copy("change-approval-b31b90463aba");
        String id = finding("run blocked");
        Session disposed = disposing(id, "accepted");
        assertThat(disposed.exit()).as(disposed.err()).isZero();
        assertThat(state("run_blocked")).isEqualTo("disposed_not_verified");
    }

    /// Nor does it take an observation: who answers for the broken chain has looked at it.
    @Test
    void aBrokenRunOfASampleIsObservedByWhoAnswersForIt() throws Exception {
        annIsControlOwner();
        String id = "change-approval-b54f4f82fad4";
        Path broken = copy(id).resolve("audit.jsonl");
        Files.writeString(broken, Files.readString(broken).replace("gate", "gaat"));
        String[] draw = {"sample", folder.toString(), "--period", "2026-11", "--rate", "0"};
        Session drawn = Session.run(with(draw, "--seed", "1", "--record"));
        assertThat(drawn.out()).contains("  approve, contradicted  " + id);
        String[] ask = {"sample", folder.toString(), "--period", "2026-11", "--coverage", "--json"};
        assertThat(observations(Session.run(ask))).isEqualTo("[]");

        Session disposed = disposing(finding("chain broken"), "restored from backup");
        assertThat(disposed.exit()).as(disposed.err()).isZero();

        assertThat(observations(Session.run(ask)))
                .isEqualTo("[{\"by\": \"ann@example.com\", \"record\": null, \"holds\": true}]");
    }

    private void annIsControlOwner() throws IOException {
        Files.writeString(
                folder.resolve("policy.json"),
                Policies.knowing(Policies.identity("ann@example.com", "Ann", "control owner")));
    }

    /// Ann disposes of a finding, with her key.
    private Session disposing(String finding, String disposition, String... more) {
        String[] words = {
            "dispose",
            finding,
            "--workspace",
            folder.toString(),
            "--disposition",
            disposition,
            "--identity",
            "ann@example.com",
            "--keystore",
            key.toString(),
            "--pin-file",
            pin.toString()
        };
        return Session.run(with(words, more));
    }

    private String finding(String words) {
        return Session.run("findings", folder.toString())
                .out()
                .lines()
                .filter(line -> line.contains(words))
                .map(line -> line.split(" +")[1])
                .findFirst()
                .orElseThrow();
    }

    private static String[] with(String[] words, String... more) {
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    private static String observations(Session session) {
        List<JsonValue> runs = Session.list(session.document(), "runs");
        assertThat(runs).hasSize(1);
        return String.valueOf(((JsonObject) runs.getFirst()).get("observations").text());
    }

    /// A log that is broken takes no record: the ledger does.
    @Test
    void aFindingWhoseLogIsBrokenIsDisposedInTheLedger() throws Exception {
        annIsControlOwner();
        Path broken = copy("change-approval-b31b90463aba").resolve("audit.jsonl");
        Files.writeString(broken, Files.readString(broken).replace("gate", "gaat"));
        String id = finding("chain broken");
        byte[] before = Files.readAllBytes(broken);
        Session disposed = disposing(id, "restored from backup", "--json");
        assertThat(disposed.exit()).as(disposed.err()).isZero();
        JsonObject said = disposed.document();
        assertThat(said.string("place")).isEqualTo("ledger");
        assertThat(said.string("state")).isEqualTo("closed");
        assertThat(said.string("decision")).isEqualTo("restored from backup");
        assertThat(Files.readAllBytes(broken)).isEqualTo(before);
        assertThat(state("chain_broken")).isEqualTo("closed");
        assertThat(
                        Session.run("ledger", folder.toString(), "verify", "--json")
                                .document()
                                .string("verdict"))
                .isEqualTo("intact");
    }

    private String state(String kind) {
        JsonArray findings =
                (JsonArray)
                        Session.run("findings", folder.toString(), "--json")
                                .document()
                                .get("findings");
        for (JsonValue finding : findings.values()) {
            JsonObject said = (JsonObject) finding;
            if (kind.equals(said.string("kind"))
                    && "change-approval-b31b90463aba".equals(said.string("run_id"))) {
                return said.string("state");
            }
        }
        return "none";
    }
}
