// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.resume.ResumeCommand;
import dev.countersign.core.resume.ResumeEnd;
import dev.countersign.core.resume.Resumed;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A desk whose commands do nothing, and that remembers which it was told to run.
final class FakeResume implements ResumeDesk {
    static final ResumeCommand COMMAND =
            new ResumeCommand(
                    "run-1",
                    List.of("produce", "run-1"),
                    Path.of("/runs"),
                    Duration.ofMinutes(1),
                    List.of());

    final List<ResumeCommand> ran = new ArrayList<>();
    ResumeWay way = new ResumeWay.Named(COMMAND);

    @Override
    public ResumeWay look(Path directory) {
        return way;
    }

    @Override
    public ResumeResult run(Path directory, ResumeCommand command, Cancellation cancellation)
            throws SourceException {
        if (!way.equals(new ResumeWay.Named(command))) {
            throw new SourceException(directory, "It is another by now.");
        }
        ran.add(command);
        ResumeEnd end =
                cancellation.requested() ? new ResumeEnd.Cancelled() : new ResumeEnd.Exited(0);
        return result(command, end);
    }

    static ResumeResult result(ResumeCommand command, ResumeEnd end) {
        return new ResumeResult(
                new Resumed(command, end, Path.of("/kept.txt"), 2, 0, "00"),
                "ok",
                "newest",
                "The run is completed.",
                true,
                List.of());
    }
}
