// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// What runs are about, by the id in their payloads: `CHG-1101`. Of one thread.
public final class SubjectIds {
    private final RunBuffers buffers;

    /// Reads nothing yet.
    public SubjectIds() {
        buffers = new RunBuffers();
    }

    /// The id in the payload of a run; empty if it has none, or no checkpoint that can be read.
    ///
    /// @throws SourceException if the environment refuses a checkpoint that is there
    public String of(Path directory) throws SourceException {
        StateFile state = StateFile.read(RunFolder.at(directory), null, buffers);
        JsonObject payload = state.object("payload");
        return payload == null ? "" : PayloadWords.text(payload.get("id"));
    }
}
