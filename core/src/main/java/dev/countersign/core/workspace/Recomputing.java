// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.clock.RunClock;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunReader;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.FirstDeadlines.Fixed;
import dev.countersign.core.workspace.FirstDeadlines.Which;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Moves deadlines to what the policy in force gives: the only way a fixed one moves. Clocks that
/// have ended keep theirs.
record Recomputing(Path root, Desk desk, Store store, Index index) {
    /// @return how many moved
    int run(Policy policy, Collection<RunSummary> runs) throws SourceException {
        RunReader reader =
                new RunReader(
                        new ChainVerifier(desk.helpers(), desk.parallelism()),
                        policy,
                        new WorkspaceFolder(root).anchors());
        Instant now = desk.clock().instant();
        Map<Which, Fixed> revised = new HashMap<>();
        for (RunSummary run : runs) {
            if (run.clocks().stream().noneMatch(RunClock::open)) {
                continue;
            }
            List<RunClock> anew = reader.read(run.directory()).clocks();
            for (RunClock clock : anew) {
                Fixed fixed = Fixed.of(clock);
                boolean moved =
                        clock.open()
                                && run.clocks().stream()
                                        .noneMatch(old ->
                                                same(old, clock) && Fixed.of(old).equals(fixed));
                if (moved) {
                    revised.put(new Which(run.runId(), clock.cycle().hash(), clock.kind()), fixed);
                }
            }
        }
        if (!revised.isEmpty()) {
            store.write(c -> {
                new DeadlineTable(c).revise(revised, now);
                new IndexTable(c).forgetMarks();
            });
            index.forgetMarks();
        }
        return revised.size();
    }

    private static boolean same(RunClock a, RunClock b) {
        return a.kind() == b.kind() && a.cycle().hash().equals(b.cycle().hash());
    }
}
