// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.witness;

import dev.countersign.core.chain.Described;
import dev.countersign.core.trust.Ed25519Key;
import dev.countersign.core.trust.Octets;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// A key that is known: whose it is, what it signs, and its public half. Written as `name+id+key`.
///
/// @param name of the key
/// @param use what it signs
/// @param publicKey 32 bytes
public record NoteVerifier(String name, KeyUse use, Octets publicKey) {
    private static final int TIME_BYTES = 8;
    private static final int PARTS = 3;

    /// Reads a verifier key.
    public static Described<NoteVerifier> read(String text) {
        String[] parts = text.strip().split("\\+", PARTS);
        Octets key = parts.length < PARTS ? null : Octets.ofBase64(parts[2]).orElse(null);
        if (key == null || key.length() == 0 || !NoteName.good(parts[0])) {
            return new Described.IsNot<>("is no verifier key: it has the form name+id+key");
        }
        KeyUse use = KeyUse.of(key.toArray()[0]);
        if (use == null || key.length() != Ed25519Key.BYTES + 1) {
            return new Described.IsNot<>("is a verifier key of a kind that is not known here");
        }
        Octets publicKey = Octets.of(Arrays.copyOfRange(key.toArray(), 1, key.length()));
        NoteVerifier verifier = new NoteVerifier(parts[0], use, publicKey);
        return verifier.keyId().equals(parts[1])
                ? new Described.Is<>(verifier)
                : new Described.IsNot<>("is a verifier key whose id is not that of its key");
    }

    /// Its id, eight lower-case hex digits.
    public String keyId() {
        return NoteName.id(name, use, publicKey);
    }

    /// As it is given to others.
    public String text() {
        return name + "+" + keyId() + "+" + keyed(use, publicKey).base64();
    }

    static Octets keyed(KeyUse use, Octets key) {
        byte[] all = new byte[key.length() + 1];
        all[0] = (byte) use.type();
        System.arraycopy(key.toArray(), 0, all, 1, key.length());
        return Octets.of(all);
    }

    /// Whether a signature line claims to be by this key.
    boolean isOf(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId().equals(keyId());
    }

    /// Checks a signature that claims to be by this key.
    Vouch check(String text, NoteSignature signature) {
        byte[] value = signature.value().toArray();
        if (use == KeyUse.NOTE) {
            boolean right = Ed25519Key.verifies(publicKey, Octets.utf8(text), Octets.of(value));
            return new Vouch(name, keyId(), right ? Vouch.State.SIGNED : Vouch.State.WRONG, null);
        }
        if (value.length < TIME_BYTES) {
            return new Vouch(name, keyId(), Vouch.State.WRONG, null);
        }
        long seconds = ByteBuffer.wrap(value).getLong();
        Octets rest = Octets.of(Arrays.copyOfRange(value, TIME_BYTES, value.length));
        Optional<Instant> time = time(seconds);
        boolean right =
                time.isPresent() && Ed25519Key.verifies(publicKey, cosigned(text, seconds), rest);
        return right
                ? new Vouch(name, keyId(), Vouch.State.COSIGNED, time.get())
                : new Vouch(name, keyId(), Vouch.State.WRONG, null);
    }

    private static Optional<Instant> time(long seconds) {
        try {
            return seconds < 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// What a cosignature signs.
    static Octets cosigned(String text, long seconds) {
        return Octets.utf8("cosignature/v1\ntime " + seconds + "\n" + text);
    }
}
