// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.json.JsonValue;
import dev.countersign.core.json.JsonValue.JsonArray;
import dev.countersign.core.policy.Policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A fabrication pattern: so many runs of one author were blocked within so many days (PRODUCT,
/// "Severity and escalation"). Blocks that made one finding do not count for the next.
final class RepeatedBlocks {
    private RepeatedBlocks() {}

    /// @param findings all findings, of which the blocks count
    static List<Finding> in(Collection<Finding> findings, Policy policy) {
        Map<String, Map<String, Finding>> byAuthor = new TreeMap<>();
        for (Finding finding : findings) {
            String author = finding.author();
            if (finding.kind() == FindingKind.RUN_BLOCKED && author != null) {
                // a run that is executed again and blocked again is one block
                byAuthor.computeIfAbsent(author, _ -> new TreeMap<>())
                        .merge(finding.runId(), finding, (a, b) -> a.at().isAfter(b.at()) ? b : a);
            }
        }
        List<Finding> repeated = new ArrayList<>();
        byAuthor.forEach((author, runs) -> repeated.addAll(windows(runs.values(), policy)));
        return repeated;
    }

    private static List<Finding> windows(Collection<Finding> blocks, Policy policy) {
        List<Finding> sorted = new ArrayList<>(blocks);
        sorted.sort(Comparator.comparing(Finding::at).thenComparing(Finding::runId));
        Duration length = Duration.ofDays(policy.repeatedBlocksDays());
        int wanted = Math.max(1, policy.repeatedBlocks());
        List<Finding> found = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Instant oldest = sorted.get(i).at().minus(length);
            while (sorted.get(from).at().isBefore(oldest)) {
                from++;
            }
            if (i - from + 1 >= wanted) {
                found.add(repeated(sorted.subList(from, i + 1)));
                from = i + 1;
            }
        }
        return found;
    }

    private static Finding repeated(List<Finding> blocks) {
        Finding last = blocks.getLast();
        List<JsonValue> runs = new ArrayList<>();
        for (Finding block : blocks) {
            runs.add(
                    JsonValue.object()
                            .with("run_id", block.runId())
                            .with("hash", block.subject())
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
