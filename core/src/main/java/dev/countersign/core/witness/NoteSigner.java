// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.witness;

import dev.countersign.core.chain.Described;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Ed25519Key;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.Randomness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/// A note key with its secret. It lies in a file of its own that only its owner may read, in the
/// text form that other programs for notes use: `PRIVATE+KEY+name+id+key`.
public final class NoteSigner {
    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int PARTS = 3;

    private final NoteVerifier verifier;
    private final Ed25519Key key;

    private NoteSigner(NoteVerifier verifier, Ed25519Key key) {
        this.verifier = verifier;
        this.key = key;
    }

    /// Whether a key may be called so.
    public static boolean goodName(String name) {
        return NoteName.good(name);
    }

    /// Makes a key and writes it to a new file.
    ///
    /// @param name a schema-less URL by custom: `example.com/desk`
    /// @throws SourceException if the file is there already, or cannot be written
    public static NoteSigner make(String name, KeyUse use, Path file, Randomness randomness)
            throws SourceException {
        Ed25519Key key = Ed25519Key.make(randomness);
        NoteVerifier verifier = new NoteVerifier(name, use, key.publicKey());
        String text =
                PREFIX
                        + name
                        + "+"
                        + verifier.keyId()
                        + "+"
                        + NoteVerifier.keyed(use, key.seed()).base64()
                        + "\n";
        SmallFile.createPrivate(file, text.getBytes(StandardCharsets.UTF_8));
        return new NoteSigner(verifier, key);
    }

    /// Reads a key.
    public static Described<NoteSigner> read(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8).strip();
        String[] parts =
                text.startsWith(PREFIX)
                        ? text.substring(PREFIX.length()).split("\\+", PARTS)
                        : new String[0];
        Octets octets =
                parts.length < PARTS
                        ? Octets.utf8("")
                        : Octets.ofBase64(parts[2]).orElse(Octets.utf8(""));
        byte[] keyed = octets.toArray();
        KeyUse use = keyed.length == Ed25519Key.BYTES + 1 ? KeyUse.of(keyed[0]) : null;
        if (use == null || !NoteName.good(parts[0])) {
            return new Described.IsNot<>("is no note key: `checkpoint key` makes one");
        }
        Ed25519Key key =
                Ed25519Key.ofSeed(Octets.of(Arrays.copyOfRange(keyed, 1, keyed.length)))
                        .orElseThrow();
        NoteVerifier verifier = new NoteVerifier(parts[0], use, key.publicKey());
        return verifier.keyId().equals(parts[1])
                ? new Described.Is<>(new NoteSigner(verifier, key))
                : new Described.IsNot<>("is a note key whose id is not that of its key");
    }

    /// What others know it by.
    public NoteVerifier verifier() {
        return verifier;
    }

    /// Signs a note.
    ///
    /// @throws IllegalArgumentException if the key is one for cosignatures
    public SignedNote sign(SignedNote note) {
        if (verifier.use() != KeyUse.NOTE) {
            throw new IllegalArgumentException("a witness's key signs no note");
        }
        return with(note, key.sign(Octets.utf8(note.text())).toArray());
    }

    /// Cosigns a checkpoint: that this is the longest log of that origin that was seen.
    ///
    /// @throws IllegalArgumentException if the key is one for notes
    public SignedNote cosign(SignedNote note, Instant now) {
        if (verifier.use() != KeyUse.COSIGNATURE) {
            throw new IllegalArgumentException("a log's key cosigns no checkpoint");
        }
        long seconds = now.getEpochSecond();
        byte[] signature = key.sign(NoteVerifier.cosigned(note.text(), seconds)).toArray();
        return with(
                note,
                ByteBuffer.allocate(Long.BYTES + signature.length)
                        .putLong(seconds)
                        .put(signature)
                        .array());
    }

    private SignedNote with(SignedNote note, byte[] value) {
        int id = (int) Long.parseLong(verifier.keyId(), 16);
        byte[] all =
                ByteBuffer.allocate(Integer.BYTES + value.length).putInt(id).put(value).array();
        return note.with(new NoteSignature(verifier.name(), Octets.of(all)));
    }
}
