// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.Described;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Randomness;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

class SignedNoteTest {
    /// The keys, text and signatures of Go's sumdb/note.
    private static final String NEUMANN =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String NEUMANN_KEY =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT =
            "If you think cryptography is the answer to your problem,\n"
                    + "then you don't know what your problem is.\n";
    private static final String NOTE =
            TEXT
                    + "\n"
                    + "\u2014 PeterNeumann"
                    + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private static final Checkpoint SEEN =
            new Checkpoint("A", 7, "0f".repeat(32), "a1".repeat(32), "2026-11-21T10:00:00Z");

    @TempDir private Path folder = Path.of("");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T is(Described<T> read) {
        return switch (read) {
            case Described.Is<T>(T value) -> value;
            case Described.IsNot<T>(String why) -> throw new AssertionError(why);
        };
    }

    private static String isNot(Described<?> read) {
        return read instanceof Described.IsNot<?>(String why) ? why : "it is one";
    }

    @Test
    void goWroteTheSame() {
        NoteSigner signer = is(NoteSigner.read(bytes(NEUMANN_KEY + "\n")));
        assertThat(signer.verifier().text()).isEqualTo(NEUMANN);
        assertThat(signer.sign(new SignedNote(TEXT, List.of())).write()).isEqualTo(NOTE);
        assertThat(Vouch.of(is(SignedNote.read(bytes(NOTE))), List.of(signer.verifier())))
                .containsExactly(new Vouch("PeterNeumann", "c74f20a3", Vouch.State.SIGNED, null));
    }

