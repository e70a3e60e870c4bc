// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Agreement;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.Checkpoint;
import dev.countersign.core.chain.CheckpointResult;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.RecordMarks;
import dev.countersign.core.chain.Verdict;
import dev.countersign.core.run.RunEvent;
import dev.countersign.core.run.RunSnapshot;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How a run's log, as it was just read, stands to what was seen of it. The log is read once more
/// only where that reading does not say it: the events of an intact log of usual size do.
final class Standing {
    private static final Agreement GONE = Agreement.of(CheckpointResult.TAIL_MISSING);

    private final RunSnapshot run;
    private final RunFolder folder;
    private @Nullable RecordMarks marks;

    Standing(RunSnapshot run, RunFolder folder) {
        this.run = run;
        this.folder = folder;
    }

    RunSnapshot run() {
        return run;
    }

    /// A log that is gone has lost whatever was seen.
    Agreement to(Checkpoint checkpoint) throws SourceException {
        ChainReport chain = run.chain();
        if (chain == null) {
            return GONE;
        }
        if (chain.verdict() == Verdict.INTACT && chain.records() == run.events().size()) {
            return Agreement.of(of(run.events(), chain.format().hashField(), checkpoint));
        }
        RecordMarks read = marks == null ? marks(chain) : marks;
        marks = read;
        return read == null ? GONE : read.standsTo(checkpoint, chain);
    }

    private static CheckpointResult of(
            List<RunEvent> events, String hashField, Checkpoint checkpoint) {
        String head = checkpoint.head();
        if (checkpoint.records() > events.size()) {
            boolean elsewhere =
                    events.stream().anyMatch(event -> head.equals(event.text(hashField)));
            return elsewhere ? CheckpointResult.HEAD_MISMATCH : CheckpointResult.TAIL_MISSING;
        }
        RunEvent there = events.get((int) checkpoint.records() - 1);
        if (!head.equals(there.text(hashField))) {
            return CheckpointResult.HEAD_MISMATCH;
        }
        return checkpoint.records() == events.size()
                ? CheckpointResult.MATCH
                : CheckpointResult.GROWN;
    }

    private @Nullable RecordMarks marks(ChainReport chain) throws SourceException {
        if (!(folder.log() instanceof RunFolder.Content.Opened opened)) {
            return null;
        }
        try (LogFile log = opened.file()) {
            return RecordMarks.read(
                    log,
                    chain.format(),
                    Limits.DEFAULT,
                    Runnable::run,
                    1,
                    Progress.NONE,
                    Cancellation.NEVER);
        }
    }
}
