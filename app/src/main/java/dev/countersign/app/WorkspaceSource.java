// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.queue.QueueSnapshot;
import dev.countersign.app.feature.queue.QueueSource;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.clock.PeriodClock;
import dev.countersign.core.queue.ReviewQueue;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.workspace.RecordedDraw;
import dev.countersign.core.workspace.Samples;
import dev.countersign.core.workspace.SeenRuns;
import dev.countersign.core.workspace.Workspace;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
            SeenRuns seen = open.seen();
            List<PeriodClock> periods = seen.periods(now);
            return new QueueSnapshot(
                    ReviewQueue.of(seen.runs(), seen.lost(), seen.policy(), now),
                    periods,
                    seen.runs(),
                    sampled(open, periods, now),
                    seen.hours());
        });
    }

    /// Ids of the runs that are drawn for this month or one that is waited for; null if none was.
    private static @Nullable Set<String> sampled(
            Workspace open, List<PeriodClock> periods, Instant now) throws SourceException {
        Samples samples = new Samples(open);
        Set<YearMonth> months = new TreeSet<>();
        months.add(YearMonth.from(now.atZone(open.policy().calendar().zone())));
        periods.forEach(period -> months.add(period.period()));
        Set<String> sampled = null;
        for (YearMonth month : months) {
            RecordedDraw draw = RecordedDraw.counting(samples.draws(month));
            if (draw != null) {
                sampled = sampled == null ? new HashSet<>() : sampled;
                sampled.addAll(draw.sampled());
            }
        }
        return sampled;
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
