// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.witness;

import org.jspecify.annotations.Nullable;

/// What a note key signs: the signature types of c2sp.org/signed-note that are known here. A key
/// has one use.
public enum KeyUse {
    /// The note itself: Ed25519 over its text.
    NOTE(0x01),
    /// Somebody else's checkpoint: cosignature/v1, Ed25519 with a time.
    COSIGNATURE(0x04);

    private final int type;

    KeyUse(int type) {
        this.type = type;
    }

    /// The signature type identifier byte.
    int type() {
        return type;
    }

    static @Nullable KeyUse of(int type) {
        return type == NOTE.type ? NOTE : type == COSIGNATURE.type ? COSIGNATURE : null;
    }
}
