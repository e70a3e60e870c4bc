// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.policy.PolicyWriter;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

/// Findings that are disposed of on the command line.
class DisposalsTest extends ActsDesk {
    @Test
    void aSignedDispositionClosesAFindingOnceItsSignerIsTrusted() throws Exception {
        Files.writeString(
                folder.resolve("policy.json"),
                PolicyWriter.write(DefaultPolicy.get())
                        .replace(
                                "\"identities\": null",
                                "\"identities\": [{\"id\": \"ann@example.com\", \"name\": \"Ann\","
                                        + " \"roles\": [\"control owner\"]}]"));
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
        String id =
                Session.run("findings", folder.toString())
                        .out()
                        .lines()
                        .filter(line -> line.contains("run blocked"))
                        .map(line -> line.split(" +")[1])
                        .findFirst()
                        .orElseThrow();
        Session disposed =
                Session.run(
                        "dispose",
                        id,
                        "--workspace",
                        folder.toString(),
                        "--disposition",
                        "accepted",
                        "--identity",
                        "ann@example.com",
                        "--keystore",
                        key.toString(),
                        "--pin-file",
                        pin.toString());
        assertThat(disposed.exit()).as(disposed.err()).isZero();
        assertThat(state("run_blocked")).isEqualTo("disposed_not_verified");
    }

    /// A log that is broken takes no record: the ledger does.
    @Test
    void aFindingWhoseLogIsBrokenIsDisposedInTheLedger() throws Exception {
        Files.writeString(
                folder.resolve("policy.json"),
                PolicyWriter.write(DefaultPolicy.get())
                        .replace(
                                "\"identities\": null",
                                "\"identities\": [{\"id\": \"ann@example.com\", \"name\": \"Ann\","
                                        + " \"roles\": [\"control owner\"]}]"));
        Path broken = copy("change-approval-b31b90463aba").resolve("audit.jsonl");
        Files.writeString(broken, Files.readString(broken).replace("gate", "gaat"));
        String id =
                Session.run("findings", folder.toString())
                        .out()
                        .lines()
                        .filter(line -> line.contains("chain broken"))
                        .map(line -> line.split(" +")[1])
                        .findFirst()
                        .orElseThrow();
        byte[] before = Files.readAllBytes(broken);
        Session disposed =
                Session.run(
                        "dispose",
                        id,
                        "--workspace",
                        folder.toString(),
                        "--disposition",
                        "restored from backup",
                        "--identity",
                        "ann@example.com",
                        "--keystore",
                        key.toString(),
                        "--pin-file",
                        pin.toString(),
                        "--json");
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
