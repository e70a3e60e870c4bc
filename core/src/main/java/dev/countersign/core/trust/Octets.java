// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Bytes that never change.
public final class Octets {
    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A copy of these bytes.
    public static Octets of(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    /// The text in UTF-8.
    public static Octets utf8(String text) {
        return new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /// What a text in Base64 (RFC 4648, section 4, padded, without line ends) stands for; empty if
    /// it is none, or not the one spelling that {@link #base64} gives.
    public static Optional<Octets> ofBase64(String text) {
        try {
            Octets octets = new Octets(Base64.getDecoder().decode(text));
            return octets.base64().equals(text) ? Optional.of(octets) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// How many.
    public int length() {
        return bytes.length;
    }

    /// A copy.
    public byte[] toArray() {
        return bytes.clone();
    }

    /// In Base64, on one line.
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// In lower-case hex.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /// Not copied: for reading only.
    byte[] shared() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets o && Arrays.equals(bytes, o.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// How many there are, not what they say.
    @Override
    public String toString() {
        return "Octets[" + bytes.length + "]";
    }
}