    @Test
    void theExampleOfTheSpecificationIsRead() {
        String note =
                """
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                \u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
                """;
        SignedNote read = is(SignedNote.read(bytes(note)));
        assertThat(read.write()).isEqualTo(note);
        assertThat(read.signatures())
                .extracting(NoteSignature::name, NoteSignature::keyId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "example.com/behind-the-sofa", "033de0ae"),
                        org.assertj.core.groups.Tuple.tuple("witness.example.com/w1", "8d66cf3f"));
        assertThat(isNot(CheckpointNote.read(bytes(note)))).contains("Merkle tree");
    }

    @Test
    void anotherTextIsNotSigned() {
        SignedNote note = is(SignedNote.read(bytes(NOTE.replace("answer", "Answer"))));
        assertThat(Vouch.of(note, List.of(is(NoteVerifier.read(NEUMANN)))))
                .extracting(Vouch::state)
                .containsExactly(Vouch.State.WRONG);
    }

    @Test
    void unknownKeysAreIgnoredButNamed() {
        assertThat(Vouch.of(is(SignedNote.read(bytes(NOTE))), List.of()))
                .containsExactly(new Vouch("PeterNeumann", "c74f20a3", Vouch.State.UNKNOWN, null));
    }

    @Test
    void aKeyCountsOnce() {
        String line = NOTE.substring(NOTE.indexOf('\u2014'));
        SignedNote twice = is(SignedNote.read(bytes(NOTE + line)));
        assertThat(twice.signatures()).hasSize(2);
        assertThat(Vouch.of(twice, List.of(is(NoteVerifier.read(NEUMANN))))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 a AAAAAAA=",
                "text\n\n\u2014 a AAAA\n",
                "text\n\n\u2014 a AAAAAAB=\n",
                "text\n\n\u2014 a AAAAAAA\n",
                "text\n\n\u2014 a AAAAAAA= \n",
                "text\n\n\u2014  AAAAAAA=\n",
                "text\n\n\u2014 a+b AAAAAAA=\n",
                "text\n\n\u2014 a\u00a0b AAAAAAA=\n",
                "text\n\n- a AAAAAAA=\n",
                "te\txt\n\n\u2014 a AAAAAAA=\n",
                "text\r\n\n\u2014 a AAAAAAA=\n",
                "text\n\n\u2014 a AAAAAAA=\n\u2014 b\n",
                "text\n\n\u2014 a AAAAAAA=\n\n"
            })
    void whatIsNoNoteIsNone(String text) {
        assertThat(isNot(SignedNote.read(bytes(text)))).startsWith("is no signed note: it ");
    }

    @Test
    void hostileSizesAreRefused() {
        assertThat(isNot(SignedNote.read(new byte[(1 << 20) + 1]))).contains("more bytes");
        String many = "text\n\n" + "\u2014 a AAAAAAA=\n".repeat(101);
        assertThat(isNot(SignedNote.read(bytes(many)))).contains("more than 100 signatures");
        assertThat(isNot(SignedNote.read(new byte[] {'a', '\n', '\n', (byte) 0xff, '\n'})))
                .contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a+b",
                "a+00000000+AA==",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumanm+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void whatIsNoVerifierKeyIsNone(String text) {
        assertThat(isNot(NoteVerifier.read(text))).contains("verifier key");
    }

    @Test
    void aCheckpointIsSignedCosignedAndReadAgain() throws SourceException, IOException {
        NoteSigner log = make("log", KeyUse.NOTE);
        NoteSigner witness = make("example.com/w1", KeyUse.COSIGNATURE);
        CheckpointNote made = is(CheckpointNote.of("example.com/run", SEEN, "run-1"));
        Instant now = Instant.parse("2026-11-21T11:00:00Z");
        SignedNote signed = witness.cosign(log.sign(made.note()), now);
        CheckpointNote read = is(CheckpointNote.read(bytes(signed.write())));
        assertThat(read).isEqualTo(made.with(signed));
        assertThat(read.note().text())
                .isEqualTo(
                        "example.com/run\n7\nDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8=\n"
                                + "chain-format A\nfile-sha256 "
                                + "a1".repeat(32)
                                + "\nrun run-1\ntaken-at 2026-11-21T10:00:00Z\n");
        assertThat(Vouch.of(read.note(), List.of(log.verifier(), witness.verifier())))
                .containsExactly(
                        new Vouch("log", log.verifier().keyId(), Vouch.State.SIGNED, null),
                        new Vouch(
                                "example.com/w1",
                                witness.verifier().keyId(),
                                Vouch.State.COSIGNED,
                                now));
        assertThat(Files.getPosixFilePermissions(folder.resolve("log")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private NoteSigner make(String name, KeyUse use) throws SourceException, IOException {
        Path file = folder.resolve(Objects.requireNonNull(Path.of(name).getFileName()));
        NoteSigner made = NoteSigner.make(name, use, file, Randomness.system());
        NoteSigner read = is(NoteSigner.read(Files.readAllBytes(file)));
        assertThat(read.verifier()).isEqualTo(made.verifier());
        assertThat(is(NoteVerifier.read(read.verifier().text()))).isEqualTo(made.verifier());
        return read;
    }

    @Test
    void aCosignatureOfAnotherTimeIsWrong() throws SourceException, IOException {
        NoteSigner witness = make("w", KeyUse.COSIGNATURE);
        SignedNote note = is(CheckpointNote.of("o", SEEN, null)).note();
        SignedNote cosigned = witness.cosign(note, Instant.ofEpochSecond(5));
        byte[] value = cosigned.signatures().getFirst().bytes().toArray();
        value[11]++;
        SignedNote later =
                note.with(new NoteSignature("w", dev.countersign.core.trust.Octets.of(value)));
        assertThat(Vouch.of(later, List.of(witness.verifier())))
                .extracting(Vouch::state)
                .containsExactly(Vouch.State.WRONG);
        value[4] = -1;
        SignedNote never =
                note.with(new NoteSignature("w", dev.countersign.core.trust.Octets.of(value)));
        assertThat(Vouch.of(never, List.of(witness.verifier())).getFirst().good()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o\n7\n",
                "o\n07\nDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8=\nchain-format A\n",
                "o\n-7\nDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8=\nchain-format A\n",
                "o\n0\nDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8=\nchain-format A\n",
                "o\n"
                        + "9223372036854775808\n"
                        + "Dw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8=\n"
                        + "chain-format A\n",
                "o\n7\nDw8P\nchain-format A\n",
                "o\n7\n!\nchain-format A\n",
                "o\n"
                        + "7\n"
                        + "Dw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8=\n"
                        + "chain-format A\n"
                        + "file-sha256 x\n",
                "o\n\n7\nDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8=\nchain-format A\n"
            })
    void whatIsNoCheckpointIsNone(String text) {
        assertThat(isNot(CheckpointNote.read(bytes(text + "\n\u2014 a AAAAAAA=\n"))))
                .startsWith("is no checkpoint of a chain: ");
    }
}
