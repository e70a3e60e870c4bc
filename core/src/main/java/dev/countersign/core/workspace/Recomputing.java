// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.bundle.RunFolders;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.VerifyRequest;
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
        try (RunFolders folders = new RunFolders(policy)) {
            for (RunSummary run : runs) {
                if (run.clocks().stream().anyMatch(RunClock::open)) {
                    var folder = folders.at(run.directory());
                    var anew = reader.read(folder, VerifyRequest.DEFAULT, Progress.NONE).clocks();
                    revised.putAll(moved(run, anew));
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

    private static Map<Which, Fixed> moved(RunSummary run, List<RunClock> anew) {
        Map<Which, Fixed> moved = new HashMap<>();
        for (RunClock clock : anew) {
            Fixed fixed = Fixed.of(clock);
            boolean still =
                    run.clocks().stream()
                            .anyMatch(old -> same(old, clock) && Fixed.of(old).equals(fixed));
            if (clock.open() && !still) {
                moved.put(new Which(run.runId(), clock.cycle().hash(), clock.kind()), fixed);
            }
        }
        return moved;
    }

    private static boolean same(RunClock a, RunClock b) {
        return a.kind() == b.kind() && a.cycle().hash().equals(b.cycle().hash());
    }
}
