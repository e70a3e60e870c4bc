// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Digests of bytes that are at hand.
final class Digests {
    private Digests() {}

    static Octets sha256(byte[] bytes) {
        return Octets.of(of("SHA-256", bytes));
    }

    static byte[] of(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
