// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ChainFormat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests of a format, and copies of their state.
final class Digests {
    private Digests() {}

    static MessageDigest of(ChainFormat.Digest digest) {
        try {
            return MessageDigest.getInstance(digest.algorithm());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + digest.algorithm(), e);
        }
    }

    static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's digests can be copied", e);
        }
    }

    static String hex(ChainFormat.Digest digest, byte[] text) {
        return HexFormat.of().formatHex(of(digest).digest(text));
    }
}
