// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.queue;

import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.ClockKind;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunStatus;
import dev.countersign.core.run.RunSummary;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Blocks that repeat: so many of one author's runs within so many days look like a pattern of
/// fabrication (PRODUCT, "Severity and escalation").
public final class RepeatedBlocks {
    private RepeatedBlocks() {}

    private record Block(Path directory, Instant at) {}

    /// The directories of blocked runs that lie in a stretch of {@link Policy#repeatedBlocksDays()}
    /// days (both ends included) with at least {@link Policy#repeatedBlocks()} blocks of the same
    /// author. A run without an author or without a time counts for nobody.
    ///
    /// @param now later blocks are not looked at
    public static Set<Path> of(Collection<RunSummary> runs, Policy policy, Instant now) {
        Map<String, List<Block>> byAuthor = new HashMap<>();
        for (RunSummary run : runs) {
            String author = run.author();
            Instant at = run.status() == RunStatus.BLOCKED ? blockedAt(run) : null;
            if (author != null && !author.isEmpty() && at != null && !at.isAfter(now)) {
                byAuthor.computeIfAbsent(author, _ -> new ArrayList<>())
                        .add(new Block(run.directory(), at));
            }
        }
        Set<Path> repeated = new HashSet<>();
        for (List<Block> blocks : byAuthor.values()) {
            collect(blocks, policy, repeated);
        }
        return repeated;
    }

    private static void collect(List<Block> blocks, Policy policy, Set<Path> repeated) {
        blocks.sort(Comparator.comparing(Block::at));
        Duration stretch = Duration.ofDays(policy.repeatedBlocksDays());
        int count = policy.repeatedBlocks();
        int taken = 0;
        for (int last = count - 1; last < blocks.size(); last++) {
            int first = last - count + 1;
            if (Duration.between(blocks.get(first).at(), blocks.get(last).at()).compareTo(stretch)
                    <= 0) {
                for (taken = Math.max(taken, first); taken <= last; taken++) {
                    repeated.add(blocks.get(taken).directory());
                }
            }
        }
    }

    /// When a run was blocked: the start of its last observation; else of the run.
    private static @Nullable Instant blockedAt(RunSummary run) {
        for (RunClock clock : run.clocks().reversed()) {
            if (clock.kind() == ClockKind.OBSERVATION) {
                return clock.cycle().started();
            }
        }
        return run.started();
    }
}
