// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.witness;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.trust.Octets;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Names of note keys, and the short ids that tell keys of one name apart.
final class NoteName {
    private static final int ID_DIGITS = 8;

    private NoteName() {}

    /// Whether a key may have it: not empty, no Unicode space, no plus sign, nothing that would not
    /// stand in a line.
    static boolean good(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c ->
                                c == '+'
                                        || c < ' '
                                        || Character.isSpaceChar(c)
                                        || Character.isWhitespace(c)
                                        || c == 0x85
                                        || c >= Character.MIN_SURROGATE
                                                && c <= Character.MAX_SURROGATE);
    }

    /// The key id: the first four bytes of SHA-256(name, line feed, type, key), in hex.
    static String id(String name, KeyUse use, Octets publicKey) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes((name + "\n").getBytes(StandardCharsets.UTF_8));
        all.write(use.type());
        all.writeBytes(publicKey.toArray());
        return FileDigest.sha256(all.toByteArray()).substring(0, ID_DIGITS);
    }
}
