// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.queue.QueueSnapshot;
import dev.countersign.app.feature.queue.QueueSource;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.queue.ReviewQueue;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;

/// The queue of the workspace that is open. What is found on the way is raised: a breach is a
/// finding whether or not anybody looks at it.
///
/// @param workspace closed when the queue shows another
/// @param workers where closing is waited for
record WorkspaceSource(SharedWorkspace workspace, Executor workers) implements QueueSource {
    @Override
    public String name() {
        return workspace.path().toString();
    }

    @Override
    public QueueSnapshot read(Instant now, Progress progress, Cancellation cancellation)
            throws SourceException {
        boolean _ = workspace.look(progress, cancellation);
        return workspace.with(open -> {
            Policy policy = open.policy();
            List<RunSummary> runs = open.runs();
            return new QueueSnapshot(
                    ReviewQueue.of(runs, policy, now), open.periods(now), runs, policy);
        });
    }

    @Override
    public Runnable watch(Runnable hears) {
        workspace.watch(hears);
        return () -> {
            workspace.watch(() -> {});
            workers.execute(workspace::close);
        };
    }
}
