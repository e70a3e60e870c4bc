// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// Something is encrypted in a way that is not read here; caught by whoever reads it.
final class UnknownEncryptionException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String algorithm;

    UnknownEncryptionException(String algorithm) {
        super(algorithm);
        this.algorithm = algorithm;
    }

    String algorithm() {
        return algorithm;
    }
}
