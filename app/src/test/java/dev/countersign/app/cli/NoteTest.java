// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.testkit.GeneratedLog;
import dev.countersign.core.testkit.LogGenerator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A checkpoint that goes to a witness and comes back.
class NoteTest {
    @TempDir private Path folder = Path.of("");
    private final GeneratedLog log = LogGenerator.generate(ChainFormat.A, 20, 5);
    private String desk = "";
    private String witness = "";

    @BeforeEach
    void keys() throws IOException {
        Files.write(folder.resolve("log"), log.toBytes());
        desk = run("checkpoint", "key", at("desk"), "--name=example.com/desk").out().strip();
        witness =
                run("checkpoint", "key", at("w1"), "--name=example.com/w1", "--witness")
                        .out()
                        .strip();
    }

    private static Session run(String... words) {
        return Session.run(words);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Session note(String key) {
        return run(
                "checkpoint",
                at("log"),
                "--note",
                "--origin=example.com/run",
                "--note-key",
                at(key),
                "--out",
                at("note"));
    }

    private Session cosign(String key) {
        return run("checkpoint", "cosign", at("note"), "--note-key", at(key), "--log", at("log"));
    }

    private Session verify(String verifier) {
        return run("verify", at("log"), "--checkpoint", at("note"), "--note-verifier", verifier);
    }

    @Test
    void aWitnessVouchesForIt() throws IOException {
        assertThat(note("desk").out()).startsWith("Checkpoint of 20 records written to ");
        assertThat(cosign("w1").out()).isEqualTo("Cosigned by example.com/w1. The log agrees.\n");
        Files.writeString(folder.resolve("keys"), desk + "\n" + witness + "\n");
        Session verified = verify(at("keys"));
        assertThat(verified.exit()).isZero();
        assertThat(verified.out())
                .contains("it ends where the checkpoint saw it end")
                .contains("checkpoint: Signed by example.com/desk.")
                .contains("checkpoint: Cosigned by example.com/w1 at 2026-11-21T10:00:00Z.");
    }

    @Test
    void theKeysOfTheWorkspaceAreKnownToo() throws IOException {
        note("desk");
        cosign("w1");
        Path trust = Files.createDirectories(folder.resolve("ws").resolve("trust"));
        Files.write(folder.resolve("ws").resolve("policy.json"), DefaultPolicy.bytes());
        Files.writeString(trust.resolve("witnesses.txt"), "# outside\n" + witness + "\n");
        String[] words = {"verify", at("log"), "--checkpoint", at("note"), "--workspace", at("ws")};
        Session verified = run(words);
        assertThat(verified.exit()).isZero();
        assertThat(verified.out())
                .contains("checkpoint: Cosigned by example.com/w1 at 2026-11-21T10:00:00Z.")
                .contains("checkpoint: Not checked: the signature of example.com/desk");
        Files.writeString(trust.resolve("witnesses.txt"), "nonsense\n");
        assertThat(run(words).err()).contains("Line 1 of").contains("is no verifier key");
    }

    @Test
    void aDisagreementNamesTheWitnessAndSinceWhen() throws IOException {
        note("desk");
        cosign("w1");
        Files.write(
                folder.resolve("log"),
                log.edit(9, r -> r.with("step", "other")).rebuilt(9).toBytes());
        Session verified = verify(witness);
        assertThat(verified.exit()).isEqualTo(1);
        assertThat(verified.out())
                .contains("The checkpoint of example.com/run, taken at 2026-11-21T10:00:00Z,")
                .contains("vouched for by example.com/w1 at 2026-11-21T10:00:00Z;")
                .contains("Not checked: the signature of example.com/desk");
        assertThat(cosign("w1").err()).contains("it was not cosigned");
    }

    @Test
    void theDocumentNamesAllSignatures() {
        note("desk");
        cosign("w1");
        Session verified = run("verify", at("log"), "--json", "--checkpoint", at("note"));
        assertThat(verified.document().string("origin")).isEqualTo("example.com/run");
        assertThat(Session.list(verified.document(), "witnesses").getFirst().text())
                .contains("\"name\": \"example.com/desk\"", "\"state\": \"unknown\"");
    }

    @Test
    void aNoteThatWasEditedIsRejected() throws IOException {
        note("desk");
        String text = Files.readString(folder.resolve("note"));
        Files.writeString(folder.resolve("note"), text.replace("\n20\n", "\n19\n"));
        assertThat(verify(desk).exit()).isEqualTo(2);
        assertThat(verify(desk).err()).contains("the signature of example.com/desk on it is wrong");
    }

    @Test
    void aNoteThatNobodyKnownSignedIsRejected() {
        note("desk");
        assertThat(verify(witness).exit()).isEqualTo(2);
        assertThat(verify(witness).err()).contains("no key that was given has signed it");
    }

    @Test
    void aKeyHasOneUse() {
        note("desk");
        assertThat(cosign("desk").err()).contains("is a log's key");
        assertThat(run("checkpoint", at("log"), "--note", "--note-key", at("w1")).err())
                .contains("is a witness's key");
    }

    @Test
    void anEarlierNoteThatDisagreesIsLeftAlone() throws IOException {
        note("desk");
        String text = Files.readString(folder.resolve("note"));
        Files.write(folder.resolve("log"), log.without(15, 20).toBytes());
        assertThat(note("desk").exit()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("note"))).isEqualTo(text);
    }
}
