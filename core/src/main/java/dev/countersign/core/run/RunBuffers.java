// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.LogRecords;
import dev.countersign.core.json.CanonicalWriter;
import dev.countersign.core.json.JsonReader;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What reading a run needs and the next run can use again. Not for concurrent use.
final class RunBuffers {
    private static final int MOST_VALUES = 4 << 20;

    private final LogRecords records = new LogRecords(Limits.DEFAULT);
    final JsonReader reader = new JsonReader(MOST_VALUES);
    final CanonicalWriter writer = new CanonicalWriter();
    final MessageDigest digest;

    RunBuffers() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Reads the records of logs under these limits.
    LogRecords records(Limits limits) {
        return limits.areDefault() ? records : new LogRecords(limits);
    }

    /// Ends the digest.
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// SHA-256 in lower-case hex.
    String sha256(byte[] bytes) {
        digest.reset();
        digest.update(bytes);
        return hex();
    }
}
