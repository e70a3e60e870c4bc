// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import dev.countersign.core.chain.FileDigest;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/// What is fixed before a seed is known, so that nobody can choose a population to fit a sample.
///
/// @param populationSha256 of the population
/// @param eventHash of the ledger's entry that says so
public record Commitment(String populationSha256, String eventHash) {
    private static final int HEX = 16;

    /// The seed that chance gives: SHA-256 of the population's hash, the entry's hash and the
    /// randomness, in hex with a space between them, read as a number.
    ///
    /// @param randomness drawn after the entry was written, in lower-case hex
    public BigInteger seed(String randomness) {
        String text = populationSha256 + " " + eventHash + " " + randomness;
        return new BigInteger(FileDigest.sha256(text.getBytes(StandardCharsets.US_ASCII)), HEX);
    }
}
