// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.json.JsonValue.JsonObject;

import java.nio.charset.StandardCharsets;

/// Takes what was found in a run.
interface FindingSink {
    /// @param subject what within the run: with its kind it makes the identity
    /// @param evidence what it rests on
    void found(FindingKind kind, String subject, JsonObject evidence);

    /// A short subject for what is long.
    static String digest(JsonArray what) {
        byte[] ascii = what.text().getBytes(StandardCharsets.US_ASCII);
        return FileDigest.sha256(ascii).substring(0, 16);
    }
}
