// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.bundle;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/// The checksums of manifests that are trusted to notice a change.
public enum SumAlgorithm {
    /// 64 digits.
    SHA256("SHA-256", 64),
    /// 128 digits.
    SHA512("SHA-512", 128);

    private final String java;
    private final int digits;

    SumAlgorithm(String java, int digits) {
        this.java = java;
        this.digits = digits;
    }

    /// As file names of manifests spell it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Null if it is none of these.
    static @Nullable SumAlgorithm of(String word) {
        for (SumAlgorithm algorithm : values()) {
            if (algorithm.word().equals(word)) {
                return algorithm;
            }
        }
        return null;
    }

    /// How many a checksum has.
    int digits() {
        return digits;
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(java);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + java, e);
        }
    }
}
