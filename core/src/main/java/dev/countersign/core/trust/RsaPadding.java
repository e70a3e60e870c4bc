// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// How an RSA key signs.
public enum RsaPadding {
    /// RSASSA-PKCS1-v1_5: every reader knows it, and the same bytes give the same signature.
    PKCS1,
    /// RSASSA-PSS with SHA-256 and a salt of 32 bytes.
    PSS
}
