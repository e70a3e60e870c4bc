// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import java.security.SecureRandom;

/// Where keys, nonces and the salt of signatures come from.
public final class Randomness {
    private final SecureRandom source;

    private Randomness(SecureRandom source) {
        this.source = source;
    }

    /// A source that is given.
    public static Randomness of(SecureRandom source) {
        return new Randomness(source);
    }

    /// The operating system's. Taken once, where everything is put together.
    public static Randomness system() {
        return new Randomness(new SecureRandom());
    }

    /// So many random bytes.
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        source.nextBytes(bytes);
        return bytes;
    }

    SecureRandom source() {
        return source;
    }
}
