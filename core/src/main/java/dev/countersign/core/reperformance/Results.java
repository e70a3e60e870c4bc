// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.ProducerForm;

import java.util.Arrays;

/// Results as they are kept and signed: canonical JSON, profile A.
///
/// @param value what they say
public record Results(JsonObject value) {
    /// The bytes that are kept.
    public byte[] bytes() {
        return ProducerForm.canonical(value);
    }

    /// SHA-256 of these bytes, in lower-case hex: what is signed.
    public String sha256() {
        return FileDigest.sha256(bytes());
    }

    /// Whether kept bytes are these results.
    public boolean are(byte[] kept) {
        return Arrays.equals(kept, bytes());
    }
}
