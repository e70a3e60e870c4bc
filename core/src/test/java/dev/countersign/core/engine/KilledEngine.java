// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

import dev.countersign.core.journal.Durability;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.policy.References;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/// A process that executes one run after the other until it is killed. Its own, so that it starts
/// quickly and has nothing but the engine.
final class KilledEngine {
    private KilledEngine() {}

    static JsonObject payload(int number) {
        String id = "CHG-" + number;
        return JsonValue.object()
                .with("id", id)
                .with("author", "m.chu")
                .with(
                        "evidence",
                        JsonValue.object()
                                .with("approval", id + " approved by j.lee on 2026-03-04.")
                                .with("test_signoff", "All tests of " + id + " passed.")
                                .build())
                .build();
    }

    static Path directory(Path root, int number) {
        return root.resolve(RunId.of(Workflow.CHANGE_APPROVAL.word(), payload(number)));
    }

    static Execution execute(Path root, int number) throws SourceException {
        WorkflowInput input = WorkflowInput.plain(new References(Map.of(), Set.of()));
        return Workflow.CHANGE_APPROVAL
                .run(payload(number), input)
                .execute(
                        payload(number),
                        new RunPlace(root, "runs", InstantSource.system(), Durability.EACH_WRITE),
                        torn -> {});
    }

    static void approve(Path root, int number) throws SourceException {
        Approvals.approve(
                directory(root, number),
                "change_approval",
                "a.singh",
                InstantSource.system().instant(),
                Durability.EACH_WRITE);
    }

    public static void main(String[] words) throws SourceException {
        Path root = Path.of(words[0]);
        for (int number = 0; ; number++) {
            execute(root, number);
            approve(root, number);
            execute(root, number);
            if (number == 0) {
                System.out.println("running");
            }
        }
    }
}
