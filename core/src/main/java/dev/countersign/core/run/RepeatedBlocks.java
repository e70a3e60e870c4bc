// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

import dev.countersign.core.policy.Identity;
import dev.countersign.core.policy.Policy;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Blocks that repeat: {@link Policy#repeatedBlocks()} runs of one author that were blocked within
/// {@link Policy#repeatedBlocksDays()} days, both ends included, look like a pattern of fabrication
/// (PRODUCT, "Severity and escalation"). Queue and findings ask here, so that no row is of a
/// pattern that no finding tells of.
///
/// A run counts once, by its first block, however often it is executed again and wherever copies of
/// it lie. A block without an author counts for nobody.
public final class RepeatedBlocks {
    private static final Comparator<Block> ORDER =
            Comparator.comparing(Block::at).thenComparing(Block::runId);

    private final List<List<Block>> stretches = new ArrayList<>();

    /// A run that was blocked.
    ///
    /// @param record the hash of the record that says so; empty if nobody asks
    public record Block(String runId, @Nullable String author, Instant at, String record) {}

    /// @param blocks in any order; those after the instant that is asked about left out
    public RepeatedBlocks(Collection<Block> blocks, Policy policy) {
        Map<String, Map<String, Block>> byAuthor = new TreeMap<>();
        for (Block block : blocks) {
            String author = block.author() == null ? "" : Identity.folded(block.author());
            if (!author.isEmpty()) {
                byAuthor.computeIfAbsent(author, _ -> new TreeMap<>())
                        .merge(block.runId(), block, (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
            }
        }
        int count = Math.max(1, policy.repeatedBlocks());
        Duration within = Duration.ofDays(policy.repeatedBlocksDays());
        byAuthor.values().forEach(runs -> stretches(runs.values(), count, within));
    }

    private void stretches(Collection<Block> runs, int count, Duration within) {
        List<Block> blocks = runs.stream().sorted(ORDER).toList();
        for (int end = count; end <= blocks.size(); end++) {
            List<Block> stretch = blocks.subList(end - count, end);
            Instant first = stretch.getFirst().at();
            if (Duration.between(first, stretch.getLast().at()).compareTo(within) <= 0) {
                stretches.add(stretch);
            }
        }
    }

    /// The runs of every stretch.
    public Set<String> runs() {
        Set<String> runs = new HashSet<>();
        stretches.forEach(stretch -> stretch.forEach(block -> runs.add(block.runId())));
        return runs;
    }

    /// The stretches that have no block in common, the earliest of each author first: what goes on
    /// with a pattern is not another one until it is enough for one.
    public List<List<Block>> patterns() {
        List<List<Block>> patterns = new ArrayList<>();
        Set<Block> counted = new HashSet<>();
        for (List<Block> stretch : stretches) {
            if (stretch.stream().noneMatch(counted::contains)) {
                patterns.add(stretch);
                counted.addAll(stretch);
            }
        }
        return List.copyOf(patterns);
    }
}
