// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// The kinds of key that may sign.
public enum KeyAlgorithm {
    /// RSA of at least 2048 bits.
    RSA("RSA"),
    /// The NIST curve P-256.
    EC_P256("EC P-256"),
    /// The NIST curve P-384.
    EC_P384("EC P-384"),
    /// Edwards curve 25519 (RFC 8032).
    ED25519("Ed25519");

    private final String shown;

    KeyAlgorithm(String shown) {
        this.shown = shown;
    }

    /// For people.
    public String shown() {
        return shown;
    }
}
