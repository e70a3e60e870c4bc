// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.witness;

import dev.countersign.core.trust.Octets;

import java.util.Arrays;

/// One signature line of a note; it says nothing until a key that is known has verified it.
///
/// @param name of the key
/// @param bytes key id and signature
public record NoteSignature(String name, Octets bytes) {
    private static final int ID_BYTES = 4;

    /// The key's id, eight lower-case hex digits.
    public String keyId() {
        return bytes.hex().substring(0, 2 * ID_BYTES);
    }

    /// What follows the id.
    Octets value() {
        byte[] all = bytes.toArray();
        return Octets.of(Arrays.copyOfRange(all, ID_BYTES, all.length));
    }

    /// The line, without its end.
    String line() {
        return SignedNote.DASH + name + " " + bytes.base64();
    }
}
