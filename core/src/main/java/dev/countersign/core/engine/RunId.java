// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.ProducerForm;

/// The name of a run, which binds its payload (FORMATS 1).
public final class RunId {
    private static final int DIGITS = 12;

    private RunId() {}

    /// `<workflow>-` and the first 12 hex digits of the hash of workflow and payload.
    public static String of(String workflow, JsonObject payload) {
        JsonObject bound =
                JsonValue.object().with("name", workflow).with("payload", payload).build();
        String hash = FileDigest.sha256(ProducerForm.canonical(bound));
        return workflow + "-" + hash.substring(0, DIGITS);
    }
}
