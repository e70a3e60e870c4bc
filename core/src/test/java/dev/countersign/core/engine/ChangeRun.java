// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.engine.Execution.Ended;
import dev.countersign.core.journal.Durability;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.DefaultPolicy;
import dev.countersign.core.source.SourceException;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** A change that is to be approved, executed at a given time. */
abstract class ChangeRun {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final JsonObject CHANGE =
            SampleRun.object(
                    """
                    {"id": "CHG-1", "author": "m.chu", "evidence": {"approval":
                    "Approved by j.lee on 2026-03-04.", "test_signoff": "All tests passed."}}
                    """);

    @TempDir Path root;

    RunPlace place() {
        return new RunPlace(root, "runs", InstantSource.fixed(NOW), Durability.LEFT_TO_SYSTEM);
    }

    static Run change(Reviewer reviewer) {
        return Workflow.CHANGE_APPROVAL.run(
                CHANGE, new WorkflowInput(DefaultPolicy.get().references(), null, reviewer));
    }

    Ended execute() throws SourceException {
        return (Ended) change(Reviewer.OPERATIONS).execute(CHANGE, place(), torn -> {});
    }

    Path directory() {
        return root.resolve(RunId.of("change-approval", CHANGE));
    }
}
