// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RepeatedBlocks;
import dev.countersign.core.run.RepeatedBlocks.Block;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The findings of {@link RepeatedBlocks}: one for each pattern, of the run that completed it.
final class Patterns {
    private Patterns() {}

    /// @param findings all findings, of which the blocks count
    static List<Finding> in(Collection<Finding> findings, Policy policy) {
        Map<Block, Finding> blocks = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.kind() == FindingKind.RUN_BLOCKED) {
                blocks.put(
                        new Block(
                                finding.runId(), finding.author(), finding.at(), finding.subject()),
                        finding);
            }
        }
        List<Finding> repeated = new ArrayList<>();
        for (List<Block> pattern : new RepeatedBlocks(blocks.keySet(), policy).patterns()) {
            Finding last = Objects.requireNonNull(blocks.get(pattern.getLast()));
            repeated.add(finding(pattern, last));
        }
        return repeated;
    }

    private static Finding finding(List<Block> pattern, Finding last) {
        List<JsonValue> runs = new ArrayList<>();
        for (Block block : pattern) {
            runs.add(
                    JsonValue.object()
                            .with("run_id", block.runId())
                            .with("hash", block.record())
                            .with("at", block.at().toString())
                            .build());
        }
        return new Finding(
                FindingKind.REPEATED_BLOCKS,
                FindingKind.REPEATED_BLOCKS.severity(),
                last.runId(),
                last.subject(),
                last.at(),
                null,
                last.author(),
                last.head(),
                JsonValue.object()
                        .with("author", last.author())
                        .with("blocks", new JsonArray(runs))
                        .build());
    }
}
