// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of a value's canonical text, profile A (FORMATS 3): it does not depend on the order of
/// keys, on white space or on escapes.
public final class CanonicalDigest {
    private CanonicalDigest() {}

    /// @return 64 lower-case hex digits
    public static String sha256(JsonTape tape) {
        MessageDigest digest = sha256();
        new CanonicalWriter()
                .write(
                        tape,
                        CanonicalProfile.A,
                        FieldFilter.ALL,
                        (bytes, from, length) -> digest.update(bytes, from, length));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
